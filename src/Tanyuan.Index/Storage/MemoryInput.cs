namespace Tanyuan.Index.Storage;

/// <summary>A file held in memory as a whole.</summary>
/// <param name="bytes">Its bytes; not changed afterwards.</param>
public sealed class MemoryInput(byte[] bytes) : IndexInput
{
    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetSpan(long offset, int length) => bytes.AsSpan(checked((int)offset), length);
}
