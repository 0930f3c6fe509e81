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
    public static List<List<PageLine>> Split(List<PageLine> lines)
    {
        var open = lines.Where(line => line.IsOpen).ToList();
        return ByAlternation(open) ?? ByBylines(open) ?? [open];
    }

    static List<List<PageLine>>? ByAlternation(List<PageLine> open)
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
        return articles.All(article => article[1].Text.Length >= shortest) && AreStrangers(articles) ? articles : null;
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
    static bool AreStrangers(List<List<PageLine>> articles)
    {
        var bodies = articles.ConvertAll(article => article[1].Terms.ToHashSet());
        double own = 0, others = 0;
        var counted = 0;
        for (var i = 0; i < articles.Count; i++)
        {
            var headline = articles[i][0].Terms;
            if (headline.Length == 0)
                continue;

            counted++;
            own += Share(headline, bodies[i]);
            others += Enumerable.Range(0, bodies.Count).Where(j => j != i).Average(j => Share(headline, bodies[j]));
        }

        return counted > 0 && own / counted >= 0.2 && own >= 2 * others;
    }

    static double Share(int[] terms, HashSet<int> of) => (double)terms.Count(of.Contains) / terms.Length;

    static bool IsHeadline(PageLine line) =>
        line.Text.Length is >= 4 and <= LongestHeadline && !line.IsProse && !line.Text.EndsWith('。') && line.Folded[^1] is not (',' or ':' or ';');
}
