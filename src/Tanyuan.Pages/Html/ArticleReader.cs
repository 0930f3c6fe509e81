namespace Tanyuan.Pages.Html;

/// <summary>
/// Decides what becomes of every line of a page that carries one article: blocks that their names give away go first (unless they hold most of
/// the prose), then the article's block is found, joined with what belongs to it around it (lead, further sections), and pruned of link lists,
/// related stories, comments and furniture; everything else goes. Where little comes of that, the rules are loosened step by step.
/// </summary>
internal sealed class ArticleReader(PageLayout page, Line? headline, bool isThread)
{
    /// <summary>The least weight of an article that is not thought to be a failure of the stricter rules.</summary>
    const float Short = 80;

    /// <summary>The share of a discussion page's prose that its thread holds at least.</summary>
    const float ThreadShare = 0.8f;

    /// <summary>The least weight of a line that tells something of another story.</summary>
    const float LightestTeaser = 8;

    /// <summary>The least weight of a lead without punctuation.</summary>
    const float LightestLead = 18;

    /// <summary>How much heavier than the thread the block around it and its headline may be.</summary>
    const float LargestFrame = 1.5f;

    PageMass mass = new(page.Lines);

    /// <summary>How freely a page is read.</summary>
    enum Care
    {
        Strict,
        Revealing,
        Loose,
    }

    /// <summary>Decides on all lines; returns the block that holds the article, or null where the page has no prose.</summary>
    public Block? Read()
    {
        var article = Attempt(Care.Strict);
        var strict = MainWeight();
        if (strict >= Short)
            return article;
        var (best, highest) = (Care.Strict, strict);
        foreach (var care in (ReadOnlySpan<Care>)[Care.Revealing, Care.Loose])
        {
            Attempt(care);
            var weight = MainWeight();
            if (weight > 2 * highest)
                (best, highest) = (care, weight);
        }

        var loosened = Attempt(best);
        return highest > 0 ? loosened : KeepProse();
    }

    /// <summary>The last resort: what reads as prose is the text, wherever it stands and whatever it looks like.</summary>
    Block? KeepProse()
    {
        foreach (var line in page.Lines)
        {
            line.Reset(reveal: true);
            if (line.IsOpen && line.Measure.IsProse)
                line.Keep();
            else if (line.IsOpen)
                line.Drop(RuleOutside(line));
        }

        return page.Root;
    }

    Block? Attempt(Care care)
    {
        foreach (var line in page.Lines)
            line.Reset(reveal: care != Care.Strict);
        mass = new PageMass(page.Lines);
        if (care != Care.Loose)
        {
            NamedBlocks.Drop(page, mass, headline, isThread);
            mass = new PageMass(page.Lines);
            if (!isThread)
            {
                TeaserLists.Drop(page, mass, headline);
                mass = new PageMass(page.Lines);
            }
        }

        var article = isThread ? FindThread() : ArticleFinder.Find(page, mass, headline);
        // A page without a sentence may still say something: an address, a table, a poem of short lines.
        if (article is null && care == Care.Loose && mass.LinkDensity(page.Root) < 0.5f)
            article = page.Root;
        if (article is not null)
        {
            var parts = isThread ? [article] : Parts(article);
            foreach (var block in parts)
                Take(block, parts[0].FirstLine);
            if (isThread)
            {
                // The question is the first thing said in a discussion.
                if (headline is { IsOpen: true } && headline.Index < article.FirstLine)
                    headline.Keep();
                ArticleEdges.TrimReplies(page, headline);
            }
            else
            {
                ArticleEdges.TrimHead(page, mass, headline);
                ArticleEdges.TrimTail(page);
            }
        }

        foreach (var line in page.Lines)
        {
            if (line.IsOpen)
                line.Drop(RuleOutside(line));
            else if (line.Rule == "related" && line.Measure.Weight >= LightestTeaser && !Furniture.HeadsRelated(line.Text))
                line.SetAside();
        }

        return article;
    }

    /// <summary>The innermost block that holds nearly all of a discussion.</summary>
    Block? FindThread()
    {
        Block? best = null;
        foreach (var block in page.Blocks)
        {
            if (mass.Prose(block) >= ThreadShare * mass.Total && mass.Total > 0)
                best = block;
        }

        for (var outer = best; outer is not null && headline is not null; outer = outer.Parent)
        {
            if (outer.Holds(headline))
                return mass.Weight(outer) < LargestFrame * mass.Weight(best!) ? outer : best;
        }

        return best;
    }

    float MainWeight()
    {
        var sum = 0f;
        foreach (var line in page.Lines)
            sum += line.Fate == Fate.Main ? line.Measure.FreeWeight : 0;
        return sum;
    }

    /// <summary>The article's block with the blocks around it that belong to it, in page order.</summary>
    List<Block> Parts(Block article)
    {
        var parts = new List<Block> { article };
        var core = mass.Prose(article);
        var inner = article;
        for (var outer = article.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            foreach (var sibling in page.ChildrenOf(outer))
            {
                if (sibling == inner || mass.Weight(sibling) <= 0)
                    continue;
                var isBefore = sibling.Index < inner.Index;
                if (isBefore && (headline is null || sibling.EndLine <= headline.Index))
                    continue;
                if (Belongs(sibling, core, isBefore, outer))
                    parts.Add(sibling);
            }

            if (outer.Tag is "article" or "main" || (headline is not null && outer.Holds(headline)))
                break;
        }

        parts.Sort((left, right) => left.Index.CompareTo(right.Index));
        return parts;
    }

    bool Belongs(Block block, float core, bool isBefore, Block outer)
    {
        var prose = mass.Prose(block);
        if (mass.LinkDensity(block) > 0.25f)
            return false;
        if (isBefore)
            return page.LinesOf(block).Any(IsLead) || DataLines.Fill(page, block);
        if (DataLines.Fill(page, block))
            return true;
        return mass.ProseDensity(block) >= 0.5f && (prose >= 0.15f * core || (prose >= 25 && outer.Tag == "article"));
    }

    /// <summary>A lead may do without a full stop, but it is longer than a label.</summary>
    static bool IsLead(Line line) =>
        line.IsOpen && (line.Measure.IsProse || line.Measure.FreeWeight >= LightestLead) && line.Measure.FreeWeight >= 12 && Furniture.RuleFor(line.Text) is null;

    void Take(Block block, int first)
    {
        DropLinkLists(block);
        DropFurniture(block, first);
        foreach (var line in page.LinesOf(block))
        {
            if (line.IsOpen)
                line.Keep();
        }
    }

    /// <summary>Drops a part's inner blocks that are mostly links.</summary>
    void DropLinkLists(Block part)
    {
        var index = part.Index + 1;
        while (index < part.End)
        {
            var block = page.Blocks[index];
            var weight = mass.Weight(block);
            if (weight > 0 && mass.LinkDensity(block) > 0.6f && mass.Prose(block) < 0.2f * weight && (weight > 8 || block.Tag is not "p") && !HeadsProse(part, block))
            {
                page.Drop(block, "link-list");
                index = block.End;
            }
            else
            {
                index++;
            }
        }
    }

    /// <summary>A linked heading right above a paragraph is the paragraph's.</summary>
    bool HeadsProse(Block part, Block block) =>
        block.Tag is "h1" or "h2" or "h3" or "h4" && block.EndLine < part.EndLine && page.Lines[block.EndLine] is { IsOpen: true, Measure.IsProse: true };

    void DropFurniture(Block part, int first)
    {
        for (var index = part.FirstLine; index < part.EndLine; index++)
        {
            var line = page.Lines[index];
            if (!line.IsOpen)
                continue;
            if (Furniture.RuleFor(line.Text) is { } rule)
                line.Drop(rule);
            else if (!isThread && (IsCaption(line) || Furniture.IsCredited(line.Text)))
                line.Drop("caption");
            else if (Furniture.HeadsRelated(line.Text))
                index = DropRelated(part, index) - 1;
            else if (!isThread && Furniture.HeadsComments(line.Text) && mass.Prose(first, index) >= Short)
                DropRest(part, index, "comment");
        }
    }

    void DropRest(Block part, int first, string rule)
    {
        for (var index = first; index < part.EndLine; index++)
        {
            if (page.Lines[index].IsOpen)
                page.Lines[index].Drop(rule);
        }
    }

    /// <summary>A caption describes a picture that the text does without.</summary>
    static bool IsCaption(Line line)
    {
        var block = line.Block;
        for (var level = 0; level < 3 && block is not null; level++, block = block.Parent)
        {
            if (block.Tag == "figcaption" || block.Hints.Contains("caption", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Drops a related list: its head and the link lines that follow.</summary>
    int DropRelated(Block part, int first)
    {
        page.Lines[first].Drop("related");
        var index = first + 1;
        for (; index < part.EndLine; index++)
        {
            var line = page.Lines[index];
            if (!line.IsOpen)
                continue;
            if (line.Measure.IsProse || line.Measure.LinkDensity < 0.5f)
                break;
            line.Drop("related");
        }

        return index;
    }

    static string RuleOutside(Line line)
    {
        if (Furniture.RuleFor(line.Text) is { } rule)
            return rule;
        return line.Measure.LinkDensity > 0.5f ? "menu" : "boilerplate";
    }
}
