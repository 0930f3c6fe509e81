using Tanyuan.Pages.Html.Parsing;

namespace Tanyuan.Pages.Html;

/// <summary>Tells a row of data from a row that arranges the page: several short cells that hold neither a table nor more than a few paragraphs.</summary>
internal static class DataRows
{
    const int MostNodes = 400;
    const int LongestCell = 400;
    const int MostParagraphs = 3;

    /// <summary>Whether a row is one of data.</summary>
    public static bool IsData(HtmlTree tree, int row)
    {
        var (cells, visited) = (0, 0);
        for (var cell = tree[row].FirstChild; cell != HtmlNode.None; cell = tree[cell].Next)
        {
            if (tree[cell].Kind != HtmlNodeKind.Element || tree[cell].Name is not (ElementName.Td or ElementName.Th))
                continue;
            cells++;
            if (!IsShort(tree, cell, ref visited))
                return false;
        }

        return cells > 1;
    }

    static bool IsShort(HtmlTree tree, int cell, ref int visited)
    {
        var (paragraphs, length) = (0, 0);
        for (var node = tree[cell].FirstChild; node != HtmlNode.None; node = tree.After(node, cell))
        {
            if (++visited > MostNodes)
                return false;
            ref var inner = ref tree[node];
            if (inner.Kind == HtmlNodeKind.Text)
            {
                length += inner.Length;
                continue;
            }

            if (inner.Name is ElementName.Table or ElementName.Ul or ElementName.Ol or ElementName.Div or ElementName.H1 or ElementName.H2 or ElementName.H3
                or ElementName.Form or ElementName.Script or ElementName.Style)
                return false;
            if (inner.Name is ElementName.P or ElementName.Br && ++paragraphs > MostParagraphs)
                return false;
        }

        return length <= LongestCell;
    }
}
