using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Finds the articles of a page that carries several in full: blocks beside each other that call themselves articles or posts, each with a heading
/// of its own and a good deal of prose, which together hold most of the page's text. Sections of one article have no byline of their own and
/// do not call themselves posts; teasers have too little prose.
/// </summary>
internal static class ArticleSplitter
{
    const float LeastProse = 100;
    const float LeastShare = 0.8f;

    /// <summary>The articles in page order; fewer than two where the page carries one.</summary>
    public static IReadOnlyList<Block> Split(PageLayout page, Line? headline)
    {
        var found = new List<Block>();
        var (whole, held) = (0f, 0f);
        foreach (var line in page.Lines)
            whole += Prose(line);
        var index = 1;
        while (index < page.Blocks.Count)
        {
            var block = page.Blocks[index];
            if (IsPost(block) && Heading(page, block) is not null && HasByline(page, block) && page.LinesOf(block).Sum(Prose) is >= LeastProse and var prose)
            {
                found.Add(block);
                held += prose;
                index = block.End;
            }
            else
            {
                index++;
            }
        }

        var isOne = headline is not null && found.Exists(block => block.Holds(headline) && headline.Block.Tag == "h1");
        return found.Count >= 2 && held >= LeastShare * whole && !isOne ? found : [];
    }

    /// <summary>The line that heads a block: a heading before its prose, or null.</summary>
    public static Line? Heading(PageLayout page, Block block)
    {
        foreach (var line in page.LinesOf(block))
        {
            if (line.Unseen is not null)
                continue;
            if (line.Block.Tag is "h1" or "h2" or "h3" && line.Measure.Weight >= 4)
                return line;
            if (line.Measure.IsProse)
                return null;
        }

        return null;
    }

    static bool IsPost(Block block) =>
        block.Tag == "article" || (block.Kind == BlockKind.Content && block.Tag is "div" or "section" or "li" && (block.Hints.Contains("post", StringComparison.OrdinalIgnoreCase) || block.Hints.Contains("hentry", StringComparison.OrdinalIgnoreCase)));

    static bool HasByline(PageLayout page, Block block)
    {
        foreach (var line in page.LinesOf(block))
        {
            if (line.Text.Length <= 120 && BylineParser.Parse(line.Text) is { Published: not null } or { Author: not null })
                return true;
        }

        return false;
    }

    static float Prose(Line line) => line.Fate == Fate.Main && line.Measure.IsProse ? line.Measure.FreeWeight : 0;
}
