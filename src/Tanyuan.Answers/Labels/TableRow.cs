using Tanyuan.Text;

namespace Tanyuan.Answers.Labels;

/// <summary>
/// A row of a table in a text: its cells parted by tabs, or by runs of blanks where a page sets columns under each other. There a cell belongs to the head it stands under, since one that is empty leaves no
/// mark; Han characters are as wide as two others.
/// </summary>
internal sealed class TableRow
{
    const int LeastBlanks = 2;

    readonly string text;
    readonly bool isAligned;

    TableRow(string text, bool isAligned, List<TextSpan> cells) => (this.text, this.isAligned, Cells) = (text, isAligned, cells);

    /// <summary>Its cells, without blanks around them.</summary>
    public IReadOnlyList<TextSpan> Cells { get; }

    /// <summary>Whether a text may be a row of a table.</summary>
    public static bool IsMarked(ReadOnlySpan<char> text) => text.Contains('\t') || text.IndexOf("  ") >= 0 || text.IndexOf("　　") >= 0;

    /// <summary>The row of a text; of one cell where it is none.</summary>
    public static TableRow Of(string text)
    {
        var isAligned = !text.Contains('\t', StringComparison.Ordinal);
        var cells = new List<TextSpan>();
        var start = 0;
        while (start <= text.Length)
        {
            var (end, next) = isAligned ? NextBlanks(text, start) : NextTab(text, start);
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (!isAligned || to > from)
                cells.Add(new TextSpan(from, to - from));
            start = next;
        }

        return new TableRow(text, isAligned, cells);
    }

    /// <summary>Whether this and another row may stand in one table.</summary>
    public bool IsBeside(TableRow other) => isAligned == other.isAligned && (isAligned ? Cells.Count > 1 && other.Cells.Count > 1 : Cells.Count == other.Cells.Count);

    /// <summary>The head over a cell: by its place, or where columns are set under each other by what it stands under; -1 for none.</summary>
    public int HeadOf(int cell, TableRow head)
    {
        if (!isAligned || Cells.Count == head.Cells.Count)
            return cell < head.Cells.Count ? cell : -1;
        var (from, to) = Columns(cell);
        var (best, nearest) = (-1, int.MaxValue);
        for (var i = 0; i < head.Cells.Count; i++)
        {
            var (headFrom, headTo) = head.Columns(i);
            var apart = Math.Max(headFrom, from) < Math.Min(headTo, to) ? 0 : 1;
            var distance = (1000 * apart) + Math.Min(Math.Abs(headFrom - from), Math.Abs(headTo - to));
            if (distance < nearest)
                (best, nearest) = (i, distance);
        }

        return nearest < 1000 ? best : -1;
    }

    (int From, int To) Columns(int cell)
    {
        var from = Width(text.AsSpan(0, Cells[cell].Start));
        return (from, from + Width(text.AsSpan(Cells[cell].Start, Cells[cell].Length)));
    }

    static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var unit in text)
            width += unit >= '\u2e80' ? 2 : 1;
        return width;
    }

    static (int End, int Next) NextTab(string text, int start)
    {
        var end = text.IndexOf('\t', start);
        return end < 0 ? (text.Length, text.Length + 1) : (end, end + 1);
    }

    static (int End, int Next) NextBlanks(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && text[end] is ' ' or '　')
                end++;
            if (end - at >= LeastBlanks)
                return (at, end);
            at = Math.Max(at, end);
        }

        return (text.Length, text.Length + 1);
    }
}
