namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds where an article ends and snippets of other stories begin. As in TextTiling (Hearst 1997) the sign is a drop in shared words that
/// lasts to the end of the page; the other signs are lines cut off in the middle of a sentence, where the article's own lines end
/// properly, and a notice or a list head at the border. Every border is weighed as the sum of its lines' evidence, and the heaviest
/// is taken if it is heavy enough: an article that merely ends on another note stays whole.
/// </summary>
internal sealed class TailFinder
{
    const int FewestBodyCharacters = 60;
    const int Examined = 160;
    const double Enough = 2.0;
    const double EnoughBehindCue = 0.6;

    readonly List<PageLine> lines;
    readonly List<int[]> firstSeen;
    readonly HashSet<int> title;
    readonly double endShare;
    readonly double usualCohesion;

    TailFinder(List<PageLine> lines, HashSet<int> title)
    {
        this.lines = lines;
        this.title = title;
        firstSeen = FirstSeen(lines);
        endShare = EndShare(lines);
        usualCohesion = UsualCohesion();
    }

    /// <summary>How many of the lines are the article; the rest are snippets of other stories.</summary>
    /// <param name="lines">The lines of an article without its title, in order; frame lines may still stand among them.</param>
    /// <param name="title">The words of its title.</param>
    public static int ArticleLength(List<PageLine> lines, HashSet<int> title)
    {
        if (lines.Count < 2)
            return lines.Count;

        return new TailFinder(lines, title).FindBorder();
    }

    int FindBorder()
    {
        var best = lines.Count;
        var bestWeight = 0.0;
        var lowest = Math.Max(1, lines.Count - Examined);
        for (var border = lines.Count - 1; border >= lowest; border--)
        {
            if (!MayEndArticle(border))
                continue;

            var cue = IsCue(border) || IsCue(border - 1);
            var weight = 0.0;
            for (var i = border; i < lines.Count; i++)
                weight += Weight(i, border);

            weight += cue ? 1.0 : 0;
            if (weight > bestWeight && weight >= (cue ? EnoughBehindCue : Enough))
                (best, bestWeight) = (border, weight);
        }

        return best;
    }

    bool MayEndArticle(int border)
    {
        var characters = 0;
        for (var i = 0; i < border && characters < FewestBodyCharacters; i++)
            characters += FramePatterns.RuleOf(lines[i]) is null ? lines[i].Text.Length : 0;

        return characters >= FewestBodyCharacters;
    }

    bool IsCue(int index) => FramePatterns.RuleOf(lines[index]) is not null;

    // Positive where the line looks like a snippet of another story behind this border, negative where it looks like the article's own.
    double Weight(int index, int border)
    {
        var line = lines[index];
        if (IsCue(index))
            return 0.3;

        var shared = firstSeen[index].Count(first => first < border);
        var cohesion = firstSeen[index].Length == 0 ? usualCohesion : (double)shared / firstSeen[index].Length;
        var length = Math.Min(line.Text.Length / 60.0, 6);
        var foreign = Math.Clamp((usualCohesion * 0.7 - cohesion) / Math.Max(usualCohesion, 0.05), -1.5, 0.7) * Math.Max(length, 0.3);
        if (line.Text.Length < 20)
            return foreign * 0.5;

        var cut = line.EndsSentence ? -0.6 : 1.6 * endShare - 0.5;
        var titled = title.Count == 0 ? 0 : Math.Min(3, Bigrams.Of(line.Folded).Count(title.Contains)) * -0.35;
        return cut + foreign + titled;
    }

    // For each line the line in which each of its terms is first seen, in ascending order.
    static List<int[]> FirstSeen(List<PageLine> lines)
    {
        var first = new Dictionary<int, int>();
        var all = new List<int[]>();
        for (var i = 0; i < lines.Count; i++)
        {
            var terms = Bigrams.Of(lines[i].Folded);
            foreach (var term in terms)
                first.TryAdd(term, i);

            all.Add([.. terms.Select(term => first[term])]);
        }

        return all;
    }

    // How surely the article's own lines end as sentences end, judged by its first half.
    static double EndShare(List<PageLine> lines)
    {
        var prose = lines.Take(Math.Max(3, lines.Count / 2)).Where(line => line.Text.Length >= 40).ToList();
        return prose.Count == 0 ? 0.5 : (prose.Count(line => line.EndsSentence) + 0.5) / (prose.Count + 1.0);
    }

    double UsualCohesion()
    {
        var shares = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Text.Length >= 40 && lines[i].EndsSentence && firstSeen[i].Length > 0)
                shares.Add((double)firstSeen[i].Count(first => first < i) / firstSeen[i].Length);
        }

        if (shares.Count == 0)
            return 0.2;

        shares.Sort();
        return Math.Clamp(shares[shares.Count / 2], 0.1, 0.4);
    }
}
