using Tanyuan.Index.Commits;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Writing;

/// <summary>
/// Makes commits of the writer's segments, hands out numbers that no file has borne, and deletes files that nothing needs. Numbers are
/// handed out from any thread; the rest is for one thread at a time.
/// </summary>
sealed class CommitStore
{
    readonly IndexDirectory directory;
    readonly IndexSchema schema;

    // The files that were made durable; what is not among them is made durable by the next commit that needs it.
    readonly HashSet<string> durable = new(StringComparer.Ordinal);
    long generation;
    long nextSegment;
    long nextLiveGeneration;
    Manifest? committed;

    internal CommitStore(IndexDirectory directory, IndexSchema schema, Manifest? committed)
    {
        this.directory = directory;
        this.schema = schema;
        this.committed = committed;
        generation = ManifestStore.Generations(directory).DefaultIfEmpty().Max();
        var usedSegment = directory.List().Select(SegmentFiles.IdOf).Max() ?? 0;
        nextSegment = Math.Max(committed?.NextSegment ?? 1, usedSegment + 1);
        nextLiveGeneration = committed?.NextLiveGeneration ?? 1;
        if (committed is not null)
            durable.UnionWith(ManifestStore.FilesOf(committed));
    }

    /// <summary>The progress of the last commit; 0 before the first.</summary>
    internal long Progress => Volatile.Read(ref committed)?.Progress ?? 0;

    internal bool HasCommitted => Volatile.Read(ref committed) is not null;

    /// <summary>The id of a new segment.</summary>
    internal long TakeSegmentId() => Interlocked.Increment(ref nextSegment) - 1;

    /// <summary>Commits some segments, and returns when they are durable.</summary>
    internal void Commit(IReadOnlyList<LiveSegment> segments, long progress)
    {
        foreach (var segment in segments.Where(segment => segment.NeedsLiveFile))
        {
            var live = nextLiveGeneration++;
            segment.LiveFileWritten(live, segment.Live.Write(directory, segment.Reader.Id, live));
        }

        var manifest = new Manifest(
            ++generation, progress, Volatile.Read(ref nextSegment), nextLiveGeneration, schema, [.. segments.Select(EntryOf)]);
        foreach (var name in ManifestStore.FilesOf(manifest))
        {
            if (name != Manifest.FileName(manifest.Generation) && durable.Add(name))
                directory.Sync(name);
        }

        ManifestStore.Publish(directory, manifest);
        durable.IntersectWith(ManifestStore.FilesOf(manifest));
        Volatile.Write(ref committed, manifest);
    }

    /// <summary>Deletes every file of the index that neither the last commit nor one of these segments needs. Segments from <paramref name="firstUnknown"/> on are left alone.</summary>
    internal void DeleteUnused(IEnumerable<long> segments, long firstUnknown)
    {
        // Begun anew and not yet committed: what was there before is still the index.
        if (committed is null && generation > 0)
            return;

        var wanted = segments.SelectMany(SegmentFiles.All).ToHashSet(StringComparer.Ordinal);
        if (committed is not null)
            wanted.UnionWith(ManifestStore.FilesOf(committed));
        ManifestStore.DeleteOthers(directory, wanted, firstUnknown);
    }

    /// <summary>The id that the next segment will have.</summary>
    internal long NextSegment => Volatile.Read(ref nextSegment);

    static SegmentEntry EntryOf(LiveSegment segment) => new(
        segment.Reader.Id, segment.Reader.DocumentCount, segment.Live.Count, segment.LiveGeneration,
        [.. segment.Reader.Files.Select(file => file.Seal), segment.LiveSeal]);
}
