namespace Tanyuan.Index;

/// <summary>How a writer works.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>How much memory added documents may take, about, before they are written as a segment. Threads that add share it.</summary>
    public long BufferBytes { get; init; } = 64L << 20;

    /// <summary>Whether segments are merged on a thread of the writer's, beside everything else, or as a part of refreshing and committing.</summary>
    public bool MergeInBackground { get; init; } = true;

    /// <summary>With how many segments a refresh or a commit waits for merges in the background to catch up.</summary>
    public int MostSegments { get; init; } = 64;
}
