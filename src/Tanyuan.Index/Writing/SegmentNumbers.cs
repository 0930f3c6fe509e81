namespace Tanyuan.Index.Writing;

/// <summary>The numbers of segments that are being written: no segment of the writer's has their files yet, and still they are no leftovers. Guarded by the writer.</summary>
sealed class SegmentNumbers(CommitStore commits)
{
    readonly HashSet<long> underWay = [];

    internal IReadOnlyCollection<long> UnderWay => underWay;

    /// <summary>A number for a segment that is going to be written.</summary>
    internal long Take()
    {
        var id = commits.TakeSegmentId();
        underWay.Add(id);
        return id;
    }

    /// <summary>The segment is written, and the writer has it.</summary>
    internal void Settle(long id) => underWay.Remove(id);
}
