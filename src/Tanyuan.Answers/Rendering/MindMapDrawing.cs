using System.Globalization;
using System.Net;
using System.Text;

namespace Tanyuan.Answers.Rendering;

/// <summary>Draws the mind map of an answer as SVG: the question at the left, its statements beside it, their sources at the right, joined by curves.</summary>
internal static class MindMapDrawing
{
    const int LineHeight = 20, Padding = 10, Gap = 16, ColumnGap = 60;
    const int QuestionWidth = 220, StatementWidth = 380, SourceWidth = 320;
    const int UnitsPerEm = 14;

    static readonly string[] Colours = ["#1b6ca8", "#c8553d", "#588157", "#7b2d8b", "#b08900", "#2a7f7f"];

    /// <summary>The SVG.</summary>
    public static string Draw(AnswerTree tree)
    {
        var rows = tree.Branches.Select(branch => (
            Statement: Wrap(branch.Line, StatementWidth),
            Sources: branch.Statement.Citations.Select(citation => Wrap(tree.Words.Place(citation), SourceWidth)).ToList())).ToList();
        var heights = rows.ConvertAll(row => Math.Max(BoxHeight(row.Statement), row.Sources.Sum(source => BoxHeight(source) + Gap) - Gap));
        var root = Wrap(tree.Title, QuestionWidth);
        if (tree.Lead.Length > 0)
            root.AddRange(Wrap(tree.Lead, QuestionWidth));
        var height = Math.Max(BoxHeight(root), heights.Sum() + (Gap * Math.Max(0, heights.Count - 1))) + (2 * Gap);
        var (left, middle, right) = (Gap, Gap + QuestionWidth + ColumnGap, Gap + QuestionWidth + StatementWidth + (2 * ColumnGap));
        var width = right + SourceWidth + Gap;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"{UnitsPerEm}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode(tree.Title)}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        var y = Gap;
        for (var i = 0; i < rows.Count; i++)
        {
            var colour = Colours[i % Colours.Length];
            var centre = y + (heights[i] / 2);
            Join(svg, left + QuestionWidth, height / 2, middle, centre, colour);
            var sourceY = y;
            foreach (var source in rows[i].Sources)
            {
                Join(svg, middle + StatementWidth, centre, right, sourceY + (BoxHeight(source) / 2), "#999");
                Box(svg, right, sourceY, SourceWidth, source, "#f4f4f4", "#999");
                sourceY += BoxHeight(source) + Gap;
            }

            Box(svg, middle, centre - (BoxHeight(rows[i].Statement) / 2), StatementWidth, rows[i].Statement, "white", colour);
            y += heights[i] + Gap;
        }

        Box(svg, left, (height / 2) - (BoxHeight(root) / 2), QuestionWidth, root, "#eef4fa", "#333");
        return svg.Append("</svg>\n").ToString();
    }

    static int BoxHeight(List<string> lines) => (lines.Count * LineHeight) + (2 * Padding) - 4;

    static void Join(StringBuilder svg, int x1, int y1, int x2, int y2, string colour)
    {
        var bend = (x1 + x2) / 2;
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>\n");
    }

    static void Box(StringBuilder svg, int x, int y, int width, List<string> lines, string fill, string stroke)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{BoxHeight(lines)}\" rx=\"6\" fill=\"{fill}\" stroke=\"{stroke}\"/>\n");
        for (var i = 0; i < lines.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + Padding}\" y=\"{y + Padding + 11 + (i * LineHeight)}\">{WebUtility.HtmlEncode(lines[i])}</text>\n");
    }

    // Wide characters take an em, others about half of one.
    static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0.0;
        var room = width - (2 * Padding);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
                continue;
            var wide = rune.Value >= 0x2E80 ? UnitsPerEm : UnitsPerEm * 0.56;
            if (used + wide > room && line.Length > 0)
            {
                var space = rune.Value < 0x2E80 ? line.ToString().LastIndexOf(' ') : -1;
                var rest = space > 0 ? line.ToString(space + 1, line.Length - space - 1) : "";
                lines.Add(space > 0 ? line.ToString(0, space) : line.ToString());
                line.Clear().Append(rest);
                used = rest.Length * UnitsPerEm * 0.56;
            }

            line.Append(rune.ToString());
            used += wide;
        }

        if (line.Length > 0 || lines.Count == 0)
            lines.Add(line.ToString());
        return lines;
    }
}
