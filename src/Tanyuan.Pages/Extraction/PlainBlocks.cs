using System.Buffers;

namespace Tanyuan.Pages.Extraction;

/// <summary>
/// Tells the blocks of a text whose mark-up is gone, by what its lines look like: rows with tabs in them are a table, lines that begin with
/// bullets or count up are a list, lines behind <c>&gt;</c> a quotation, a short line without an end above a long one a heading. A sign that
/// stands alone is none: a table and a list have two lines at least.
/// </summary>
internal static class PlainBlocks
{
    const int LongestHeading = 40;
    const int LongestLatinHeading = 80;
    const int LongestNumber = 4;

    static readonly SearchValues<char> Ends = SearchValues.Create("。！？；：，、!?;:,.…");
    static readonly SearchValues<char> Bullets = SearchValues.Create("•●○◆◇■□▪▸►※✓✔★☆");
    static readonly SearchValues<char> CircledNumbers = SearchValues.Create("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");

    /// <summary>The blocks of a text.</summary>
    public static List<DocumentBlock> Of(string text)
    {
        var lines = Lines(text);
        var blocks = new List<DocumentBlock>(lines.Count);
        for (var index = 0; index < lines.Count;)
        {
            var kind = Look(text.AsSpan(lines[index]));
            var end = index + 1;
            while (kind != DocumentBlockKind.Paragraph && end < lines.Count && Look(text.AsSpan(lines[end])) == kind)
                end++;
            if (end - index < 2 && kind is DocumentBlockKind.Table or DocumentBlockKind.List)
                kind = DocumentBlockKind.Paragraph;
            if (kind == DocumentBlockKind.Paragraph && index + 1 < lines.Count && IsHeading(text.AsSpan(lines[index]), text.AsSpan(lines[index + 1])))
                kind = DocumentBlockKind.Heading;

            var start = lines[index].Start.Value;
            blocks.Add(new DocumentBlock(kind, start, lines[end - 1].End.Value - start));
            index = end;
        }

        return blocks;
    }

    static List<Range> Lines(string text)
    {
        var lines = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, end - start);
            var content = line.Trim();
            if (content.Length > 0)
            {
                var first = start + line.Length - line.TrimStart().Length;
                lines.Add(first..(first + content.Length));
            }

            start = end + 1;
        }

        return lines;
    }

    static DocumentBlockKind Look(ReadOnlySpan<char> line)
    {
        if (line.Contains('\t'))
            return DocumentBlockKind.Table;
        if (line[0] == '>')
            return DocumentBlockKind.Quote;
        return IsItem(line) ? DocumentBlockKind.List : DocumentBlockKind.Paragraph;
    }

    static bool IsItem(ReadOnlySpan<char> line)
    {
        if (Bullets.Contains(line[0]) || CircledNumbers.Contains(line[0]))
            return true;
        if (line is ['-' or '*' or '·' or '–', ' ' or '\u3000', ..])
            return true;
        var isBracketed = line[0] is '(' or '（';
        var number = isBracketed ? line[1..] : line;
        var length = number.IndexOfAnyExceptInRange('0', '9');
        if (length is < 1 or > LongestNumber)
            return false;
        return isBracketed ? number[length] is ')' or '）' : number[length] is '、' or ')' or '）' or '．' || (number[length] == '.' && length + 1 < number.Length && !char.IsAsciiDigit(number[length + 1]));
    }

    static bool IsHeading(ReadOnlySpan<char> line, ReadOnlySpan<char> below)
    {
        var longest = line.ContainsAnyInRange('\u3400', '\u9FFF') ? LongestHeading : LongestLatinHeading;
        return line.Length >= 2 && line.Length <= longest && !Ends.Contains(line[^1]) && below.Length > 2 * line.Length && below.ContainsAny(Ends)
            && !line.ContainsAny('。', '“', '「');
    }
}
