using System.Buffers;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Gives a body that lost its line breaks its paragraphs back. In Chinese no blank follows the end of a sentence, so a blank there, or two
/// blanks anywhere, is what the lost break left behind. Only white space changes.
/// </summary>
internal static class ParagraphBreaker
{
    const int ShortestBody = 300;
    const int ShortestParagraph = 16;

    static readonly SearchValues<char> Blanks = SearchValues.Create(" \u3000\u00a0\t");

    /// <summary>The slices of a line that are its paragraphs, in order; together they are the line's whole extent.</summary>
    public static List<(int Start, int End)> Split(string page, PageLine line)
    {
        var paragraphs = new List<(int Start, int End)>();
        var start = line.Start;
        if (line.Text.Length >= ShortestBody && line.Text.Any(HanCharacter.Is))
        {
            for (var position = NextBlank(page, line.Start, line.End); position < line.End; position = NextBlank(page, position + 1, line.End))
            {
                if (position - start < ShortestParagraph || !IsBreak(page, position, line.End))
                    continue;

                paragraphs.Add((start, position));
                start = position;
            }
        }

        paragraphs.Add((start, line.End));
        return paragraphs;
    }

    static bool IsBreak(string page, int position, int end)
    {
        if (position + 1 >= end || page.AsSpan(position, end - position).IsWhiteSpace())
            return false;

        if (IsBlank(page[position + 1]))
            return true;

        var before = page[position - 1];
        if (before is '。' or '！' or '？' or '…')
            return true;

        // A closing quote or bracket after the end of a sentence, or a half-width mark behind a Han character.
        var inner = page[position - 2];
        return before is '”' or '」' or '）' or '"' ? inner is '。' or '！' or '？' or '…' or '!' or '?'
            : before is '!' or '?' && HanCharacter.Is(inner);
    }

    static int NextBlank(string page, int from, int end)
    {
        var next = page.AsSpan(from, end - from).IndexOfAny(Blanks);
        return next < 0 ? end : from + next;
    }

    static bool IsBlank(char unit) => Blanks.Contains(unit);
}
