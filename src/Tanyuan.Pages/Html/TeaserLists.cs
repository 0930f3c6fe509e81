namespace Tanyuan.Pages.Html;

/// <summary>
/// Finds lists of teasers by their shape, whatever they are called: several children of one element, most of which carry a line that is one link
/// of headline length, and little text of their own.
/// </summary>
internal static class TeaserLists
{
    const int LeastTeasers = 3;
    const float LightestHeadline = 6;

    /// <summary>The most prose of a teaser; what says more is a story.</summary>
    const float HeaviestTeaser = 160;

    /// <summary>Drops the page's teaser lists, except one that the headline stands in.</summary>
    public static void Drop(PageLayout page, PageMass mass, Line? headline)
    {
        var index = 1;
        while (index < page.Blocks.Count)
        {
            var block = page.Blocks[index];
            if (block.Tag is not "body" && mass.LinkDensity(block) > 0.05f && (headline is null || !block.Holds(headline)) && IsTeaserList(page, mass, block))
            {
                page.Drop(block, "related");
                index = block.End;
            }
            else
            {
                index++;
            }
        }
    }

    static bool IsTeaserList(PageLayout page, PageMass mass, Block block)
    {
        var (children, teasers) = (0, 0);
        foreach (var child in page.ChildrenOf(block))
        {
            if (mass.Weight(child) <= 0)
                continue;
            children++;
            if (IsTeaser(page, mass, child))
                teasers++;
        }

        return teasers >= LeastTeasers && teasers * 10 >= children * 7;
    }

    static bool IsTeaser(PageLayout page, PageMass mass, Block block)
    {
        if (block.Tag == "p" || mass.Prose(block) > HeaviestTeaser)
            return false;
        var lines = 0;
        var hasHeadline = false;
        foreach (var line in page.LinesOf(block))
        {
            if (!line.IsOpen)
                continue;
            if (++lines > 12)
                return false;
            hasHeadline |= line.Measure.LinkDensity > 0.9f && line.Measure.Weight >= LightestHeadline;
        }

        return hasHeadline;
    }
}
