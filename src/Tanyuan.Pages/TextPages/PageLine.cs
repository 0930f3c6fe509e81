using System.Buffers;
using System.Text;
using Tanyuan.Pages.Metadata;
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

    string? frameRule;
    bool isFrameRuleKnown;
    Byline? byline;
    bool isBylineKnown;

    PageLine(string page, int start, int end, bool blankBefore, int[] breaks, PageTerms terms)
    {
        Start = start;
        End = end;
        BlankBefore = blankBefore;
        Breaks = breaks;
        Text = Join(page, start, end, breaks);
        Folded = TextFolder.Fold(Text);
        Terms = terms.Of(LinePunctuation.WithoutLink(Folded));
        EndsSentence = LinePunctuation.EndsSentence(Text);
        HoldsSentence = LinePunctuation.HoldsSentence(Text);
        IsProse = (Text.Length >= ShortestProse && EndsSentence && !LinePunctuation.IsQuestionOrCall(Text))
            || HoldsSentence
            || (Text.Length >= ProseWithoutEnd && LinePunctuation.CountCommas(Text) > 0);
    }

    /// <summary>Where its extent begins in the page.</summary>
    public int Start { get; }

    /// <summary>Where its extent ends in the page.</summary>
    public int End { get; }

    /// <summary>Where in the page it goes on after being broken at a fixed width.</summary>
    public int[] Breaks { get; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool BlankBefore { get; }

    /// <summary>Its text without surrounding white space.</summary>
    public string Text { get; }

    /// <summary>Its text in the form patterns are written in: half width, lower case, Simplified.</summary>
    public string Folded { get; }

    /// <summary>Its distinct terms.</summary>
    public int[] Terms { get; }

    /// <summary>Whether it ends as a sentence ends.</summary>
    public bool EndsSentence { get; }

    /// <summary>Whether a sentence ends in it.</summary>
    public bool HoldsSentence { get; }

    /// <summary>Whether it reads as running text.</summary>
    public bool IsProse { get; }

    /// <summary>The rule of the frame lines it reads as, or null: see <see cref="FramePatterns"/>.</summary>
    public string? FrameRule
    {
        get
        {
            if (!isFrameRuleKnown)
                (frameRule, isFrameRuleKnown) = (FramePatterns.RuleOf(this), true);
            return frameRule;
        }
    }

    /// <summary>What it says as a byline, dates without a year and relative ones not read; null where it is none.</summary>
    public Byline? Byline
    {
        get
        {
            if (!isBylineKnown)
                (byline, isBylineKnown) = (BylineParser.Parse(Text), true);
            return byline;
        }
    }

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

    /// <summary>Takes it out of the text by a rule of frame lines: aside where it tells of the page or of another story, else out of the page.</summary>
    public void Leave(string rule)
    {
        if (rule is FramePatterns.RelatedRule or FramePatterns.PropertiesRule)
            Fate = LineFate.Side;
        else
            Drop(rule);
    }

    /// <summary>The two lines that it becomes where it is cut in two.</summary>
    /// <param name="page">The page.</param>
    /// <param name="length">How many characters of its text the first has.</param>
    /// <param name="terms">The terms of the page.</param>
    public (PageLine Head, PageLine Tail) Part(string page, int length, PageTerms terms)
    {
        var blank = page.AsSpan(Start, End - Start);
        var border = Start + (blank.Length - blank.TrimStart().Length) + length;
        return (new PageLine(page, Start, border, BlankBefore, [], terms), new PageLine(page, border, End, false, [], terms));
    }

    /// <summary>Cuts a page into its lines; lines that were broken at a fixed width, or at links, are one again.</summary>
    public static List<PageLine> Split(string page, PageTerms terms)
    {
        var filled = Filled(page);
        var width = LineWrap.WidthOf(page, filled);

        // Where an empty line stands between all lines it says nothing.
        if (width is not null && filled.Count(line => line.BlankBefore) * 10 >= filled.Count * 9)
            filled = filled.ConvertAll(line => line with { BlankBefore = false });

        var goesOn = width is null ? LinkBreaks.Of(page, filled) : null;
        var lines = new List<PageLine>(filled.Count);
        for (var first = 0; first < filled.Count;)
        {
            var next = first + 1;
            while (next < filled.Count && (goesOn is null ? width is { } full && LineWrap.GoesOn(page, filled[next - 1], filled[next], full) : goesOn[next - 1]))
                next++;

            // The first line's extent has what white space stands above it, too.
            var start = first == 0 ? 0 : filled[first].Start;
            var end = next < filled.Count ? filled[next].Start : page.Length;
            int[] breaks = next == first + 1 ? [] : [.. filled[(first + 1)..next].Select(line => line.Start)];
            lines.Add(new PageLine(page, start, end, filled[first].BlankBefore, breaks, terms));
            first = next;
        }

        return lines;
    }

    static List<(int Start, int End, bool BlankBefore)> Filled(string page)
    {
        var filled = new List<(int Start, int End, bool BlankBefore)>();
        var blank = false;
        for (var start = 0; start < page.Length;)
        {
            var length = page.AsSpan(start).IndexOfAny(LineBreaks);
            var end = length < 0 ? page.Length : start + length;
            if (page.AsSpan(start, end - start).IsWhiteSpace())
            {
                blank = true;
            }
            else
            {
                filled.Add((start, end, blank));
                blank = false;
            }

            start = end + (page.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }

        return filled;
    }

    static string Join(string page, int start, int end, int[] breaks)
    {
        if (breaks.Length == 0)
            return page.AsSpan(start, end - start).Trim().ToString();

        var text = new StringBuilder();
        foreach (var piece in breaks.Append(end))
        {
            var content = page.AsSpan(start, piece - start).Trim();
            if (text.Length > 0 && LineWrap.NeedsBlank([text[^1]], content))
                text.Append(' ');

            text.Append(content);
            start = piece;
        }

        return text.ToString();
    }

    static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u2028\u2029\f\v\u0085");
}
