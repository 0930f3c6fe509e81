using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Splits a page that carries several articles. Two shapes are known: a headline and the whole body on the next line, again and again
/// (a portal whose mark-up is gone), and a headline followed by a byline, again and again. Sections of one article do not pass: their
/// words are shared over the sections, where an article's headline shares its words with its own body far more than with the others.
/// </summary>
internal static class ArticleSplitter
{
    const int LongestHeadline = 64;
    const int ShortestBody = 100;
    const int ShortestBodyOfTwo = 240;

    /// <summary>The articles among the open lines, in order; a single one where the page does not split.</summary>
    /// <param name="lines">The lines of a page.</param>
    /// <param name="termCount">How many terms the page has.</param>
    public static List<List<PageLine>> Split(List<PageLine> lines, int termCount)
    {
        var open = lines.FindAll(line => line.IsOpen);
        return ByAlternation(open, termCount) ?? ByBylines(open) ?? [open];
    }

    static List<List<PageLine>>? ByAlternation(List<PageLine> open, int termCount)
    {
        var articles = new List<List<PageLine>>();
        for (var i = 0; i < open.Count;)
        {
            if (!IsHeadline(open[i]) || i + 1 >= open.Count || open[i + 1].Text.Length < ShortestBody)
            {
                // What follows the last pair (a notice, a stray line) goes with it; a page that does not begin with a pair is no portal.
                if (articles.Count == 0 || open[i].Text.Length >= ShortestBody)
                    return null;

                articles[^1].Add(open[i++]);
                continue;
            }

            articles.Add([open[i], open[i + 1]]);
            i += 2;
        }

        if (articles.Count < 2 || articles.Sum(article => article.Count) > articles.Count * 2.5)
            return null;

        var shortest = articles.Count == 2 ? ShortestBodyOfTwo : ShortestBody;
        return articles.All(article => article[1].Text.Length >= shortest) && AreStrangers(articles, termCount) ? articles : null;
    }

    static List<List<PageLine>>? ByBylines(List<PageLine> open)
    {
        var starts = new List<int>();
        for (var i = 0; i + 2 < open.Count; i++)
        {
            if (open[i + 2].IsProse && IsHeadline(open[i]) && open[i + 1].Text.Length <= BylineParser.LongestWhole && open[i + 1].Byline is { IsWhole: true, Published: not null })
                starts.Add(i);
        }

        if (starts.Count < 2 || starts[0] > 1)
            return null;

        var articles = new List<List<PageLine>>();
        for (var i = 0; i < starts.Count; i++)
        {
            var start = i == 0 ? 0 : starts[i];
            articles.Add(open.GetRange(start, (i + 1 < starts.Count ? starts[i + 1] : open.Count) - start));
        }

        return articles.All(article => article.Sum(line => line.Text.Length) >= ShortestBody) ? articles : null;
    }

    // A headline shares at least twice as many of its words with its own body as with the others on average.
    static bool AreStrangers(List<List<PageLine>> articles, int termCount)
    {
        var own = 0.0;
        var others = new double[articles.Count];
        var isInBody = new bool[termCount];
        for (var body = 0; body < articles.Count; body++)
        {
            Set(isInBody, articles[body][1].Terms, true);
            for (var article = 0; article < articles.Count; article++)
            {
                var share = Share(articles[article][0].Terms, isInBody);
                own += article == body ? share : 0;
                others[article] += article == body ? 0 : share;
            }

            Set(isInBody, articles[body][1].Terms, false);
        }

        var counted = articles.Count(article => article[0].Terms.Length > 0);
        return counted > 0 && own / counted >= 0.2 && own >= 2 * others.Sum(shares => shares / (articles.Count - 1));
    }

    static void Set(bool[] set, int[] members, bool value)
    {
        foreach (var term in members)
            set[term] = value;
    }

    static double Share(int[] terms, bool[] of)
    {
        var shared = 0;
        foreach (var term in terms)
            shared += of[term] ? 1 : 0;
        return terms.Length == 0 ? 0 : (double)shared / terms.Length;
    }

    static bool IsHeadline(PageLine line) =>
        line.Text.Length is >= 4 and <= LongestHeadline && !line.IsProse && !line.Text.EndsWith('。') && line.Folded[^1] is not (',' or ':' or ';');
}
