namespace Tanyuan.Pages.Archives;

/// <summary>A ZIP member's content, held to the length and checksum that the archive's directory gives for it.</summary>
internal sealed class VerifiedStream(Stream inner, long length, uint checksum) : ReadOnlyStream
{
    uint running;
    long taken;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        var read = inner.Read(buffer);
        running = Crc32.Append(running, buffer[..read]);
        taken += read;
        if (taken > length || (read == 0 && taken < length))
            throw new InvalidDataException($"Its content is not {length:N0} bytes long, as the archive says.");
        if (read == 0 && running != checksum)
            throw new InvalidDataException("Its content does not match its checksum.");
        return read;
    }
}
