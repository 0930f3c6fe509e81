using System.Text;

namespace Tanyuan.Pages.Crawls;

/// <summary>Reads a stream as lines and blocks by turns, in the memory of one buffer.</summary>
internal sealed class BlockReader(Stream stream)
{
    readonly byte[] buffer = new byte[1 << 16];
    int start;
    int end;

    /// <summary>
    /// The next line without its break, as Latin-1, or null at the end of the stream. Of a line longer than <paramref name="longest"/> the rest
    /// is passed over.
    /// </summary>
    public string? ReadLine(int longest)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (start == end && !Fill())
                return line.Length == 0 ? null : line.ToString();
            var rest = buffer.AsSpan(start, end - start);
            var feed = rest.IndexOf((byte)'\n');
            var part = feed < 0 ? rest : rest[..feed];
            if (line.Length < longest)
                line.Append(Encoding.Latin1.GetString(part[..Math.Min(part.Length, longest - line.Length)]));
            start += feed < 0 ? rest.Length : feed + 1;
            if (feed >= 0)
                return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
        }
    }

    /// <summary>Whether the next bytes are these; they stay unread.</summary>
    public bool NextIs(ReadOnlySpan<byte> expected)
    {
        while (end - start < expected.Length)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            var read = stream.Read(buffer.AsSpan(end));
            if (read == 0)
                return false;
            end += read;
        }

        return buffer.AsSpan(start).StartsWith(expected);
    }

    /// <summary>The next bytes.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public byte[] ReadBlock(int length)
    {
        // A length is only a promise until the bytes have come: memory grows with them.
        var block = new byte[Math.Min(length, 1 << 20)];
        for (var read = 0; read < length;)
        {
            if (start == end && !Fill())
                throw new EndOfStreamException($"The file ends {length - read:N0} bytes before its content does.");
            if (read == block.Length)
                Array.Resize(ref block, (int)Math.Min(length, 2L * block.Length));
            var count = Math.Min(end - start, block.Length - read);
            buffer.AsSpan(start, count).CopyTo(block.AsSpan(read));
            start += count;
            read += count;
        }

        return block;
    }

    /// <summary>Passes over bytes.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public void Skip(long length)
    {
        while (length > 0)
        {
            if (start == end && !Fill())
                throw new EndOfStreamException($"The file ends {length:N0} bytes before its content does.");
            var count = (int)Math.Min(end - start, length);
            start += count;
            length -= count;
        }
    }

    bool Fill()
    {
        (start, end) = (0, stream.Read(buffer));
        return end > 0;
    }
}
