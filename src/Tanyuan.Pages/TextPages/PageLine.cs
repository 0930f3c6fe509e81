using System.Buffers;
using Tanyuan.Text.Folding;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// A line of a text page that holds more than white space, with what the finders need to know of it. Its extent runs to the next such
/// line, so the extents of all lines together are the whole page.
/// </summary>
internal sealed class PageLine
{
    // Shorter lines are headings and menu items even when they end in a question mark.
    const int ShortestProse = 12;

    const int ProseWithoutEnd = 48;

    public PageLine(string page, int start, int end, bool blankBefore)
    {
        Start = start;
        End = end;
        BlankBefore = blankBefore;
        Text = page[start..end].Trim();
        Folded = TextFolder.Fold(Text);
        EndsSentence = LinePunctuation.EndsSentence(Text);
        IsProse = (Text.Length >= ShortestProse && EndsSentence && !LinePunctuation.IsQuestionOrCall(Text))
            || LinePunctuation.HoldsSentence(Text)
            || (Text.Length >= ProseWithoutEnd && LinePunctuation.CountCommas(Text) > 0);
    }

    /// <summary>Where its extent begins in the page.</summary>
    public int Start { get; }

    /// <summary>Where its extent ends in the page.</summary>
    public int End { get; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool BlankBefore { get; }

    /// <summary>Its text without surrounding white space.</summary>
    public string Text { get; }

    /// <summary>Its text in the form patterns are written in: half width, lower case, Simplified.</summary>
    public string Folded { get; }

    /// <summary>Whether it ends as a sentence ends.</summary>
    public bool EndsSentence { get; }

    /// <summary>Whether it reads as running text.</summary>
    public bool IsProse { get; }

    /// <summary>What becomes of it; none until a finder has decided.</summary>
    public LineFate Fate { get; set; }

    /// <summary>The rule that removed it, where it was removed.</summary>
    public string Rule { get; private set; } = "";

    public bool IsOpen => Fate == LineFate.Open;

    public void Drop(string rule)
    {
        Fate = LineFate.Dropped;
        Rule = rule;
    }

    /// <summary>Cuts a page into its lines.</summary>
    public static List<PageLine> Split(string page)
    {
        var filled = new List<(int Start, bool BlankBefore)>();
        var blank = false;
        for (var start = 0; start < page.Length;)
        {
            var length = page.AsSpan(start).IndexOfAny(Breaks);
            var end = length < 0 ? page.Length : start + length;
            if (page.AsSpan(start, end - start).IsWhiteSpace())
            {
                blank = true;
            }
            else
            {
                filled.Add((start, blank));
                blank = false;
            }

            start = end + (page.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }

        var lines = new List<PageLine>(filled.Count);
        for (var i = 0; i < filled.Count; i++)
        {
            var start = i == 0 ? 0 : filled[i].Start;
            lines.Add(new PageLine(page, start, i + 1 < filled.Count ? filled[i + 1].Start : page.Length, filled[i].BlankBefore));
        }

        return lines;
    }

    static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u2028\u2029\f\v\u0085");
}
