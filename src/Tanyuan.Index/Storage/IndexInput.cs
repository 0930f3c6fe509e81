namespace Tanyuan.Index.Storage;

/// <summary>The bytes of a finished file. Thread-safe. A span is valid as long as the input is reachable.</summary>
public abstract class IndexInput
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>The bytes from <paramref name="offset"/> on; the range lies within <see cref="Length"/>.</summary>
    public abstract ReadOnlySpan<byte> GetSpan(long offset, int length);
}
