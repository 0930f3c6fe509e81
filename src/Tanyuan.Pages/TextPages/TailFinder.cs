namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds where an article ends and snippets of other stories begin. As in TextTiling (Hearst 1997) the sign is a drop in shared words that
/// lasts to the end of the page: an article's lines share words with each other, a snippet with nothing. The other signs are lines cut off
/// in the middle of a sentence, where the article's own lines end properly, and a notice or a list head at the border. Every border
/// weighs the sum of the evidence behind it, and the heaviest is taken if it is heavy enough: an article that merely ends on
/// another note stays whole.
/// </summary>
internal sealed class TailFinder
{
    const int FewestBodyCharacters = 60;
    const int ShortestSnippet = 20;
    const double EnoughBehindCue = 0.6;
    const double EnoughWhereCut = 1.5;
    const double EnoughForOneLine = 2.2;
    const double EnoughByWordsAlone = 3.5;

    readonly List<PageLine> lines;
    readonly double[] weights;
    readonly bool[] cues;

    TailFinder(List<PageLine> lines, HashSet<int> title)
    {
        this.lines = lines;
        cues = [.. lines.Select(line => FramePatterns.RuleOf(line) is not null)];
        var cohesion = Cohesion(lines);
        var usual = UsualCohesion(cohesion);
        var endShare = EndShare(lines);
        weights = [.. lines.Select((line, index) => cues[index] ? 0.2 : Weight(line, cohesion[index], usual, endShare, title))];
    }

    /// <summary>How many of the lines are the article; the rest are snippets of other stories.</summary>
    /// <param name="lines">The lines of an article without its title, in order; frame lines may still stand among them.</param>
    /// <param name="title">The words of its title.</param>
    public static int ArticleLength(List<PageLine> lines, HashSet<int> title) =>
        lines.Count < 2 ? lines.Count : new TailFinder(lines, title).FindBorder();

    int FindBorder()
    {
        var best = lines.Count;
        double bestWeight = 0, weight = 0;
        int cut = 0, whole = 0;
        for (var border = lines.Count - 1; border > 0; border--)
        {
            var line = lines[border];
            weight += weights[border];
            if (!cues[border] && line.Text.Length >= ShortestSnippet)
                (cut, whole) = line.EndsSentence ? (cut, whole + 1) : (cut + 1, whole);

            if (cut + whole == 0 || weight <= bestWeight)
                continue;

            var enough = cues[border] || cues[border - 1] ? EnoughBehindCue : cut < whole ? EnoughByWordsAlone : cut + whole > 1 ? EnoughWhereCut : EnoughForOneLine;
            if (weight >= enough && MayEndArticle(border))
                (best, bestWeight) = (border, weight);
        }

        return best;
    }

    bool MayEndArticle(int border)
    {
        var characters = 0;
        for (var i = 0; i < border && characters < FewestBodyCharacters; i++)
            characters += cues[i] ? 0 : lines[i].Text.Length;

        return characters >= FewestBodyCharacters;
    }

    // Positive where the line looks like a snippet of another story, negative where it looks like the article's own.
    static double Weight(PageLine line, double cohesion, double usual, double endShare, HashSet<int> title)
    {
        var size = Math.Clamp(line.Text.Length / 60.0, 0.3, 6);
        var foreign = Math.Clamp((usual * 0.6 - cohesion) / usual, -1.5, 0.6) * size * 1.5;
        if (line.Text.Length < ShortestSnippet)
            return Math.Clamp(foreign, -0.3, 0.1);

        var cut = line.EndsSentence ? -0.4 : 1.6 * endShare - 0.5;
        var titled = title.Count == 0 ? 0 : Math.Min(3, Bigrams.Of(line.Folded).Count(title.Contains)) * -0.3;
        return cut + foreign + titled;
    }

    // For each line the share of its words that some other line has too. A headline and the summary below it do not count for each other.
    static double[] Cohesion(List<PageLine> lines)
    {
        var terms = lines.ConvertAll(line => Bigrams.Of(line.Folded));
        var linesWith = new Dictionary<int, int>();
        foreach (var term in terms.SelectMany(set => set))
            linesWith[term] = linesWith.GetValueOrDefault(term) + 1;

        var cohesion = new double[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var above = i > 0 && IsPair(lines[i - 1], lines[i]) ? terms[i - 1] : null;
            var below = i + 1 < lines.Count && IsPair(lines[i], lines[i + 1]) ? terms[i + 1] : null;
            var shared = terms[i].Count(term =>
                linesWith[term] - 1 - (above?.Contains(term) == true ? 1 : 0) - (below?.Contains(term) == true ? 1 : 0) > 0);
            cohesion[i] = terms[i].Count == 0 ? 0 : (double)shared / terms[i].Count;
        }

        return cohesion;
    }

    static bool IsPair(PageLine headline, PageLine summary) => headline.Text.Length < 40 && !headline.EndsSentence && summary.Text.Length > headline.Text.Length;

    // How surely the article's own lines end as sentences end, judged by the upper part of the page.
    static double EndShare(List<PageLine> lines)
    {
        var prose = lines.Take(Math.Max(3, lines.Count / 2)).Where(line => line.Text.Length >= 40).ToList();
        return prose.Count == 0 ? 0.5 : (prose.Count(line => line.EndsSentence) + 0.5) / (prose.Count + 1.0);
    }

    double UsualCohesion(double[] cohesion)
    {
        var shares = new List<double>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length >= 40 && lines[i].EndsSentence)
                shares.Add(cohesion[i]);
        }

        if (shares.Count == 0)
            return 0.3;

        shares.Sort();
        return Math.Clamp(shares[shares.Count / 2], 0.15, 0.6);
    }
}
