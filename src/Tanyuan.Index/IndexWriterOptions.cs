namespace Tanyuan.Index;

/// <summary>How a writer works.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>How much memory added documents may take, about, before they are written as a segment.</summary>
    public long BufferBytes { get; init; } = 64L << 20;
}
