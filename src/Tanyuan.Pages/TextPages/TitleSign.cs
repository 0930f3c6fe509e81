namespace Tanyuan.Pages.TextPages;

/// <summary>What a line must look like to be the title of a page.</summary>
internal static class TitleSign
{
    const int Shortest = 4;
    const int Longest = 64;
    const int FewestArrows = 2;

    /// <summary>Whether a line may be a title. A second title opens with a dash, a question and its answer with their labels.</summary>
    public static bool MayBeTitle(PageLine line) => line.IsOpen && line.Text.Length is >= Shortest and <= Longest && line.Byline is not { IsWhole: true }
        && line.Folded[^1] is not (':' or ',') && line.Folded is not (['—' or '―' or '-', ..] or ['问' or '答' or 'q' or 'a', ':', ..]);

    /// <summary>Whether a line says where a page belongs, who wrote it or when, though something else with it: such a line is no title.</summary>
    public static bool TellsOfPage(PageLine line) => line.Byline is { Published.HasTime: true }
        || line.Folded.AsSpan().Count('>') + line.Folded.AsSpan().Count('〉') >= FewestArrows
        || (line.Folded[0] is '【' or '(' or '[' && line.Folded.Contains("记者", StringComparison.Ordinal));
}
