namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds the frame that no pattern knows, by its neighbours: no list of a site's buttons and notices is ever complete, but they stand
/// together. Below the text, a short line among frame lines is frame. Above it, where some line is frame, short lines over the title are,
/// the title being the line that shares its words with the text.
/// </summary>
internal static class FrameNeighbours
{
    /// <summary>The rule of what is frame by its neighbours.</summary>
    public const string Rule = "navigation";

    const int LongestFragment = 26;
    const int LinesBeyond = 2;
    const int FewestOfFooter = 5;
    const int FewestJoints = 2;
    const int FewestTitleTerms = 2;
    const int UsualTitle = 16;
    const int TimesOfOthers = 2;
    const int FewestOfBusy = 3;
    const int FramesOfRow = 2;
    const double WorthOfHead = 1.5;
    const double ShareOfTitle = 0.25;

    /// <summary>Drops such lines above the first and below the last line of running text.</summary>
    public static void Mark(List<PageLine> lines, int first, int last, int termCount)
    {
        MarkAbove(lines, first, termCount);
        MarkBelow(lines, last);
    }

    static void MarkBelow(List<PageLine> lines, int last)
    {
        var lastFrame = lines.Skip(last + 1).Count(IsFrame) >= FewestOfFooter ? lines.Count : lines.FindLastIndex(IsFrame);
        var amongFrame = false;
        for (var i = last + 1; i < lines.Count; i++)
        {
            if (!lines[i].IsOpen)
                amongFrame |= IsFrame(lines[i]);
            else if (lines[i].FrameRule == FrameFinder.ListHeadRule)
                amongFrame = false;
            else if (amongFrame && i <= lastFrame + LinesBeyond && IsFragment(lines[i]))
                lines[i].Drop(Rule);
        }
    }

    static void MarkAbove(List<PageLine> lines, int first, int termCount)
    {
        var frame = lines.Take(first).Count(IsFrame) + (lines[0].IsOpen && (FrameFinder.IsRowOfItems(lines[0]) || JoinsPhrases(lines[0])) ? FramesOfRow : 0);
        if (frame == 0)
            return;
        var own = new bool[termCount];
        foreach (var line in lines.Skip(first).Where(line => line is { IsOpen: true, IsProse: true, FrameRule: null }))
        {
            foreach (var term in line.Terms)
                own[term] = true;
        }

        var shared = lines.Take(first).Select(line => line.IsOpen ? line.Terms.Count(term => own[term]) : 0).ToList();
        var title = TitleAmong(lines, shared, isBusy: frame >= FewestOfBusy);
        if (title < 0)
            return;
        for (var i = 0; i < title; i++)
        {
            var isKin = shared[i] >= FewestTitleTerms && shared[i] >= ShareOfTitle * lines[i].Terms.Length;
            if (lines[i].IsOpen && !isKin && shared[i] * TimesOfOthers <= shared[title] && (IsFragment(lines[i]) || (i == 0 && JoinsPhrases(lines[i]))))
                lines[i].Drop(Rule);
        }

        MarkBetween(lines, title, first);
    }

    // The line that shares most with the text, with a byline or buttons below, of equals the longest and topmost. Where hardly any frame stands above, it must share more to cost other lines their place.
    static int TitleAmong(List<PageLine> lines, List<int> shared, bool isBusy)
    {
        var (title, best) = (-1, 0.0);
        for (var i = 0; i < shared.Count; i++)
        {
            var score = shared[i] + (Math.Min(lines[i].Text.Length, UsualTitle) / (double)UsualTitle);
            if (score + WorthOfHead <= best || !TitleSign.MayBeTitle(lines[i]))
                continue;
            score += i + 1 < lines.Count && (IsFrame(lines[i + 1]) || lines[i + 1].Byline is { IsWhole: true }) ? WorthOfHead : 0;
            if (score > best)
                (title, best) = (i, score);
        }

        if (title < 0)
            return -1;
        var share = shared[title] / (double)Math.Max(1, lines[title].Terms.Length);
        return isBusy ? shared[title] > 0 || lines[title].Text.Length > UsualTitle / 2 ? title : -1
            : shared[title] >= FewestTitleTerms && share >= ShareOfTitle ? title : -1;
    }

    // Between title and text what stands among frame is frame, but a heading may stand right over the text.
    static void MarkBetween(List<PageLine> lines, int title, int first)
    {
        var from = lines.FindIndex(title + 1, IsFrame);
        var to = lines.FindLastIndex(first, first - title, IsFrame);
        for (var i = from + 1; from >= 0 && i < to; i++)
        {
            if (lines[i].IsOpen && IsFragment(lines[i]))
                lines[i].Drop(Rule);
        }
    }

    // The title of a browser's window, planted phrases as well as sections.
    static bool JoinsPhrases(PageLine line) => !line.IsProse && line.Text.AsSpan().Count('_') + line.Text.AsSpan().Count('|') >= FewestJoints;

    static bool IsFrame(PageLine line) => line.Fate == LineFate.Dropped && line.Rule != LinkFarmFinder.Rule;

    static bool IsFragment(PageLine line) =>
        line.Text.Length <= LongestFragment && !line.IsProse && line.Text[^1] is not ('。' or '”' or '」') && line.Byline is null;
}
