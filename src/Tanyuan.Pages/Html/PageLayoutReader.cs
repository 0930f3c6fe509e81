using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Tanyuan.Text;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Parses a page by the HTML standard and lays it out as blocks and lines. One walk over the tree with its own stack: depth costs heap, not
/// stack, and the parser itself stops nesting at <see cref="DeepestNesting"/> (further elements become siblings, nothing is lost). Attributes
/// that nothing reads are not kept, so that megabytes in one of them cost one scan. A data table's row is one line, cells parted by tabs;
/// a table that arranges the page is no table.
/// </summary>
internal sealed class PageLayoutReader
{
    const int LargestPage = 64_000_000;
    const int MostNodes = 4_000_000;
    const int LongestTitle = 1_000;
    const int LongestScript = 100_000;
    const int DeepestNesting = 400;

    static readonly FrozenSet<string> InlineTags = new[]
    {
        "a", "abbr", "acronym", "b", "basefont", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label",
        "mark", "nobr", "picture", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var", "wbr", "br", "meta", "link", "button", "input", "select", "svg",
    }.ToFrozenSet();

    static readonly FrozenSet<string> UnseenTags = new[] { "script", "style", "template", "head", "title", "base", "param", "track", "area", "col", "colgroup" }.ToFrozenSet();

    static readonly FrozenDictionary<string, string> DroppedTags = new Dictionary<string, string>
    {
        ["select"] = "form",
        ["textarea"] = "form",
        ["button"] = "form",
        ["datalist"] = "form",
        ["input"] = "form",
        ["noscript"] = "script-free",
        ["noframes"] = "script-free",
        ["iframe"] = "embedded",
        ["object"] = "embedded",
        ["video"] = "embedded",
        ["audio"] = "embedded",
        ["canvas"] = "embedded",
        ["svg"] = "embedded",
        ["math"] = "embedded",
        ["noembed"] = "embedded",
        ["dialog"] = "hidden",
        ["rt"] = "reading",
        ["rp"] = "reading",
    }.ToFrozenDictionary();

    static readonly FrozenSet<string> KeptAttributes = new[]
    {
        "class", "id", "role", "style", "hidden", "aria-hidden", "href", "name", "property", "itemprop", "itemtype", "content", "datetime", "rel", "type",
        "lang", "title", "pubdate", "http-equiv",
    }.ToFrozenSet();

    readonly List<Block> blocks = [];
    readonly List<Line> lines = [];
    readonly List<(string Rule, string Text)> asides = [];
    readonly PageHead head = new();
    readonly StringBuilder text = new();
    readonly StringBuilder aside = new();
    readonly CancellationToken cancellationToken;
    Block block = new(0, null, "html", "");
    float linkWeight;
    int linkDepth;
    int rowDepth;
    int preDepth;
    int nodes;
    bool spacePending;
    string? unseenRule;
    string? asideRule;

    PageLayoutReader(CancellationToken cancellationToken) => this.cancellationToken = cancellationToken;

    /// <summary>Parses and lays out a page.</summary>
    /// <exception cref="TanyuanException"><c>too-large</c>, <c>too-deep</c></exception>
    public static PageLayout Read(string html, CancellationToken cancellationToken)
    {
        if (html.Length > LargestPage)
            throw TooLarge($"it has {html.Length:N0} characters, {LargestPage:N0} are read");
        NestingGuard.Check(html);
        var nodes = 0;
        var options = new HtmlParserOptions
        {
            MaximumDepth = DeepestNesting,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref _, name) => KeptAttributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.Span),
            OnCreated = (_, _) =>
            {
                if (++nodes > MostNodes)
                    throw TooLarge($"it has more than {MostNodes:N0} elements");
                if ((nodes & 0xFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
            },
        };
        using var document = new HtmlParser(options).ParseDocument(html);
        var reader = new PageLayoutReader(cancellationToken);
        reader.Walk(document);
        return new PageLayout(reader.blocks, reader.lines, reader.head);
    }

    static TanyuanException TooLarge(string how) =>
        new("too-large", $"The page is too large to read: {how}. Split it, or leave it out.");

    void Walk(IHtmlDocument document)
    {
        blocks.Add(block);
        var title = document.Title ?? "";
        head.Title = TextLine.Collapse(title.Length > LongestTitle ? title[..LongestTitle] : title);
        foreach (var element in document.Head?.QuerySelectorAll("meta,link,script") ?? Enumerable.Empty<IElement>())
            ReadHead(element);
        var stack = new Stack<Frame>();
        stack.Push(new Frame(document.DocumentElement ?? (INode)document));
        while (stack.TryPop(out var frame))
        {
            if (frame.Next < frame.Node.ChildNodes.Length)
            {
                var child = frame.Node.ChildNodes[frame.Next];
                stack.Push(frame with { Next = frame.Next + 1 });
                if (child is IText characters)
                    Append(characters.Data);
                else if (child is IElement element && Enter(element) is { } entered)
                    stack.Push(entered);
                if ((++nodes & 0xFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
            }
            else
            {
                Leave(frame);
            }
        }

        EndLine();
        blocks[0].End = blocks.Count;
        blocks[0].EndLine = lines.Count;
    }

    readonly record struct Frame(INode Node)
    {
        public int Next { get; init; }

        public Block? Outer { get; init; }

        public bool IsLink { get; init; }

        public bool IsRow { get; init; }

        public bool IsPre { get; init; }

        public bool IsAside { get; init; }

        public bool IsUnseen { get; init; }
    }

    /// <summary>Takes up an element; null when its content is not visible.</summary>
    Frame? Enter(IElement element)
    {
        var tag = element.LocalName;
        if (tag is "script" or "meta" or "link" or "title")
            ReadHead(element);
        if (UnseenTags.Contains(tag) && (tag != "title" || element.Parent is not IElement { LocalName: "svg" }))
            return null;
        if (tag == "br")
        {
            if (asideRule is not null)
                aside.Append(' ');
            else if (rowDepth > 0)
                Space();
            else
                EndLine();

            // Inside a list of options the parser lets what follows a break stand in it.
            return element.HasChildNodes ? new Frame(element) : null;
        }

        if (IsMarked(element, tag))
            head.Marked.Add((element, lines.Count));
        var frame = new Frame(element);
        if (asideRule is not null)
            return frame;
        if (DroppedTags.TryGetValue(tag, out var rule) || IsHidden(element, out rule))
        {
            if (InlineTags.Contains(tag))
            {
                asideRule = rule;
                return frame with { IsAside = true };
            }

            if (unseenRule is null)
            {
                EndLine();
                unseenRule = rule;
                frame = frame with { IsUnseen = true };
            }
        }

        if (tag == "a" && element.HasAttribute("href"))
        {
            linkDepth++;
            return frame with { IsLink = true };
        }

        if (InlineTags.Contains(tag))
            return frame;
        if (rowDepth > 0)
        {
            if (tag is "td" or "th" && text.Length > 0)
                text.Append('\t');
            else
                Space();
            spacePending = false;
            return frame;
        }

        EndLine();
        var outer = block;
        var hints = Hints(element);
        block = new Block(blocks.Count, block, tag, hints) { Kind = BlockHints.Read(tag, hints), FirstLine = lines.Count };
        blocks.Add(block);
        if (tag is "pre" or "xmp" or "listing" or "plaintext")
        {
            preDepth++;
            frame = frame with { IsPre = true };
        }

        if (tag == "tr" && IsData(element))
        {
            rowDepth++;
            frame = frame with { IsRow = true };
        }

        return frame with { Outer = outer };
    }

    void Leave(Frame frame)
    {
        if (frame.IsLink)
            linkDepth--;
        if (frame.IsAside)
            EndAside();
        if (frame.IsUnseen)
        {
            EndLine();
            unseenRule = null;
        }

        if (frame.Outer is null)
        {
            if (rowDepth > 0 && frame.Node is IElement inner && !InlineTags.Contains(inner.LocalName))
                Space();
            return;
        }

        EndLine();
        block.End = blocks.Count;
        block.EndLine = lines.Count;
        block = frame.Outer;
        if (frame.IsPre)
            preDepth--;
        if (frame.IsRow)
            rowDepth--;
    }

    void Append(string data)
    {
        if (asideRule is not null)
        {
            aside.Append(data);
            return;
        }

        foreach (var character in data)
        {
            if (character == '\n' && preDepth > 0)
            {
                EndLine();
            }
            else if (TextLine.IsBlank(character))
            {
                if (preDepth > 0 && character is ' ' or '\t' && text.Length > 0)
                    text.Append(character);
                else
                    Space();
            }
            else
            {
                if (spacePending)
                {
                    text.Append(' ');
                    spacePending = false;
                }

                text.Append(character);
                if (linkDepth > 0)
                    linkWeight += LineMeasure.WeightOf(character);
            }
        }
    }

    void Space() => spacePending = text.Length > 0 && text[^1] is not '\t' and not ' ';

    void EndLine()
    {
        spacePending = false;
        if (text.Length > 0)
        {
            var value = text.ToString().Trim();
            text.Clear();
            if (value.Length > 0)
            {
                lines.Add(new Line(lines.Count, block, value, LineMeasure.Of(value, linkWeight)) { Unseen = unseenRule });
            }
        }

        linkWeight = 0;
        AddAsides();
    }

    /// <summary>Sets apart what stood inside a line without being part of it; the line goes on.</summary>
    void EndAside()
    {
        var value = TextLine.Collapse(aside.ToString());
        if (value.Length > 0)
            asides.Add((asideRule!, value));
        aside.Clear();
        asideRule = null;
        if (text.Length == 0)
            AddAsides();
    }

    void AddAsides()
    {
        foreach (var (rule, value) in asides)
            lines.Add(new Line(lines.Count, block, value, LineMeasure.Of(value, 0)) { Unseen = rule });
        asides.Clear();
    }

    void ReadHead(IElement element)
    {
        switch (element)
        {
            case IHtmlMetaElement:
                var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
                if (name is not null && element.GetAttribute("content") is { Length: > 0 and < 20_000 } content)
                    head.Metas.Add((name.Trim().ToLowerInvariant(), content));
                break;
            case IHtmlLinkElement when element.GetAttribute("rel") is "canonical" && element.GetAttribute("href") is { } address:
                head.Canonical ??= address.Trim();
                break;
            case IHtmlScriptElement when element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                head.LinkedData.Add(element.TextContent);
                break;
            case IHtmlScriptElement:
                var script = element.TextContent;
                head.Scripts.Add(script.Length > LongestScript ? script[..LongestScript] : script);
                break;
        }
    }

    static string Hints(IElement element)
    {
        var (name, id, role) = (element.ClassName, element.Id, element.GetAttribute("role"));
        if (name is null && role is null)
            return id ?? "";
        return role is null ? $"{name} {id}" : $"{name} {id} {role}";
    }

    static bool IsMarked(IElement element, string tag)
    {
        if (tag is "time" or "h1" or "h2" || element.HasAttribute("itemprop") || element.GetAttribute("rel") is "author")
            return true;
        var hints = element.ClassName ?? element.Id;
        return hints is not null && (Has(hints, "auth") || Has(hints, "date") || Has(hints, "time") || Has(hints, "source") || Has(hints, "byline")
            || Has(hints, "publish") || Has(hints, "title") || Has(hints, "editor") || Has(hints, "laiyuan") || Has(hints, "zuozhe") || Has(hints, "shijian"));

        static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    static bool IsHidden(IElement element, out string rule)
    {
        rule = "hidden";
        if (element.HasAttribute("hidden"))
            return true;
        var style = element.GetAttribute("style");
        if (style is null || style.Length > 2_000)
            return false;
        var compact = style.Replace(" ", "", StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a row is one of data: several short cells that hold neither a table nor more than one paragraph.</summary>
    static bool IsData(IElement row)
    {
        var cells = 0;
        var visited = 0;
        foreach (var cell in row.Children)
        {
            if (cell.LocalName is not ("td" or "th"))
                continue;
            cells++;
            var paragraphs = 0;
            var length = 0;
            foreach (var node in cell.GetDescendants())
            {
                if (++visited > 400)
                    return false;
                if (node is IText characters)
                    length += characters.Data.Length;
                else if (node is IElement inner && (inner.LocalName is "table" or "ul" or "ol" or "div" or "h1" or "h2" or "h3" or "form" or "script" or "style" || (inner.LocalName is "p" or "br" && ++paragraphs > 3)))
                    return false;
            }

            if (length > 400)
                return false;
        }

        return cells > 1;
    }
}
