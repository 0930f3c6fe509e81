using Tanyuan.Index.Commits;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Writing;

/// <summary>The segments that an index consists of, in the writer's hands; each is leased while it is here. Guarded by the writer.</summary>
sealed class SegmentSet
{
    readonly List<LiveSegment> segments = [];

    internal IReadOnlyList<LiveSegment> All => segments;

    /// <summary>Takes in the segments of the last commit; returns its manifest, or null where there is none.</summary>
    internal Manifest? OpenCommitted(IndexDirectory directory, IndexSchema schema)
    {
        var committed = ManifestStore.ReadNewest(directory);
        if (committed is null)
            return null;
        if (!committed.Schema.StoresTheSameAs(schema))
            throw IndexErrors.SchemaMismatch(directory.Describe(""));

        try
        {
            foreach (var ((reader, live), entry) in CommittedSegments.Open(directory, committed, schema).Zip(committed.Segments))
                Add(new LiveSegment(reader, live, entry.LiveGeneration, entry.Seals[^1]));
        }
        catch (FileNotFoundException error)
        {
            throw IndexErrors.Corrupt(error.FileName ?? directory.Describe(""), 0, "it is missing", error);
        }

        return committed;
    }

    /// <summary>Adds a segment; the lease of who opened it becomes the set's.</summary>
    internal void Add(LiveSegment segment) => segments.Add(segment);

    internal void Clear() => Remove(_ => true);

    internal bool Delete(long key)
    {
        var any = false;
        foreach (var segment in segments)
        {
            var document = segment.Reader.Documents.Find(key);
            any |= document >= 0 && segment.Delete(document);
        }

        return any;
    }

    internal bool DeleteGroup(long group)
    {
        var any = false;
        foreach (var segment in segments)
        {
            foreach (var document in segment.Reader.Documents.FindGroup(group))
                any |= segment.Delete(document);
        }

        return any;
    }

    /// <summary>Makes the deletions so far part of the live documents, and drops segments that have none left.</summary>
    internal void ApplyDeletions()
    {
        foreach (var segment in segments)
            segment.ApplyDeletions();
        Remove(segment => segment.Live.Count == 0 && !segment.IsMerging);
    }

    /// <summary>Picks the segments of the next merge, and marks them; none where there is nothing to merge.</summary>
    /// <param name="plan">Says which, from how many documents each has, and how many of them are live.</param>
    internal List<LiveSegment> PickMerge(Func<IReadOnlyList<(int Documents, int Live)>, IReadOnlyList<int>> plan)
    {
        var idle = segments.Where(segment => !segment.IsMerging).Select(segment => (Segment: segment, Live: segment.Current.Count)).Where(pair => pair.Live > 0).ToList();
        var picked = plan([.. idle.Select(pair => (pair.Segment.Reader.DocumentCount, pair.Live))]).Select(place => idle[place].Segment).ToList();
        foreach (var segment in picked)
            segment.IsMerging = true;
        return picked;
    }

    /// <summary>
    /// Puts a merged segment in the place of its sources. What was deleted in these since the merge began is deleted in it: at once what had
    /// been made visible, with the next deletions what had not.
    /// </summary>
    /// <param name="merge">The merge.</param>
    /// <param name="reader">What it wrote; its lease becomes the set's.</param>
    internal void Replace(SegmentMerge merge, SegmentReader reader)
    {
        foreach (var source in merge.Sources)
            source.IsMerging = false;
        if (!merge.Sources.TrueForAll(segments.Contains))
        {
            reader.Release();
            return;
        }

        var merged = new LiveSegment(reader, LiveDocuments.All(reader.DocumentCount), 0, 0);
        DeleteInMerged(merge, merged, (source, document) => !source.Live.Contains(document));
        merged.ApplyDeletions();
        DeleteInMerged(merge, merged, (source, document) => !source.Contains(document));
        segments.Insert(segments.IndexOf(merge.Sources[0]), merged);
        Remove(merge.Sources.Contains);
    }

    void Remove(Predicate<LiveSegment> isRemoved)
    {
        foreach (var segment in segments.FindAll(isRemoved))
            segment.Reader.Release();
        segments.RemoveAll(isRemoved);
    }

    static void DeleteInMerged(SegmentMerge merge, LiveSegment merged, Func<LiveSegment, int, bool> isDeleted)
    {
        for (var i = 0; i < merge.Sources.Count; i++)
        {
            var renumbered = merge.Renumbered[i];
            for (var document = 0; document < renumbered.Length; document++)
            {
                if (renumbered[document] >= 0 && isDeleted(merge.Sources[i], document))
                    merged.Delete(renumbered[document]);
            }
        }
    }
}
