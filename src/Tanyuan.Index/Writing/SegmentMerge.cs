using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Writing;

/// <summary>A merge under way: reads its sources as they were when it began, and touches nothing but the files of its own segment.</summary>
/// <param name="id">The id of the segment to write.</param>
/// <param name="sources">The segments it is made of.</param>
sealed class SegmentMerge(long id, List<LiveSegment> sources)
{
    readonly LiveDocuments[] live = [.. sources.Select(source => source.Live)];

    internal long Id { get; } = id;

    internal List<LiveSegment> Sources { get; } = sources;

    /// <summary>For each source the new numbers of its documents, −1 for those that were not live when the merge began.</summary>
    internal int[][] Renumbered { get; private set; } = [];

    internal void Write(IndexDirectory directory, IndexSchema schema) =>
        Renumbered = SegmentMerger.Merge(directory, Id, schema, [.. Sources.Select((source, place) => (source.Reader, live[place]))]);
}
