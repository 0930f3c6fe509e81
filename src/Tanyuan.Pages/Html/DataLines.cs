using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Tells a block of facts by its lines: rows of a table, terms with their values, or names with their values (<c>产地：云南大理</c>), hardly linked. What a product is, or how
/// a match ended, stands in such blocks beside the prose.
/// </summary>
internal static partial class DataLines
{
    const int Fewest = 3;
    const float MostLinked = 0.25f;
    const int LongestLine = 200;

    /// <summary>Whether a block holds hardly anything else.</summary>
    public static bool Fill(PageLayout page, Block block)
    {
        if (block.EndLine - block.FirstLine < Fewest)
            return false;
        var (lines, data) = (0, 0);
        foreach (var line in page.LinesOf(block))
        {
            if (!line.IsOpen)
                continue;
            lines++;
            data += line.Measure.LinkDensity <= MostLinked && IsData(line) ? 1 : 0;
        }

        return data >= Fewest && data * 10 >= lines * 8;
    }

    static bool IsData(Line line) =>
        line.Text.Length <= LongestLine
        && ((line.Block.Tag is "tr" or "dd" && line.Text.Contains('\t', StringComparison.Ordinal)) || NameAndValue().IsMatch(line.Text))
        && Furniture.RuleFor(line.Text) is null;

    [GeneratedRegex(@"^[^:：。！？.!?]{1,24}\s?[:：]\s?[^:：]{1,120}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndValue();
}
