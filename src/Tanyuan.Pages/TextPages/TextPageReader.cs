using Tanyuan.Text.Repairing;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Reads a page whose mark-up is gone. The page is cut into lines, and finders decide one after the other what becomes of each: link farms
/// and frame are dropped, the rest is split into articles, and of each article the title, the bylines and the snippets of other stories
/// are told from the text. Every line ends in exactly one place, so nothing of the page is lost: a line is title, text, side or drop.
/// </summary>
internal static class TextPageReader
{
    const int LinesAbove = 3;

    /// <summary>The documents of a page, in its order; none where nothing on it is an article.</summary>
    /// <param name="page">The page.</param>
    /// <param name="fetched">When it was fetched, which dates without a year are read against, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static List<Document> Read(RepairedText page, DateTimeOffset? fetched = null, CancellationToken cancellationToken = default)
    {
        using var terms = new PageTerms(page.Text.Length);
        var lines = PageLine.Split(page.Text, terms);
        LinkFarmFinder.Mark(lines, terms);
        FrameFinder.Mark(lines, terms.Count);
        var shell = ShellFinder.Mark(lines, page.Text, terms);
        cancellationToken.ThrowIfCancellationRequested();

        var articles = new List<(Heading Heading, List<PageLine> Lines)>();
        foreach (var article in ArticleSplitter.Split(lines, terms.Count))
        {
            if (article.Count > 0)
                articles.Add((Settle(article, shell, Above(lines, article), terms, fetched), article));
        }

        articles.RemoveAll(article => !article.Lines.Exists(line => line.IsOpen));
        return new DocumentAssembler(page, lines).Assemble(articles);
    }

    // The frame that stands around the heading of an article.
    static List<PageLine> Above(List<PageLine> lines, List<PageLine> article)
    {
        var start = lines.IndexOf(article[0]);
        var text = lines.FindIndex(start, line => line.IsOpen && line.IsProse);
        start = Math.Max(0, start - LinesAbove);
        return text < 0 ? [] : lines.GetRange(start, text - start).FindAll(line => line.Fate is LineFate.Dropped or LineFate.Side && line.Rule != LinkFarmFinder.Rule);
    }

    static Heading Settle(List<PageLine> article, PageShell? shell, List<PageLine> above, PageTerms terms, DateTimeOffset? fetched)
    {
        var heading = HeadingFinder.Find(article, shell?.Title, above, fetched);
        var body = article.FindAll(line => line.IsOpen);
        var start = shell is null ? 0 : Math.Max(0, body.IndexOf(shell.Start));
        var end = shell is { IsDiscussion: true } ? body.Count : TailFinder.ArticleLength(body, start, heading.Title?.Terms ?? [], terms.Count);
        foreach (var line in body.Skip(end))
        {
            if (line.FrameRule is { } rule)
                line.Leave(rule);
            else
                line.Fate = LineFate.Side;
        }

        // What the tail hid from the frame finder now stands at the end.
        for (var i = end - 1; i > 0 && body[i].FrameRule is { } rule; i--)
            body[i].Leave(rule);

        return HeadingFinder.WithEnd(heading, article);
    }
}
