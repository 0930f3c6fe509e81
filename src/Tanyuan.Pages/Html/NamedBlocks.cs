namespace Tanyuan.Pages.Html;

/// <summary>
/// Drops the blocks whose names give them away as something other than the text. A name is overruled where the block holds a good part of the
/// page's prose or its headline, and where it says related stories but links to none.
/// </summary>
internal static class NamedBlocks
{
    /// <summary>The most of a page's prose that a block may hold and still be dropped by its name.</summary>
    const float LargestShare = 0.3f;

    /// <summary>The most of it that a column beside the headline may hold.</summary>
    const float LargestColumn = 0.6f;

    /// <summary>The prose that must be left where comments are dropped.</summary>
    const float LeastArticle = 80;

    const float HeaviestByline = 40;

    /// <summary>The least weight of a lead without punctuation.</summary>
    const float LightestLead = 18;

    /// <summary>Drops the named blocks of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="mass">The sums over its open lines.</param>
    /// <param name="headline">The line of its headline, or null.</param>
    /// <param name="isThread">Whether replies are content.</param>
    public static void Drop(PageLayout page, PageMass mass, Line? headline, bool isThread)
    {
        var index = 1;
        while (index < page.Blocks.Count)
        {
            var block = page.Blocks[index];
            if (RuleOf(block.Kind) is { } rule && (isThread ? MayDropInThread(block, mass, headline) : MayDrop(page, block, mass, headline)))
            {
                page.Drop(block, rule);
                index = block.End;
            }
            else
            {
                index++;
            }
        }
    }

    static bool MayDrop(PageLayout page, Block block, PageMass mass, Line? headline)
    {
        var prose = mass.Prose(block);
        var holdsHeadline = headline is not null && block.Holds(headline);
        if (block.Kind == BlockKind.Comments)
            return (mass.Total - prose >= LeastArticle || prose <= LargestShare * mass.Total) && !holdsHeadline;
        if (holdsHeadline && (prose > 0 || HoldsLead(page, block, headline!)))
            return false;
        if (block.Kind == BlockKind.Byline)
            return prose == 0 && mass.Weight(block) <= HeaviestByline;
        if (block.Kind == BlockKind.Related && IsAfterText(block, mass, headline))
            return true;
        if (prose > (block.Kind == BlockKind.Sidebar && headline is not null ? LargestColumn : LargestShare) * mass.Total)
            return false;
        return block.Kind switch
        {
            BlockKind.Header => (headline is null || block.FirstLine < headline.Index) && (prose < 20 || mass.LinkDensity(block) > 0.3f),
            BlockKind.Related => mass.LinkDensity(block) > 0.1f,
            _ => true,
        };
    }

    /// <summary>Whether lines that are longer than labels stand in a block below the headline: a lead in points has no full stop.</summary>
    static bool HoldsLead(PageLayout page, Block block, Line headline)
    {
        for (var index = headline.Index + 1; index < block.EndLine; index++)
        {
            if (page.Lines[index] is { IsOpen: true, Measure: { LinkDensity: < 0.2f, FreeWeight: >= LightestLead } })
                return true;
        }

        return false;
    }

    static bool MayDropInThread(Block block, PageMass mass, Line? headline)
    {
        if (block.Kind is BlockKind.Comments or BlockKind.Byline || (headline is not null && block.Holds(headline)))
            return false;
        for (var outer = block.Parent; outer is not null; outer = outer.Parent)
        {
            // A reply has its own head, foot and share buttons; who wrote it, and when, belongs to the discussion.
            if (outer.Kind == BlockKind.Comments || outer.Tag == "article")
                return block.Kind is BlockKind.Share or BlockKind.Advertisement && mass.Prose(block) == 0;
        }

        return mass.Prose(block) <= LargestShare / 2 * mass.Total;
    }

    /// <summary>A lead may be called a teaser; what comes after a good piece of text is none.</summary>
    static bool IsAfterText(Block block, PageMass mass, Line? headline) =>
        headline is not null && block.FirstLine > headline.Index && mass.Prose(headline.Index, block.FirstLine) > LeastArticle;

    static string? RuleOf(BlockKind kind) => kind switch
    {
        BlockKind.Navigation => "navigation",
        BlockKind.Header => "header",
        BlockKind.Footer => "footer",
        BlockKind.Sidebar => "sidebar",
        BlockKind.Comments => "comment",
        BlockKind.Share => "share",
        BlockKind.Related => "related",
        BlockKind.Advertisement => "advertisement",
        BlockKind.Tags => "tags",
        BlockKind.Interface => "interface",
        BlockKind.Byline => "byline",
        _ => null,
    };
}
