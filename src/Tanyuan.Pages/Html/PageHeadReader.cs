using System.Buffers;
using Tanyuan.Pages.Html.Parsing;

namespace Tanyuan.Pages.Html;

/// <summary>Gathers what a page says about itself: title, meta elements, canonical address, scripts, and the elements that mark up author and date.</summary>
internal sealed class PageHeadReader(HtmlTree tree)
{
    const int LongestTitle = 1_000;
    const int LongestScript = 100_000;
    const int LongestContent = 20_000;

    static readonly SearchValues<string> Marks = SearchValues.Create(
        ["auth", "date", "time", "source", "byline", "publish", "title", "editor", "laiyuan", "zuozhe", "shijian"], StringComparison.OrdinalIgnoreCase);

    bool hasTitle;

    /// <summary>What was gathered.</summary>
    public PageHead Head { get; } = new();

    /// <summary>Reads what stands in the head element.</summary>
    public void ReadHead(int element)
    {
        for (var node = tree[element].FirstChild; node != HtmlNode.None; node = tree.After(node, element))
        {
            if (tree[node].Kind == HtmlNodeKind.Element)
                Read(node);
        }
    }

    /// <summary>Reads an element that says something of the page, wherever it stands.</summary>
    public void Read(int element)
    {
        switch (tree[element].Name)
        {
            case ElementName.Title when !hasTitle && !tree[element].Flag:
                hasTitle = true;
                var title = tree.TextOf(element);
                Head.Title = TextLine.Collapse(title.Length > LongestTitle ? title[..LongestTitle] : title);
                break;
            case ElementName.Meta:
                var name = tree.Attribute(element, AttributeName.Property) ?? tree.Attribute(element, AttributeName.Name) ?? tree.Attribute(element, AttributeName.Itemprop);
                if (name is not null && tree.RawAttribute(element, AttributeName.Content).Length is > 0 and < LongestContent)
                    Head.Metas.Add((name.Trim().ToLowerInvariant(), tree.Attribute(element, AttributeName.Content)!));
                break;
            case ElementName.Link when Head.Canonical is null && tree.RawAttribute(element, AttributeName.Rel) is "canonical":
                Head.Canonical = tree.Attribute(element, AttributeName.Href)?.Trim();
                break;
            case ElementName.Script when tree[element].FirstChild is not HtmlNode.None and var text:
                if (tree.RawAttribute(element, AttributeName.Type).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                    Head.LinkedData.Add(tree.RawText(text).ToString());
                else
                    Head.Scripts.Add(tree.Source.AsMemory(tree[text].Start, Math.Min(LongestScript, tree[text].Length)));
                break;
        }
    }

    /// <summary>Notes an element that marks up an author, a date or a source.</summary>
    public void Mark(int element, int line)
    {
        if (IsMarked(element))
            Head.Marked.Add((element, line));
    }

    bool IsMarked(int element)
    {
        if (tree[element].Name is ElementName.Time or ElementName.H1 or ElementName.H2)
            return true;
        if (tree[element].Length == 0)
            return false;
        if (tree.Has(element, AttributeName.Itemprop) || tree.RawAttribute(element, AttributeName.Rel) is "author")
            return true;
        var hints = tree.Has(element, AttributeName.Class) ? tree.RawAttribute(element, AttributeName.Class) : tree.RawAttribute(element, AttributeName.Id);
        return hints.ContainsAny(Marks);
    }
}
