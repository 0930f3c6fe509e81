namespace Tanyuan.Text.Decoding;

/// <summary>
/// The part of a page by which its charset is judged: every run of bytes that holds a byte above 7F, each between bytes
/// that are no part of a character in any charset (white space, marks and brackets below 40, which are no trail bytes
/// anywhere). A page with more of them than <see cref="Limit"/> gives an even choice over its whole length, since the first
/// kilobytes of a page are often mark-up and menus.
/// </summary>
internal static class NonAsciiSample
{
    public const int Limit = 48 * 1024;

    public static byte[] Take(ReadOnlySpan<byte> bytes)
    {
        var total = 0;
        for (var rest = bytes; NextRun(ref rest) is { Length: > 0 } run;)
            total += run.Length + 1;

        var every = (total + Limit - 1) / Limit;
        var sample = new List<byte>(Math.Min(total, Limit + 4096));
        var number = 0;
        for (var rest = bytes; NextRun(ref rest) is { Length: > 0 } run;)
        {
            // Neighbours stay together: whole groups of runs are taken or left.
            if (every > 1 && number++ / 16 % every != 0)
                continue;
            sample.AddRange(run[..Math.Min(run.Length, Limit)]);
            sample.Add((byte)'\n');
            if (sample.Count > 4 * Limit)
                break;
        }

        return [.. sample];
    }

    static ReadOnlySpan<byte> NextRun(ref ReadOnlySpan<byte> rest)
    {
        var first = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        if (first < 0)
            return [];
        var start = first;
        while (start > 0 && !IsBoundary(rest[start - 1]))
            start--;
        var end = first + 1;
        while (end < rest.Length && !IsBoundary(rest[end]))
            end++;
        var run = rest[start..end];
        rest = rest[end..];
        return run;
    }

    static bool IsBoundary(byte value) => value is < 0x30 or >= 0x3A and < 0x40;
}
