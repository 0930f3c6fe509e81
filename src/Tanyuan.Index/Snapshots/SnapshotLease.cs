namespace Tanyuan.Index.Snapshots;

/// <summary>A lease on a state for the length of one operation.</summary>
readonly ref struct SnapshotLease(SnapshotState state)
{
    internal SnapshotState State { get; } = state;

    public void Dispose() => State.Release();
}
