namespace Tanyuan.Pages.Archives;

/// <summary>A stream read through, each read reported.</summary>
internal sealed class CountedStream(Stream inner, Action<int> report) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        report(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
