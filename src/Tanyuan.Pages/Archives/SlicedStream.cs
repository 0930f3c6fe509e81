namespace Tanyuan.Pages.Archives;

/// <summary>
/// A run of another stream. Several may share one seekable stream, each with a position of its own; over a stream that cannot seek
/// there may be one at a time. A run that reaches past the end of its stream fails as a truncated file.
/// </summary>
internal sealed class SlicedStream(Stream inner, long? start, long length) : ReadOnlyStream
{
    long taken;

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - taken);
        if (count == 0)
            return 0;
        if (start is { } from)
            inner.Position = from + taken;
        var read = inner.Read(buffer[..count]);
        if (read == 0)
            throw new EndOfStreamException($"The file ends {length - taken:N0} bytes before its content does.");
        taken += read;
        return read;
    }

    /// <summary>Passes over what was not read.</summary>
    public void SkipRest()
    {
        Span<byte> scrap = stackalloc byte[4096];
        while (Read(scrap) > 0)
        {
        }
    }
}
