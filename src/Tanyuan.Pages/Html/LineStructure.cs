using Tanyuan.Pages.Extraction;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Tells what the lines of an article are by the elements they stand in: headings, lists, tables, quotations, program text. What merely arranges
/// the page is none of these: a list whose items hold stories, a table without a row of data.
/// </summary>
internal sealed class LineStructure
{
    /// <summary>How far out the element is looked for that makes a line an item or a cell.</summary>
    const int Reach = 4;

    /// <summary>The most lines of a list's item; what holds more is a story.</summary>
    const int MostLinesOfItem = 4;

    readonly HashSet<Block> tables = [];

    LineStructure(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            if (line.Block.Tag == "tr" && line.Text.Contains('\t', StringComparison.Ordinal) && Around(line.Block, "table") is { } table)
                tables.Add(table);
        }
    }

    /// <summary>The text of some lines with its blocks.</summary>
    public static StructuredText Read(IReadOnlyList<Line> lines)
    {
        var structure = new LineStructure(lines);
        var text = new StructuredText();
        Block? before = null;
        foreach (var line in lines)
        {
            var (kind, whole) = structure.Of(line);
            text.Add(line.Text, kind, goesOn: whole is not null && whole == before);
            before = whole;
        }

        return text;
    }

    /// <summary>What a line is, and the element that makes it so.</summary>
    (DocumentBlockKind Kind, Block? Whole) Of(Line line)
    {
        if (IsHeading(line.Block))
            return (DocumentBlockKind.Heading, null);
        Block? list = null;
        var level = 0;
        for (var block = line.Block; block is not null; block = block.Parent, level++)
        {
            switch (block.Tag)
            {
                case "pre" or "xmp" or "listing" or "plaintext":
                    return (DocumentBlockKind.Code, block);
                case "blockquote":
                    return (DocumentBlockKind.Quote, block);
                case "table" when tables.Contains(block) && level <= Reach:
                    return (DocumentBlockKind.Table, block);
                case "li" or "dd" or "dt" when list is null && level <= Reach && block.EndLine - block.FirstLine <= MostLinesOfItem:
                    list = Around(block, "ul", "ol", "dl", "menu");
                    break;
            }
        }

        return list is null ? (DocumentBlockKind.Paragraph, null) : (DocumentBlockKind.List, list);
    }

    static bool IsHeading(Block block) => block.Tag is ['h', >= '1' and <= '6'];

    static Block? Around(Block block, params ReadOnlySpan<string> tags)
    {
        for (var outer = block.Parent; outer is not null; outer = outer.Parent)
        {
            if (tags.Contains(outer.Tag))
                return outer;
        }

        return null;
    }
}
