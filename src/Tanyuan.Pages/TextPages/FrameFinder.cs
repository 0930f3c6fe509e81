namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds the frame of a page: menus, breadcrumbs, notices and the like. What a line says makes it a candidate; it goes only where it
/// stands outside the article, that is before the first or after the last line of running text that is no candidate itself. So an
/// article about copyright keeps its sentences.
/// </summary>
internal static class FrameFinder
{
    const int FewestMenuLines = 4;
    const int FewestInterfaceLines = 8;
    const int LongestButton = 3;
    const int LongestMenuItem = 12;
    const int LongestLatinItem = 14;

    /// <summary>Drops the frame above and below the article, and placeholders anywhere.</summary>
    /// <param name="lines">The lines of a page.</param>
    /// <param name="termCount">How many terms the page has.</param>
    public static void Mark(List<PageLine> lines, int termCount)
    {
        var rules = lines.ConvertAll(line => line.IsOpen ? line.FrameRule : null);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsOpen && rules[i] is FramePatterns.PlaceholderRule or FramePatterns.AdvertisementRule or FramePatterns.PlugRule or FramePatterns.RelatedRule)
                lines[i].Leave(rules[i]!);
        }

        var first = lines.FindIndex(line => line.IsOpen && line.IsProse && (line.FrameRule is null || FramePatterns.IsParagraph(line)));
        if (first < 0)
            return;

        var last = lines.FindLastIndex(line => line.IsOpen && line.IsProse && line.FrameRule is null);
        for (var i = 0; i < lines.Count; i++)
        {
            // What stands on top, right over the text, is its title, even where it is the word of a button.
            if ((i < first || i > last) && lines[i].IsOpen && rules[i] is { } rule && rule != ListHeadRule && !(i == 0 && first == 1 && lines[i].Text.Length <= LongestButton))
                lines[i].Leave(rule);
        }

        MarkInterface(lines, rules, first, last);
        MarkMenu(lines, first);
        MarkFooterRows(lines, last);
        FrameNeighbours.Mark(lines, first, last, termCount);
    }

    /// <summary>The rule of a head over a list of other stories.</summary>
    public const string ListHeadRule = "list-head";

    // Where a page wears its interface, buttons stand between the posts of a discussion, too, and there they stand together: one word alone may be a heading.
    static void MarkInterface(List<PageLine> lines, List<string?> rules, int first, int last)
    {
        var count = 0;
        for (var i = 0; i < lines.Count; i++)
            count += AreButtons(i) ? 1 : 0;
        if (count < FewestInterfaceLines)
            return;
        for (var i = first + 1; i < last; i++)
        {
            if (AreButtons(i) && (AreButtons(i - 1) || AreButtons(i + 1)) && lines[i].IsOpen)
                lines[i].Drop(rules[i]!);
        }

        bool AreButtons(int i) => rules[i] is FramePatterns.PlaceholderRule || (rules[i] is "navigation" or "share" && lines[i].Text.Any(char.IsLetter));
    }

    static void MarkMenu(List<PageLine> lines, int first)
    {
        for (var i = 0; i < first; i++)
        {
            var line = lines[i];
            if (line.IsOpen && ((IsLabel(line) && IsLabelOfNothing(lines, i)) || (IsMenu(lines, i) && (IsWideRow(line) || !IsLastOpenBefore(lines, i, first)))))
                line.Drop("menu");
        }

        var open = Enumerable.Range(0, first).Where(i => lines[i].IsOpen).ToList();
        var run = open.TakeWhile(i => IsMenuItem(lines[i])).ToList();
        while (run.Count > 0 && IsTitleLike(lines, run, first))
            run.RemoveAt(run.Count - 1);

        if (run.Count < FewestMenuLines || !SectionNames.AreAmong([.. run.Select(i => lines[i].Folded)]))
            return;

        foreach (var i in run)
            lines[i].Drop("menu");
    }

    // The last short line above the text is its title, unless it looks like all the others and something else could be the title.
    static bool IsTitleLike(List<PageLine> lines, List<int> run, int first)
    {
        var candidate = run[^1];
        var between = lines.GetRange(candidate + 1, first - candidate - 1).FindAll(line => line.IsOpen);
        if (between.Exists(line => line.Byline is not { IsWhole: true }))
            return false;

        return between.Count > 0 || lines[candidate].BlankBefore || lines[candidate].Text.Length > LongestMenuItem / 2;
    }

    static void MarkFooterRows(List<PageLine> lines, int last)
    {
        for (var i = last + 1; i < lines.Count; i++)
        {
            if (lines[i].IsOpen && IsMenu(lines, i))
                lines[i].Drop("menu");
        }
    }

    // Section names tell a menu; so does its place, on top of the page or under other frame, where no title and no text would be a row.
    static bool IsMenu(List<PageLine> lines, int index) => IsMenuRow(lines[index])
        && ((index == 0 ? IsWideRow(lines[index]) : !lines[index - 1].IsOpen) || SectionNames.AreAmong(Items(lines[index])));

    static bool IsLastOpenBefore(List<PageLine> lines, int index, int first)
    {
        for (var i = index + 1; i < first; i++)
        {
            if (lines[i].IsOpen)
                return false;
        }

        return true;
    }

    static bool IsMenuItem(PageLine line) => line.Text.Length <= LongestMenuItem && !line.EndsSentence && line.Folded.AsSpan().IndexOfAny(",。:;") < 0;

    // The label of a list that never loaded; a title does not end in a colon.
    static bool IsLabel(PageLine line) => line.Text.Length <= 8 && line.Folded.EndsWith(':');

    // Its list is gone: nothing but frame follows, or it names a list of sections.
    static bool IsLabelOfNothing(List<PageLine> lines, int index) =>
        lines[index].Folded.AsSpan().IndexOfAny("类栏") >= 0 || index + 1 >= lines.Count || !lines[index + 1].IsOpen || IsLabel(lines[index + 1]);

    // So many items that it cannot be a title with blanks in it.
    static bool IsWideRow(PageLine line) => line.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= 6;

    static bool IsMenuRow(PageLine line)
    {
        if (line.Text.Length > 160 || line.EndsSentence || line.Folded.AsSpan().IndexOfAny(",。;:") >= 0)
            return false;

        var items = Items(line);
        var han = items.Count(item => HanCharacter.Is(item[0]));
        return items.Length >= 4 && (han * 2 > items.Length ? items.All(item => item.Length <= 8) && items.Average(item => item.Length) >= 1.8
            : han == 0 && items.All(item => item.Length <= LongestLatinItem) && SectionNames.AreAmong(items));
    }

    /// <summary>Whether a line is nothing but three words or more of a few characters, as no title is.</summary>
    public static bool IsRowOfItems(PageLine line) => !line.IsProse && Items(line) is { Length: >= 3 } items && items.All(item => HanCharacter.Is(item[0]) && item.Length <= 4);

    static string[] Items(PageLine line) => line.Folded.Split([' ', '|', '·', '•', '/', '丨', '\u3000', '\u00a0', '\t', '-'], StringSplitOptions.RemoveEmptyEntries);
}
