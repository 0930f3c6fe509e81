using System.Text.RegularExpressions;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Tells damage that a text quotes, as its reader sees it, from damage of the text itself. Quoted damage stands alone in quotation marks or
/// brackets; or the text speaks of charsets nearby, and holds the very letters, sound, elsewhere. Nobody quotes control characters, which nobody sees.
/// </summary>
internal static partial class Quotation
{
    const string Opening = "\"'`([<‘“「『";
    const string Closing = "\"'`)]>’”」』";

    const int Nearby = 1000;

    /// <summary>Whether the runs of a line are quoted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="runs">What looks damaged, by its place in the line, and how it would be read.</param>
    public static bool Is(string text, int start, int end, List<(int Start, int Length, string Reading)> runs)
    {
        var line = text.AsSpan(start, end - start);
        return runs.Count > 0 && line.IndexOfAnyInRange('\u0080', '\u009F') < 0 && (IsInMarks(line, runs) || IsInContrast(text, start, end, runs));
    }

    static bool IsInMarks(ReadOnlySpan<char> line, List<(int Start, int Length, string Reading)> runs)
    {
        if (runs is not [var (start, length, _)] || start == 0 || start + length == line.Length)
            return false;
        var mark = Opening.IndexOf(line[start - 1], StringComparison.Ordinal);
        return mark >= 0 && Closing[mark] == line[start + length];
    }

    static bool IsInContrast(string text, int start, int end, List<(int Start, int Length, string Reading)> runs)
    {
        if (!runs.TrueForAll(run => run.Reading.Length == 1 && text.Contains(run.Reading, StringComparison.Ordinal)))
            return false;
        var from = Math.Max(0, start - Nearby);
        return Topic().IsMatch(text.AsSpan(from, Math.Min(text.Length, end + Nearby) - from));
    }

    [GeneratedRegex(
        @"\b(?:utf-?8|utf-?16|latin-?1|iso-?8859|windows-?125\d|cp-?125\d|unicode|mojibake|code ?pages?|charsets?|character sets?|(?:en|de|trans)cod(?:e[ds]?|ing|age|ificación)|codifica\w*|zeichensätze?|zeichensatz|zeichenkodierung)\b"
        + "|编码|編碼|乱码|亂碼|字符集|字元集|文字コード|文字化け|エンコード|인코딩|문자 집합|кодиров|кодуванн",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Topic();
}
