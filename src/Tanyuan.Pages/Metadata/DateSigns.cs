using System.Buffers;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// What the forms that <see cref="DateParser"/> reads are written with, found in one look at each year of a text. A form without its sign is not in the text, and need not be
/// looked for; one with it may be.
/// </summary>
/// <param name="Year">A year of four digits that begins with 19 or 20.</param>
/// <param name="YearThenSign">Such a year before a hyphen, slash or point.</param>
/// <param name="SignThenYear">Such a year behind a hyphen, slash or point.</param>
/// <param name="YearThenWord">Such a year before <c>年</c>, in a text with <c>月</c>.</param>
/// <param name="YearInFigures">A Chinese figure before <c>年</c>, in a text with <c>月</c>.</param>
/// <param name="Republic"><c>民</c> before <c>国</c>, in a text with <c>年</c> and <c>月</c>.</param>
internal readonly record struct DateSigns(bool Year, bool YearThenSign, bool SignThenYear, bool YearThenWord, bool YearInFigures, bool Republic)
{
    const int Digits = 4;

    static readonly SearchValues<char> Signs = SearchValues.Create("-/.．－–");
    static readonly SearchValues<char> Figures = SearchValues.Create("〇○零Ｏ一二三四五六七八九");

    /// <summary>The signs of a text.</summary>
    public static DateSigns Of(ReadOnlySpan<char> text)
    {
        bool year = false, yearThenSign = false, signThenYear = false, yearThenWord = false;
        var hasWords = text.Contains('年') && text.Contains('月');
        for (var at = NextYear(text, 0); at >= 0; at = NextYear(text, at + 1))
        {
            year = true;
            var after = text[(at + Digits)..].TrimStart();
            yearThenSign |= !after.IsEmpty && Signs.Contains(after[0]);
            yearThenWord |= hasWords && after is ['年', ..];
            var before = text[..at].TrimEnd();
            signThenYear |= !before.IsEmpty && Signs.Contains(before[^1]);
        }

        return new(year, yearThenSign, signThenYear, yearThenWord, hasWords && IsYearInFigures(text), hasWords && (text.IndexOf("民国") >= 0 || text.IndexOf("民國") >= 0));
    }

    static int NextYear(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; ; at++)
        {
            var next = text[at..].IndexOfAny('1', '2');
            if (next < 0)
                return -1;
            at += next;
            if (text[at..] is [var first, var second, var third, var fourth, ..] && second == (first == '1' ? '9' : '0') && char.IsDigit(third) && char.IsDigit(fourth))
                return at;
        }
    }

    static bool IsYearInFigures(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('年'); at >= 0; at = text.IndexOf('年'))
        {
            if (text[..at].TrimEnd() is [.., var last] && Figures.Contains(last))
                return true;
            text = text[(at + 1)..];
        }

        return false;
    }
}
