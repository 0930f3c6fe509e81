using Tanyuan.Pages.Html.Parsing;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Tells a term of a definition list with its only, short value (重量, 62克) from one that is explained at length, or of which several things are said. The former is a row of
/// data as in a table of two columns; on lines of their own both would look like scraps of the page's frame.
/// </summary>
internal static class TermRows
{
    const int LongestTerm = 24;
    const int LongestValue = 120;
    const int MostNodes = 20;

    /// <summary>Whether a term and the value that follows it are one row.</summary>
    public static bool IsTerm(HtmlTree tree, int term) =>
        IsShort(tree, term, LongestTerm) && Next(tree, term) is var value && IsValue(tree, value) && IsShort(tree, value, LongestValue) && !IsValue(tree, Next(tree, value));

    static bool IsValue(HtmlTree tree, int element) => element != HtmlNode.None && tree[element].Name == ElementName.Dd;

    static int Next(HtmlTree tree, int element)
    {
        var next = tree[element].Next;
        while (next != HtmlNode.None && tree[next].Kind != HtmlNodeKind.Element)
            next = tree[next].Next;
        return next;
    }

    // Text in the line; a term that is a link leads somewhere else, and one that asks is answered, not filled.
    static bool IsShort(HtmlTree tree, int element, int longest)
    {
        var (visited, length) = (0, 0);
        for (var node = tree[element].FirstChild; node != HtmlNode.None; node = tree.After(node, element))
        {
            ref var inner = ref tree[node];
            if (++visited > MostNodes || (inner.Kind == HtmlNodeKind.Element && (!ElementLayout.IsInline(inner.Name) || inner.Name == ElementName.A)))
                return false;
            if (inner.Kind != HtmlNodeKind.Text)
                continue;
            var text = tree.RawText(node).Trim();
            length += text.Length;
            if (text.EndsWith('？') || text.EndsWith('?'))
                return false;
        }

        return length > 0 && length <= longest;
    }
}
