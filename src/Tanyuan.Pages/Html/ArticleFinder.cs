namespace Tanyuan.Pages.Html;

/// <summary>
/// Finds the block that holds a page's article. Every line of prose gives its weight to the block it stands in, half of it to the next one
/// out, a third to the one after, and so on (Readability's scheme, but by weight and by the punctuation of both widths, so that Chinese
/// paragraphs count); link density, what the block is named and how closely it follows the headline scale the sum. From the best block it
/// climbs while the parent adds prose without adding furniture, because one article may stand in several siblings.
/// </summary>
internal static class ArticleFinder
{
    const int Reach = 5;

    /// <summary>An article with less prose may say the rest in lists and tables.</summary>
    const float ShortArticle = 200;

    /// <summary>The most of such an addition that may stand in links.</summary>
    const float MostLinked = 0.12f;

    /// <summary>The block that holds the article, or null where the page has no prose.</summary>
    public static Block? Find(PageLayout page, PageMass mass, Line? headline)
    {
        var scores = new float[page.Blocks.Count];
        foreach (var line in page.Lines)
        {
            var share = mass.Prose(line);
            if (share <= 0)
                continue;
            var block = ContainerOf(line.Block);
            for (var level = 1; level <= Reach && block is not null; level++, block = block.Parent)
                scores[block.Index] += share / level;
        }

        Block? best = null;
        var highest = 0f;
        foreach (var block in page.Blocks)
        {
            if (scores[block.Index] <= 0)
                continue;
            var score = scores[block.Index] * (1 - mass.LinkDensity(block)) * (block.Kind == BlockKind.Content ? 1.2f : 1) * Nearness(block, mass, headline);
            if (score > highest)
                (best, highest) = (block, score);
        }

        return best is null ? null : Climb(best, mass);
    }

    /// <summary>The article follows its headline; prose before it, or past other prose, is less likely to be it.</summary>
    static float Nearness(Block block, PageMass mass, Line? headline)
    {
        if (headline is null)
            return 1;
        if (block.Holds(headline))
            return 1.3f;
        if (block.EndLine <= headline.Index)
            return 0.7f;
        var between = mass.Prose(headline.Index + 1, block.FirstLine);
        return between < 0.5f * mass.Prose(block) ? 1.3f : between < mass.Prose(block) ? 1 : 0.7f;
    }

    static Block Climb(Block block, PageMass mass)
    {
        for (var outer = block.Parent; outer is not null; outer = outer.Parent)
        {
            var prose = mass.Prose(outer) - mass.Prose(block);
            var weight = mass.Weight(outer) - mass.Weight(block);
            if (prose > 0.2f * mass.Prose(block) && prose > 0.7f * weight)
                block = outer;
            else if (mass.Prose(block) < ShortArticle && outer.Tag is not ("body" or "html" or "form") && IsUnlinked(block, outer, mass))
                block = outer;
        }

        return block;
    }

    /// <summary>Recipes and products say much in lists without a sentence; what they add around the prose is hardly linked.</summary>
    static bool IsUnlinked(Block block, Block outer, PageMass mass)
    {
        var weight = mass.Weight(outer) - mass.Weight(block);
        return weight > 0 && weight < 4 * mass.Weight(block) && mass.Link(outer) - mass.Link(block) < MostLinked * weight;
    }

    /// <summary>Paragraph-like elements hold lines; what holds them is the container.</summary>
    static Block ContainerOf(Block block)
    {
        while (block.Parent is { } parent && block.Tag is "p" or "li" or "ul" or "ol" or "blockquote" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dd" or "dt" or "dl" or "center" or "figure" or "figcaption")
            block = parent;
        return block;
    }
}
