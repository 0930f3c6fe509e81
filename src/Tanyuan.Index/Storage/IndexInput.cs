namespace Tanyuan.Index.Storage;

/// <summary>The bytes of a finished file. Thread-safe. A span is valid as long as the input is reachable and not closed.</summary>
public abstract class IndexInput
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>The bytes from <paramref name="offset"/> on; the range lies within <see cref="Length"/>.</summary>
    public abstract ReadOnlySpan<byte> GetSpan(long offset, int length);

    /// <summary>Says that a range is not wanted soon, so that memory need not hold it. It can be read as before.</summary>
    public virtual void LetGo(long offset, long length)
    {
    }

    /// <summary>Gives back what the file holds on to; by then nothing uses a span of it. One that is never closed gives it back when it is collected.</summary>
    public virtual void Close()
    {
    }
}
