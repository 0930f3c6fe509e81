using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Trims what an article's block holds besides the article: headline, byline and labels above the first sentence; disclaimers, contact lines and
/// everything behind them below the last. Position is part of each rule: an article about copyright keeps its text.
/// </summary>
internal static class ArticleEdges
{
    /// <summary>The prose after which the head of an article is over.</summary>
    const float Opening = 20;

    /// <summary>The prose after which no byline follows a lead.</summary>
    const float Lead = 150;

    /// <summary>The share of an article in which its tail is looked for.</summary>
    const float TailShare = 0.35f;

    const int LongestTail = 40;
    const float HeaviestLabel = 14;
    const float HeaviestName = 10;

    /// <summary>The heaviest line that repeats what a discussion is about above each of its posts.</summary>
    const float HeaviestSubject = 40;

    /// <summary>Drops the headline, the byline and labels above the text: the document has fields for them.</summary>
    public static void TrimHead(PageLayout page, PageMass mass, Line? headline)
    {
        var prose = 0f;
        var title = headline is null ? "" : Headline.Fold(headline.Text);
        foreach (var line in page.Lines)
        {
            if (line.Fate != Fate.Main)
                continue;
            if (prose > Opening)
            {
                if (BylineParser.Parse(line.Text) is { IsWhole: true, Published: not null })
                    line.Drop("byline");
            }
            else if (line == headline || (title.Length > 0 && Headline.Fold(line.Text) == title))
                line.Drop("title");
            else if (BylineParser.Parse(line.Text) is { IsWhole: true })
                line.Drop("byline");
            else if (headline is not null && line.Index > headline.Index && IsLabel(line, mass))
                line.Drop("label");
            else if (headline is { Block.Tag: "h1" } && mass.Prose(line) == 0 && (line.Index < headline.Index || NamesAuthor(line)))
                line.Drop("label");

            if (line.Fate == Fate.Main)
                prose += mass.Prose(line);
            if (prose > Lead)
                return;
        }
    }

    /// <summary>Drops the lines of a discussion that hold nothing but a date or a counter, or a member's standing.</summary>
    /// <param name="page">The page.</param>
    /// <param name="headline">The line of its question, or null.</param>
    public static void TrimReplies(PageLayout page, Line? headline)
    {
        var members = Members(page);
        foreach (var line in page.Lines)
        {
            if (line.Fate != Fate.Main)
                continue;
            if (line.Index < headline?.Index && !line.Measure.IsProse)
                line.Drop("label");
            else if (BylineParser.Parse(line.Text) is { IsWhole: true })
                line.Drop("byline");
            else if (!line.Measure.IsProse && (Furniture.IsMember(line.Text) || members.Contains(line.Text)))
                line.Drop("member");
            else if (Furniture.IsFloor(line.Text))
                line.Drop("floor");
        }
    }

    /// <summary>Who speaks in a discussion, and of what: short lines without punctuation that stand there again and again.</summary>
    static HashSet<string> Members(PageLayout page)
    {
        var counts = new Dictionary<string, int>();
        foreach (var line in page.Lines)
        {
            if (line.Fate == Fate.Main && line.Measure is { Weight: > 0 and <= HeaviestSubject, IsProse: false })
                counts[line.Text] = counts.GetValueOrDefault(line.Text) + (line.Measure is { Weight: <= HeaviestName, Marks: 0 } ? 2 : 1);
        }

        return [.. counts.Where(line => line.Value > 2).Select(line => line.Key)];
    }

    /// <summary>Drops a disclaimer and what follows it at the end of an article.</summary>
    public static void TrimTail(PageLayout page)
    {
        var main = page.Lines.Where(line => line.Fate == Fate.Main).ToList();
        var total = main.Sum(line => line.Measure.Weight);
        var tail = 0f;
        var cut = -1;
        for (var index = main.Count - 1; index > 0 && main.Count - index <= LongestTail; index--)
        {
            if (Furniture.IsDisclaimer(main[index].Text))
            {
                cut = index;
                continue;
            }

            // Notices, and ways to reach the publisher, may be longer than the article that they stand under.
            var weight = tail + main[index].Measure.Weight;
            if (weight <= Math.Max(60, TailShare * total))
                tail = weight;
            else if (!Furniture.IsContact(main[index].Text))
                break;
        }

        for (var index = cut; index >= 0 && index < main.Count; index++)
            main[index].Drop("disclaimer");
        for (var index = (cut < 0 ? main.Count : cut) - 1; index > 0 && RuleAtEnd(main[index]) is { } rule; index--)
            main[index].Drop(rule);
    }

    /// <summary>The rule by which a line is no end of an article, or null: it asks to follow, dates the page, names a picture's maker, or heads nothing.</summary>
    static string? RuleAtEnd(Line line)
    {
        if (Furniture.IsContact(line.Text))
            return "contact";
        if (Furniture.IsCredit(line.Text))
            return "credit";
        if (Furniture.IsAgency(line.Text))
            return "byline";
        if (line.Measure.LinkDensity > 0.3f && Furniture.IsKeywords(line.Text))
            return "tags";
        if (line.Text.Length <= 60 && BylineParser.Parse(line.Text) is { IsWhole: true, Published: not null, Author: null, Editor: null, Source: null })
            return "byline";
        return line.Block.Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" && !line.Measure.IsProse ? "empty-heading" : null;
    }

    /// <summary>Whether the page calls what the line stands in an author or a byline.</summary>
    static bool NamesAuthor(Line line) =>
        line.Measure is { Weight: <= HeaviestLabel, Marks: 0 }
        && (line.Block.Hints.Contains("author", StringComparison.OrdinalIgnoreCase) || line.Block.Hints.Contains("byline", StringComparison.OrdinalIgnoreCase));

    static bool IsLabel(Line line, PageMass mass) =>
        mass.Prose(line) == 0 && line.Measure.Weight <= HeaviestLabel && line.Measure.Marks == 0
        && line.Block.Tag is not ("h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "p" or "pre" or "td" or "tr")
        && !(line.Block.Tag == "dd" && line.Text.Contains('\t', StringComparison.Ordinal));
}
