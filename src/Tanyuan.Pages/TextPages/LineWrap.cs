namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Tells text whose lines were broken at a fixed width, as mail and old web pages have it, from text with a paragraph a line. In the former
/// most lines are equally wide and many of them end in the middle of a sentence. Width counts Han and full-width characters twice.
/// </summary>
internal static class LineWrap
{
    const int FewestLines = 8;
    const int Narrowest = 40;
    const int Widest = 150;
    const int Slack = 6;

    // Text that is set flush has single gaps of two blanks.
    const int ColumnGap = 3;
    const int ColumnGaps = 2;

    /// <summary>The width that a text is broken at, or null where it is not.</summary>
    public static int? WidthOf(string page, List<(int Start, int End, bool BlankBefore)> lines)
    {
        if (lines.Count < FewestLines)
            return null;

        var widths = lines.ConvertAll(line => Width(page.AsSpan(line.Start, line.End - line.Start).TrimEnd()));
        var width = CommonestWidth(widths);

        int full = 0, open = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsFull(widths[i], width))
                continue;

            full++;
            open += LinePunctuation.EndsSentence(page.AsSpan(lines[i].Start, lines[i].End - lines[i].Start)) ? 0 : 1;
        }

        return full * 2 >= lines.Count && open * 2 >= full ? width : null;
    }

    // The limit that most lines are full at.
    static int CommonestWidth(List<int> widths)
    {
        var counts = new int[Widest + 1];
        foreach (var own in widths)
        {
            if (own <= Widest)
                counts[own]++;
        }

        var (best, most, full) = (Narrowest, -1, 0);
        for (var limit = 0; limit <= Widest; limit++)
        {
            full += counts[limit] - (limit > Slack ? counts[limit - Slack - 1] : 0);
            if (limit >= Narrowest && full > most)
                (best, most) = (limit, full);
        }

        return best;
    }

    /// <summary>Whether the next line goes on where this one was broken.</summary>
    public static bool GoesOn(string page, (int Start, int End, bool BlankBefore) line, (int Start, int End, bool BlankBefore) next, int width) =>
        !next.BlankBefore
        && IsFull(Width(page.AsSpan(line.Start, line.End - line.Start).TrimEnd()), width)
        && Indent(page, next) <= Indent(page, line)
        && !HasColumns(page.AsSpan(line.Start, line.End - line.Start))
        && !HasColumns(page.AsSpan(next.Start, next.End - next.Start));

    /// <summary>Whether a blank parts two pieces of a broken line: it does between words of alphabetic scripts.</summary>
    public static bool NeedsBlank(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        !before.IsEmpty && !after.IsEmpty && before[^1] < '\u2e80' && after[0] < '\u2e80';

    // Rows of a table whose columns are set under each other with blanks are as wide as each other, and none goes on in the next.
    static bool HasColumns(ReadOnlySpan<char> line)
    {
        var (runs, blanks) = (0, 0);
        foreach (var unit in line.Trim())
        {
            if (unit is ' ' or '\t')
            {
                blanks++;
                continue;
            }

            runs += blanks >= ColumnGap ? 1 : 0;
            blanks = 0;
        }

        return runs >= ColumnGaps;
    }

    static bool IsFull(int own, int width) => own <= width && own >= width - Slack;

    // What is wider than any line that is broken is not measured to its end.
    static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        for (var index = 0; index < text.Length && width <= Widest; index++)
            width += text[index] >= '\u2e80' ? 2 : 1;
        return width;
    }

    static int Indent(string page, (int Start, int End, bool BlankBefore) line)
    {
        var text = page.AsSpan(line.Start, line.End - line.Start);
        return Width(text[..^text.TrimStart().Length]);
    }
}
