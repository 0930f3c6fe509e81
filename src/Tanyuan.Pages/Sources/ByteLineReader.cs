namespace Tanyuan.Pages.Sources;

/// <summary>One line of a stream.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">Its bytes without the line break; empty when it is too long. A copy the receiver may keep.</param>
/// <param name="TooLong">Whether it went over the limit and was passed over.</param>
internal readonly record struct ByteLine(long Number, ReadOnlyMemory<byte> Bytes, bool TooLong);

/// <summary>
/// Reads a stream line by line, in bytes, so that the charset may be settled afterwards. A line feed never occurs inside a
/// character of UTF-8, GB18030, Big5 or Shift_JIS. Memory stays at the longest line; a line over the limit is skipped, not held.
/// </summary>
internal sealed class ByteLineReader(Stream stream, int maxLineBytes)
{
    byte[] buffer = new byte[1 << 16];
    int start;
    int end;
    int scanned;
    long number;
    bool skipping;
    bool finished;

    public ByteLine? Read()
    {
        while (true)
        {
            if (TryTake(out var line))
                return line;

            if (finished)
                return null;

            MakeRoom();
            Advance(stream.Read(buffer, end, buffer.Length - end));
        }
    }

    public async ValueTask<ByteLine?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(out var line))
                return line;

            if (finished)
                return null;

            MakeRoom();
            Advance(await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>The next line, where it has come in already.</summary>
    public bool TryTake(out ByteLine line)
    {
        var feed = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
        if (feed < 0 && !(finished && (end > start || skipping)))
        {
            scanned = end;
            line = default;
            return false;
        }

        var lineEnd = feed < 0 ? end : scanned + feed;
        var tooLong = skipping || lineEnd - start > maxLineBytes;
        line = new(++number, tooLong ? default : buffer.AsSpan(start, lineEnd - start).TrimEnd((byte)'\r').ToArray(), tooLong);
        start = scanned = feed < 0 ? end : lineEnd + 1;
        skipping = false;
        return true;
    }

    void MakeRoom()
    {
        if (end - start > maxLineBytes)
        {
            skipping = true;
            start = scanned = end = 0;
        }

        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, scanned, end) = (0, scanned - start, end - start);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
    }

    void Advance(int read)
    {
        end += read;
        finished = read == 0;
    }
}
