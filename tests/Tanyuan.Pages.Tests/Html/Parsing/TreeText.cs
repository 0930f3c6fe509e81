using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Tanyuan.Pages.Html.Parsing;

namespace Tanyuan.Pages.Tests.Html.Parsing;

/// <summary>
/// A parsed page as lines, an element or a text each, indented by depth: what two parsers are compared by. A second <c>html</c> or <c>body</c> tag's
/// attributes are left out, as our parser does not add them to the first.
/// </summary>
internal static class TreeText
{
    /// <summary>The page as our parser reads it.</summary>
    public static string Ours(string html)
    {
        using var tree = HtmlTreeBuilder.Parse(html, default);
        var lines = new StringBuilder();
        var text = new StringBuilder();
        var depth = 0;
        var node = tree[0].FirstChild;
        while (node != HtmlNode.None)
        {
            ref var current = ref tree[node];
            if (current.Kind == HtmlNodeKind.Text)
                text.Append(current.Flag ? CharacterReferences.Resolve(tree.RawText(node), inAttribute: false) : tree.RawText(node).ToString());
            else
                Element(lines, text, depth, tree.NameText(current.Name), tree.Attribute(node, AttributeName.Class), tree.Attribute(node, AttributeName.Href));
            if (current.FirstChild != HtmlNode.None && (current.Name != ElementName.Template || current.Flag))
            {
                depth++;
                node = current.FirstChild;
                continue;
            }

            while (node != HtmlNode.None && tree[node].Next == HtmlNode.None)
            {
                Flush(lines, text, depth);
                depth--;
                node = tree[node].Parent;
            }

            if (node != HtmlNode.None)
                node = tree[node].Next;
        }

        return lines.ToString();
    }

    /// <summary>The page as AngleSharp reads it.</summary>
    public static string Theirs(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var lines = new StringBuilder();
        var text = new StringBuilder();
        Walk(document.DocumentElement, 0);
        return lines.ToString();

        void Walk(INode node, int depth)
        {
            if (node is IText characters)
            {
                text.Append(characters.Data);
            }
            else if (node is IElement element)
            {
                Element(lines, text, depth, element.LocalName.ToLowerInvariant(), element.GetAttribute("class"), element.GetAttribute("href"));
                if (element is not IHtmlTemplateElement)
                {
                    foreach (var child in element.ChildNodes)
                        Walk(child, depth + 1);
                }

                Flush(lines, text, depth + 1);
            }
        }
    }

    static void Element(StringBuilder lines, StringBuilder text, int depth, string name, string? @class, string? href)
    {
        Flush(lines, text, depth);
        lines.Append(' ', depth).Append('<').Append(name);
        if (name is not ("html" or "body"))
            lines.Append(" class=").Append(Plain(@class));
        if (name == "a")
            lines.Append(" href=").Append(Plain(href));
        lines.Append('\n');
    }

    static void Flush(StringBuilder lines, StringBuilder text, int depth)
    {
        if (Plain(text.ToString()) is { Length: > 0 } plain)
            lines.Append(' ', depth).Append('"').Append(plain).Append("\"\n");
        text.Clear();
    }

    /// <summary>White space is the reader's business, not the parser's; and AngleSharp writes the end tags in a raw text in lower case.</summary>
    static string Plain(string? text) =>
        string.Join(' ', (text ?? "").Replace("\0", "", StringComparison.Ordinal).ToLowerInvariant().Split([' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
