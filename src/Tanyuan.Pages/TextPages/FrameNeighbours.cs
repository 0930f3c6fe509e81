namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds the frame that no pattern knows, by its neighbours: no list of a site's buttons and notices is ever complete, but they stand
/// together. Below the text, a short line among frame lines is frame. Above it, where some line is frame, short lines over the title are,
/// the title being the line that shares its words with the text.
/// </summary>
internal static class FrameNeighbours
{
    const string Rule = "navigation";
    const int LongestFragment = 26;
    const int LinesBeyond = 2;
    const int FewestTitleTerms = 2;
    const double ShareOfTitle = 0.3;

    /// <summary>Drops such lines above the first and below the last line of running text.</summary>
    public static void Mark(List<PageLine> lines, int first, int last, int termCount)
    {
        MarkAbove(lines, first, termCount);
        MarkBelow(lines, last);
    }

    static void MarkBelow(List<PageLine> lines, int last)
    {
        var lastFrame = lines.FindLastIndex(IsFrame);
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
        if (!lines.Take(first).Any(IsFrame))
            return;
        var own = new bool[termCount];
        foreach (var line in lines.Skip(first).Where(line => line.IsOpen && line.IsProse))
        {
            foreach (var term in line.Terms)
                own[term] = true;
        }

        var shared = lines.Take(first).Select(line => line.IsOpen ? line.Terms.Count(term => own[term]) : 0).ToList();
        if (shared.Count == 0 || shared.Max() is var most && most < FewestTitleTerms)
            return;
        var title = shared.IndexOf(most);
        if (most < ShareOfTitle * lines[title].Terms.Length)
            return;
        for (var i = 0; i < title; i++)
        {
            if (lines[i].IsOpen && shared[i] == 0 && IsFragment(lines[i]))
                lines[i].Drop(Rule);
        }
    }

    static bool IsFrame(PageLine line) => line.Fate == LineFate.Dropped && line.Rule != LinkFarmFinder.Rule;

    static bool IsFragment(PageLine line) =>
        line.Text.Length <= LongestFragment && !line.IsProse && line.Text[^1] is not ('。' or '”' or '」') && line.Byline is null;
}
