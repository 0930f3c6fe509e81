namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Puts aside what stands around the running text of a page that wears a frame: the columns of headlines above and below, what other pages are about, comments. Above, the
/// title stays with what is said of the article; below, what follows at once, or goes on about the article's own things.
/// </summary>
internal static class ShellFinder
{
    const int FewestOfFrame = 3;
    const int FewestOthers = 12;
    const int LinesOfHeading = 4;
    const int MostLinesBeyond = 3;
    const int ShortestTeaser = 9;
    const int LongestTeaser = 40;
    const int FewestOfList = 2;
    const int LinesAbove = 4;
    const int LinesOverTitle = 2;
    const int LinesToText = 12;
    const int UsualTitle = 16;
    const int LongestName = 8;
    const int FewestBodyCharacters = 200;
    const double WorthOfHead = 1.5;
    const double WorthOfDate = 3;
    const double ShareOfList = 0.4;

    /// <summary>Marks the lines around the text, and returns what is known of the page; null where it wears no frame.</summary>
    public static PageShell? Mark(List<PageLine> lines, string page, PageTerms terms)
    {
        if (!MayHaveShell(lines))
            return null;
        var core = CoreFinder.Find(lines, terms.Count);
        if (core.First < 0 || !WearsFrame(lines, core))
            return null;
        var posts = PostFinder.Find(lines, core);
        var start = lines[posts.First < 0 ? core.First : Math.Min(posts.First, core.First)];
        for (var i = posts.First; i >= 0 && i <= posts.Last; i++)
        {
            if (lines[i].IsOpen && PostFinder.IsMark(lines[i]) && i != core.First)
                lines[i].Drop(FrameNeighbours.Rule);
        }

        var head = lines[core.Head];
        MarkLists(lines, core);
        MarkBelow(lines, posts.First < 0 ? EndOf(lines, core) : Math.Max(core.Last, posts.Last) + 1);
        var title = WindowTitle.Find(lines, core, page, terms);
        var first = lines.IndexOf(start);
        var at = title is null ? TitleAbove(lines, first, head, core) : lines.IndexOf(title);
        MarkAbove(lines, at, first, core);
        return new PageShell(at < 0 ? null : lines[at], start, posts.First >= 0);
    }

    // Most pages have nothing left around their text but a title and a line below it: a look tells.
    static bool MayHaveShell(List<PageLine> lines)
    {
        var (frame, others) = (0, 0);
        foreach (var line in lines)
        {
            frame += IsFrame(line) ? 1 : 0;
            others += line.IsOpen && !CoreFinder.IsRunning(line) ? 1 : 0;
        }

        return frame > 0 && (frame >= FewestOfFrame || others >= FewestOthers) && (others > LinesOfHeading || WindowTitle.HasTail(lines[0]));
    }

    static bool IsFrame(PageLine line) => line.Fate == LineFate.Dropped && line.Rule != LinkFarmFinder.Rule;

    static bool WearsFrame(List<PageLine> lines, CoreFinder core)
    {
        var (frame, others) = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == core.First)
                i = core.Last + 1;
            if (i == lines.Count)
                break;
            frame += IsFrame(lines[i]) ? 1 : 0;
            others += lines[i].IsOpen && !CoreFinder.IsRunning(lines[i]) ? 1 : 0;
        }

        return frame >= FewestOfFrame || (frame > 0 && others >= FewestOthers);
    }

    static void MarkAbove(List<PageLine> lines, int title, int first, CoreFinder core)
    {
        var from = title < 0 ? first - LinesAbove : title;
        for (var i = 0; i < first; i++)
        {
            var line = lines[i];
            if (i == title || !line.IsOpen)
                continue;
            if (title >= 0 && i > title && IsDate(line))
                line.Drop(HeadingFinder.BylineRule);
            else if (!(i >= from - LinesOverTitle && HeadingFinder.SpeaksOfArticle(line)) && !(i > from && (core.IsKin(line) || CoreFinder.IsRunning(line) || line.Text[0] == '#' || (i == first - 1 && LeadsOn(line)))))
                PutAside(line);
        }
    }

    // A salutation, a question, or the end of a clause.
    static bool LeadsOn(PageLine line) => line.Folded[^1] is ':' or '?' or ',';

    // The line that shares most with the text, with a byline or buttons below, of equals the longest and lowest; far above the text it must share a good deal.
    static int TitleAbove(List<PageLine> lines, int first, PageLine head, CoreFinder core)
    {
        var (title, best) = (-1, 0.0);
        for (var i = 0; i < first; i++)
        {
            var line = lines[i];
            if (!TitleSign.MayBeTitle(line) || TitleSign.TellsOfPage(line) || line.FrameRule is not null || FrameFinder.IsRowOfItems(line) || (i < first - LinesToText && !core.IsKin(line)))
                continue;
            var score = core.Shared(line) + (Math.Min(line.Text.Length, UsualTitle) / (double)UsualTitle) + WorthOf(lines, i + 1) + (line == head ? WorthOfHead : 0);
            if (score >= best)
                (title, best) = (i, score);
        }

        // What looks like a title below a title is its second.
        while (title > 0 && TitleSign.MayBeTitle(lines[title - 1]) && !TitleSign.TellsOfPage(lines[title - 1]) && lines[title - 1].FrameRule is null && core.IsKin(lines[title - 1]))
            title--;
        return title;
    }

    // When it was published may stand below the author's name.
    static double WorthOf(List<PageLine> lines, int below)
    {
        if (IsDate(lines[below]) || (lines[below].Text.Length <= LongestName && below + 1 < lines.Count && IsDate(lines[below + 1])))
            return WorthOfDate;
        return lines[below].Byline is { IsWhole: true } || !lines[below].IsOpen ? WorthOfHead : 0;
    }

    static bool IsDate(PageLine line) => line.Byline is { Published: not null } && !CoreFinder.IsRunning(line);

    // The line behind the text: at the head of the comments, else behind the running text and what follows it at once.
    static int EndOf(List<PageLine> lines, CoreFinder core)
    {
        for (var i = core.First + 1; i <= core.Last; i++)
        {
            if (core.HeadsComments(i) && core.Mass(core.First, i) >= FewestBodyCharacters)
                return i;
        }

        var end = core.Last + 1;
        while (end < lines.Count && lines[end].IsOpen && lines[end].FrameRule is null)
            end++;
        var beyond = lines.GetRange(core.Last + 1, end - core.Last - 1);
        return beyond.Count <= MostLinesBeyond || AreRowsOfArticle(beyond, core) ? end : core.Last + 1;
    }

    // Headlines under the head of a list may stand in the middle of an article, too.
    static void MarkLists(List<PageLine> lines, CoreFinder core)
    {
        for (var i = core.First + 1; i < core.Last; i++)
        {
            if (lines[i].FrameRule != FrameFinder.ListHeadRule)
                continue;
            var end = i + 1;
            while (end < core.Last && lines[end].IsOpen && lines[end].Text.Length is >= ShortestTeaser and <= LongestTeaser && !lines[end].EndsSentence && !CoreFinder.IsRunning(lines[end]))
                end++;
            for (var at = i; at < end && end - i > FewestOfList; at++)
                PutAside(lines[at]);
        }
    }

    static void MarkBelow(List<PageLine> lines, int end)
    {
        for (var i = end; i < lines.Count; i++)
        {
            if (lines[i].IsOpen)
                PutAside(lines[i]);
        }
    }

    // The rows of a table or a list speak of the article's own things, or of one another's.
    static bool AreRowsOfArticle(List<PageLine> rows, CoreFinder core)
    {
        var holders = new byte[core.Own.Length];
        foreach (var row in rows)
        {
            foreach (var term in row.Terms)
                holders[term] = (byte)Math.Min(holders[term] + 1, 2);
        }

        var shares = 0.0;
        foreach (var row in rows)
        {
            var shared = 0;
            foreach (var term in row.Terms)
                shared += core.Own[term] || holders[term] > 1 ? 1 : 0;
            shares += shared / (double)Math.Max(1, row.Terms.Length);
        }

        return shares >= ShareOfList * rows.Count;
    }

    static void PutAside(PageLine line)
    {
        if (line.FrameRule is { } rule && rule != FrameFinder.ListHeadRule)
            line.Leave(rule);
        else if (line.Text.Length < ShortestTeaser)
            line.Drop(FrameNeighbours.Rule);
        else
            line.Fate = LineFate.Side;
    }
}
