using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Writing;

/// <summary>
/// A merge under way: reads its sources as they were when it began, and touches nothing but the files of its own segment. What was deleted by
/// then is left out even where no snapshot shows that yet, for a document and the one that replaces it may be in two of the sources, and a
/// segment holds a key only once; the merged segment is shown no sooner than these deletions are.
/// </summary>
sealed class SegmentMerge
{
    readonly LiveDocuments[] live;

    /// <param name="id">The id of the segment to write.</param>
    /// <param name="sources">The segments it is made of; leased until <see cref="Release"/>.</param>
    internal SegmentMerge(long id, List<LiveSegment> sources)
    {
        (Id, Sources) = (id, sources);
        live = [.. sources.Select(source => source.Current)];
        foreach (var source in sources)
            source.Reader.Lease();
    }

    internal long Id { get; }

    internal List<LiveSegment> Sources { get; }

    /// <summary>For each source the new numbers of its documents, −1 for those that were not live when the merge began.</summary>
    internal int[][] Renumbered { get; private set; } = [];

    internal void Write(IndexDirectory directory, IndexSchema schema) =>
        Renumbered = SegmentMerger.Merge(directory, Id, schema, [.. Sources.Select((source, place) => (source.Reader, live[place]))]);

    /// <summary>Gives the sources back.</summary>
    internal void Release()
    {
        foreach (var source in Sources)
            source.Reader.Release();
    }
}
