using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Commits;

/// <summary>Opens the segments of a manifest, and checks that they are the very files it was written for.</summary>
static class CommittedSegments
{
    /// <summary>The segments with their live documents, in the manifest's order; each with a lease that is the caller's.</summary>
    /// <exception cref="FileNotFoundException">One of the files is missing.</exception>
    internal static List<(SegmentReader Segment, LiveDocuments Live)> Open(IndexDirectory directory, Manifest manifest, IndexSchema schema)
    {
        var opened = new List<(SegmentReader, LiveDocuments)>();
        var leased = new List<SegmentReader>();
        try
        {
            foreach (var entry in manifest.Segments)
            {
                var segment = SegmentReader.Open(directory, entry.Id, schema);
                leased.Add(segment);
                opened.Add((segment, Check(directory, entry, segment)));
            }

            return opened;
        }
        catch
        {
            foreach (var segment in leased)
                segment.Release();
            throw;
        }
    }

    static LiveDocuments Check(IndexDirectory directory, SegmentEntry entry, SegmentReader segment)
    {
        var names = SegmentFiles.All(entry.Id);
        for (var i = 0; i < names.Length; i++)
            CheckSeal(directory, names[i], segment.Files[i].Seal, entry.Seals[i]);
        if (segment.DocumentCount != entry.DocumentCount)
            throw segment.Documents.Corrupt($"the manifest says {entry.DocumentCount} documents, not {segment.DocumentCount}");
        return OpenLive(directory, entry);
    }

    static LiveDocuments OpenLive(IndexDirectory directory, SegmentEntry entry)
    {
        if (entry.LiveGeneration == 0)
            return LiveDocuments.All(entry.DocumentCount);

        var live = LiveDocuments.Read(directory, entry.Id, entry.LiveGeneration, entry.DocumentCount, out var seal);
        CheckSeal(directory, SegmentFiles.Live(entry.Id, entry.LiveGeneration), seal, entry.Seals[^1]);
        return live;
    }

    static void CheckSeal(IndexDirectory directory, string name, uint actual, uint expected)
    {
        if (actual != expected)
            throw IndexErrors.Corrupt(directory.Describe(name), 0, "it is not the file that was committed");
    }
}
