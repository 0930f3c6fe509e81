namespace Tanyuan.Index.Bench;

/// <summary>Lines of a corpus, many at a time and in reused memory, so that reading them leaves nothing to collect. Several batches may take turns at one reader, whoever holds its lock.</summary>
sealed class LineBatch
{
    readonly List<Range> lines = [];
    char[] characters = new char[1 << 17];

    internal int Count => lines.Count;

    internal ReadOnlySpan<char> this[int line] => characters.AsSpan()[lines[line]];

    /// <summary>Takes the next lines; false where there are none.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="rest">What was read of a line beyond the last batch; gets what is read beyond this one.</param>
    internal bool Read(TextReader reader, ref char[] rest)
    {
        lines.Clear();
        rest.CopyTo(characters, 0);
        var (length, end) = (rest.Length, 0);
        while (true)
        {
            var read = reader.Read(characters, length, characters.Length - length);
            length += read;
            end = characters.AsSpan(0, length).LastIndexOf('\n') + 1;
            if (end > 0 || read == 0)
                break;
            if (length == characters.Length)
                Array.Resize(ref characters, length * 2);
        }

        for (var start = 0; start < end;)
        {
            var next = start + characters.AsSpan(start).IndexOf('\n');
            lines.Add(start..next);
            start = next + 1;
        }

        rest = characters.AsSpan(end, length - end).ToArray();
        return lines.Count > 0;
    }
}
