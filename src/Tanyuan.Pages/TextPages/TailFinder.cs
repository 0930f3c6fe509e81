namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds where an article ends and snippets of other stories begin. As in TextTiling (Hearst 1997) the sign is a drop in shared words that
/// lasts to the end of the page: an article's lines share words with each other, a snippet with nothing. Alone it must be strong; it
/// may be weaker behind a border sign (a list head, a notice), where headlines and summaries take turns, or where lines are cut off in the
/// middle of a sentence although the article's own lines end properly. So an article that merely ends on another note stays whole.
/// </summary>
internal sealed class TailFinder
{
    const int FewestBodyCharacters = 60;
    const int ShortestSnippet = 20;
    const int LongestHeadline = 40;
    const int FewestPairs = 3;
    const int LinesPerChance = 25;
    const double FewestProperEnds = 0.35;
    const int ShortestCutSnippet = 45;
    const double ShareOfKin = 0.6;
    const double LeastShareOfKin = 0.1;
    const double WeightOfCut = 1.6;
    const double EnoughWhereCut = 1.5;
    const double EnoughForOneLine = 2.2;
    const double EnoughByWordsAlone = 3.5;
    const double StrangerBehindHead = 0.65;
    const double StrangerBehindNotice = 0.5;
    const double StrangerInPairs = 0.4;
    const double StrangerByWords = 0.45;
    const double StrangerAtBorder = 0.75;

    readonly List<PageLine> lines;
    readonly int first;
    readonly string?[] frame;
    readonly double[] cohesion;
    readonly double[] cohesionBefore;
    readonly int[] measuredBefore;
    readonly double usual;
    readonly double endShare;
    readonly int[] titleTerms;
    readonly int termCount;

    TailFinder(List<PageLine> lines, int first, int[] title, int termCount)
    {
        (this.lines, this.first, this.termCount) = (lines, first, termCount);
        frame = new string?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            frame[i] = lines[i].FrameRule;
        var linesWith = new int[termCount];
        cohesion = Cohesion(lines, linesWith);
        titleTerms = TitleTerms(lines, title, linesWith);
        usual = UsualCohesion();
        endShare = EndShare(lines);
        cohesionBefore = new double[lines.Count + 1];
        measuredBefore = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            var measured = IsSnippetSized(i) && !double.IsNaN(cohesion[i]);
            cohesionBefore[i + 1] = cohesionBefore[i] + (measured ? cohesion[i] : 0);
            measuredBefore[i + 1] = measuredBefore[i] + (measured ? 1 : 0);
        }
    }

    /// <summary>How many of the lines are the article; the rest are snippets of other stories.</summary>
    /// <param name="lines">The lines of an article without its title, in order; frame lines may still stand among them.</param>
    /// <param name="first">The line where its running text begins: it ends behind that.</param>
    /// <param name="title">The terms of its title.</param>
    /// <param name="termCount">How many terms the page has.</param>
    public static int ArticleLength(List<PageLine> lines, int first, int[] title, int termCount)
    {
        if (lines.Count < 2)
            return lines.Count;

        var finder = new TailFinder(lines, first, title, termCount);
        var (byCuts, byWords) = finder.BordersByWeight();
        var clear = Math.Min(finder.BorderBySign(), byCuts);
        var border = clear < lines.Count ? clear : byWords;
        return finder.HoldsMost(border) ? border : lines.Count;
    }

    // An article is not put aside for what stands above it: whole sentences of a tail may not be more than its own.
    bool HoldsMost(int border)
    {
        var (own, tail) = (0, 0);
        for (var i = first; i < lines.Count; i++)
        {
            if (frame[i] is not null || !lines[i].IsProse || !IsWhole(lines[i]))
                continue;
            (own, tail) = i < border ? (own + lines[i].Text.Length, tail) : (own, tail + lines[i].Text.Length);
        }

        return own >= tail;
    }

    // The topmost list head, notice or row of headlines behind which nothing reads like the article.
    int BorderBySign()
    {
        for (var border = 1; border < lines.Count; border++)
        {
            double? limit = frame[border] == FrameFinder.ListHeadRule ? StrangerBehindHead
                : frame[border] is not null and not FramePatterns.AdvertisementRule ? StrangerBehindNotice
                : PairsFrom(border) >= FewestPairs ? StrangerInPairs
                : null;
            if (limit is { } share && MayEndArticle(border) && TailCohesion(border) is { } tail && tail <= share * BodyCohesion(border)
                && IsForeign(NextSnippet(border), border, StrangerAtBorder))
                return border;
            if (frame[border] == FrameFinder.ListHeadRule && MayEndArticle(border) && AreHeadlines(border + 1))
                return border;
        }

        return lines.Count;
    }

    // Whether nothing but headlines and frame stands from here to the end, one headline at least.
    bool AreHeadlines(int start)
    {
        var headlines = 0;
        for (var i = start; i < lines.Count; i++)
        {
            if (frame[i] is not null)
                continue;
            if (lines[i].HoldsSentence || lines[i].Text.Length > LongestHeadline || (lines[i].EndsSentence && !LinePunctuation.IsQuestionOrCall(lines[i].Text)))
                return false;
            headlines++;
        }

        return headlines > 0;
    }

    // The borders behind which the lines' evidence sums up highest, if high enough: where most are cut off, and by their words alone.
    (int ByCuts, int ByWords) BordersByWeight()
    {
        int byCuts = lines.Count, byWords = lines.Count;
        double bestCuts = 0, bestWords = 0, cutWeight = 0, wordWeight = 0;
        int cut = 0, whole = 0, cutLength = 0, cutPieces = 0;
        for (var border = lines.Count - 1; border > 0; border--)
        {
            if (IsSnippetSized(border))
            {
                (cut, whole) = IsCut(lines[border]) ? (cut + 1, whole) : (cut, whole + 1);
                cutLength += IsCut(lines[border]) ? lines[border].Text.Length : 0;
            }

            // What the article's own ends prove is weighed where the article is known to end.
            cutPieces += frame[border] is null && lines[border].Text.Length >= ShortestSnippet && IsCut(lines[border]) ? 1 : 0;

            cutWeight += Weight(border, cutsTell: true);
            wordWeight += Weight(border, cutsTell: false);
            if (cut + whole == 0 || !MayEndArticle(border))
                continue;

            var enough = cut + whole > 1 ? EnoughWhereCut : EnoughForOneLine;
            var share = cut >= 3 && cut >= 4 * whole && cutLength >= ShortestCutSnippet * cut ? Math.Max(endShare, EndShareBefore(border)) : endShare;
            var weight = cutWeight + (WeightOfCut * share * cutPieces);
            if (cut >= whole && share >= FewestProperEnds && weight >= enough && weight > bestCuts)
                (byCuts, bestCuts) = (border, weight);
            if (wordWeight >= EnoughByWordsAlone && wordWeight > bestWords && AreForeign(border))
                (byWords, bestWords) = (border, wordWeight);
        }

        return (IsKin(byCuts) ? lines.Count : byCuts, byWords);
    }

    // Whether what stands behind a border speaks of the article's own things: items of a list need no full stops.
    bool IsKin(int border)
    {
        if (border == lines.Count)
            return false;
        var holders = new int[termCount];
        for (var i = 0; i < border; i++)
            Add(holders, lines[i].Terms, 1);

        var (own, tail) = (0.0, 0.0);
        var (bodies, tails) = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsSnippetSized(i) || lines[i].Terms.Length == 0)
                continue;
            var shared = lines[i].Terms.Count(term => holders[term] > (i < border ? 1 : 0)) / (double)lines[i].Terms.Length;
            (own, bodies, tail, tails) = i < border ? (own + shared, bodies + 1, tail, tails) : (own, bodies, tail + shared, tails + 1);
        }

        return tails > 0 && bodies > 0 && tail / tails > Math.Max(LeastShareOfKin, ShareOfKin * own / bodies);
    }

    // Three lines at least, and hardly one of them like the article.
    bool AreForeign(int border)
    {
        int measured = 0, foreign = 0;
        for (var i = border; i < lines.Count; i++)
        {
            if (!IsSnippetSized(i))
                continue;

            measured++;
            foreign += IsForeign(i, border, StrangerByWords) ? 1 : 0;
        }

        return measured >= 3 && foreign >= measured * 0.8 && IsForeign(NextSnippet(border), border, StrangerByWords);
    }

    bool IsForeign(int index, int border, double limit) => index < lines.Count && !(cohesion[index] > limit * BodyCohesion(border));

    int NextSnippet(int border)
    {
        while (border < lines.Count && !IsSnippetSized(border))
            border++;

        return border;
    }

    // Positive where the line looks like a snippet of another story, negative where it looks like the article's own.
    double Weight(int index, bool cutsTell)
    {
        var line = lines[index];
        if (frame[index] is not null)
            return 0.2;

        var size = Math.Clamp(line.Text.Length / 60.0, 0.3, 6);
        var foreign = double.IsNaN(cohesion[index]) ? 0 : Math.Clamp((usual * 0.6 - cohesion[index]) / usual, -1.5, 0.6) * size * 1.5;
        if (line.Text.Length < ShortestSnippet)
            return Math.Clamp(foreign, -0.3, 0.05);

        var titled = Math.Min(3, titleTerms[index]) * -0.3;
        if (IsCut(line))
            return (cutsTell ? 0 : WeightOfCut * endShare) - 0.5 + foreign + titled;

        return cutsTell ? Math.Min(foreign, 0.5) - 0.6 + titled : foreign - 0.4 + titled;
    }

    bool IsSnippetSized(int index) => frame[index] is null && lines[index].Text.Length >= ShortestSnippet;

    // The items of a numbered list need no full stop.
    static bool IsCut(PageLine line) => !IsWhole(line) && !IsNumbered(line);

    // What goes on behind dots, or behind a link in brackets that says so, is cut off.
    static bool IsWhole(PageLine line) => line.EndsSentence && !LinePunctuation.BreaksOff(LinePunctuation.WithoutLink(line.Text));

    static bool IsNumbered(PageLine line) =>
        char.IsAsciiDigit(line.Folded[0]) && line.Folded.AsSpan().TrimStart("0123456789") is ['.' or '、' or ')' or ',' or ' ', ..];

    // How many times from here to the end a headline and a summary of one line take turns; 0 where anything else stands between.
    int PairsFrom(int border)
    {
        var pairs = 0;
        for (var i = border; i < lines.Count; i += 2)
        {
            if (i + 1 < lines.Count && IsPair(lines[i], lines[i + 1]) && lines[i].Text.Length >= 6 && lines[i + 1].Text.Length >= 30)
                pairs++;
            else if (frame[i] is null)
                return 0;
            else
                i--;
        }

        return pairs;
    }

    bool MayEndArticle(int border)
    {
        var characters = 0;
        for (var i = first; i < border && characters < FewestBodyCharacters; i++)
            characters += frame[i] is null && lines[i].IsProse ? lines[i].Text.Length : 0;

        return characters >= FewestBodyCharacters;
    }

    double BodyCohesion(int border) => measuredBefore[border] == 0 ? usual : cohesionBefore[border] / measuredBefore[border];

    double? TailCohesion(int border)
    {
        var measured = measuredBefore[lines.Count] - measuredBefore[border];
        return measured == 0 ? null : (cohesionBefore[lines.Count] - cohesionBefore[border]) / measured;
    }

    // For each line the share of its words that other lines have too; on a long page, where any word comes back by chance, several
    // others. A headline and the summary below it do not count for each other. Not a number for a line without words.
    static double[] Cohesion(List<PageLine> lines, int[] linesWith)
    {
        foreach (var line in lines)
        {
            foreach (var term in line.Terms)
                linesWith[term]++;
        }

        var others = 1 + lines.Count / LinesPerChance;
        var cohesion = new double[lines.Count];
        int[]? inPairs = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var own = lines[i].Terms;
            var above = i > 0 && IsPair(lines[i - 1], lines[i]) ? lines[i - 1].Terms : [];
            var below = i + 1 < lines.Count && IsPair(lines[i], lines[i + 1]) ? lines[i + 1].Terms : [];
            var shared = 0;
            if (above.Length + below.Length == 0)
            {
                foreach (var term in own)
                    shared += linesWith[term] > others ? 1 : 0;
            }
            else
            {
                inPairs ??= new int[linesWith.Length];
                Add(inPairs, above, 1);
                Add(inPairs, below, 1);
                foreach (var term in own)
                    shared += linesWith[term] - inPairs[term] > others ? 1 : 0;
                Add(inPairs, above, -1);
                Add(inPairs, below, -1);
            }

            cohesion[i] = own.Length == 0 ? double.NaN : (double)shared / own.Length;
        }

        return cohesion;
    }

    static void Add(int[] counts, int[] terms, int value)
    {
        foreach (var term in terms)
            counts[term] += value;
    }

    // For each line how many of its terms the title has.
    static int[] TitleTerms(List<PageLine> lines, int[] title, int[] counts)
    {
        var shared = new int[lines.Count];
        if (title.Length == 0)
            return shared;

        Array.Clear(counts);
        Add(counts, title, 1);
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var term in lines[i].Terms)
                shared[i] += counts[term];
        }

        return shared;
    }

    static bool IsPair(PageLine headline, PageLine summary) =>
        headline.Text.Length < 40 && !headline.IsProse && !headline.Text.EndsWith('。') && summary.Text.Length > headline.Text.Length;

    // How surely the article's own lines end as sentences end, judged by the upper part of the page.
    static double EndShare(List<PageLine> lines)
    {
        int prose = 0, ended = 0;
        for (var i = 0; i < Math.Min(lines.Count, Math.Max(3, lines.Count / 2)); i++)
        {
            if (lines[i].Text.Length < 40)
                continue;
            prose++;
            ended += IsWhole(lines[i]) ? 1 : 0;
        }

        return prose == 0 ? 0.5 : (ended + 0.5) / (prose + 1.0);
    }

    // The same of all lines above a border: snippets may be many more than the lines of the article.
    double EndShareBefore(int border)
    {
        int prose = 0, ended = 0;
        for (var i = 0; i < border; i++)
        {
            if (frame[i] is not null || lines[i].Text.Length < 40)
                continue;
            prose++;
            ended += IsWhole(lines[i]) ? 1 : 0;
        }

        return prose < 2 ? 0 : (ended + 0.5) / (prose + 1.0);
    }

    double UsualCohesion()
    {
        var shares = new List<double>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length >= 40 && lines[i].EndsSentence && !double.IsNaN(cohesion[i]))
                shares.Add(cohesion[i]);
        }

        if (shares.Count == 0)
            return 0.3;

        shares.Sort();
        return Math.Clamp(shares[shares.Count / 2], 0.15, 0.6);
    }
}
