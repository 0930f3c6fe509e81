using System.Buffers;
using Tanyuan.Pages.Html;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds the posts of a discussion: lines that number or date a post come again and again, with what somebody wrote between them. An article with readers' comments
/// below it looks alike, but what stands above its first comment is long.
/// </summary>
internal static class PostFinder
{
    static readonly SearchValues<char> Signs = SearchValues.Create("楼#前于:");

    const int FewestPosts = 3;
    const int LinesOfPost = 12;
    const int LongestMark = 60;
    const int LongestQuestion = 400;

    /// <summary>The first and the last line that belong to posts; (-1, -1) where the page is no discussion.</summary>
    public static (int First, int Last) Find(List<PageLine> lines, CoreFinder core)
    {
        var marks = 0;
        foreach (var line in lines)
            marks += MayBeMark(line) ? 1 : 0;
        if (marks < FewestPosts)
            return (-1, -1);

        var (first, last, posts, written, before) = (-1, -1, 0, 0, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsMark(lines[i]))
            {
                written += IsWritten(lines[i]) ? 1 : 0;
                continue;
            }

            if (before >= 0 && i - before > LinesOfPost && posts < FewestPosts)
                (first, posts) = (-1, 0);
            if (before >= 0 && i - before > LinesOfPost && posts >= FewestPosts)
                break;
            posts += written > 0 || first < 0 ? 1 : 0;
            first = first < 0 ? i : first;
            (last, written, before) = (i, 0, i);
        }

        return posts >= FewestPosts && core.Mass(0, first) <= LongestQuestion ? (FirstWritten(lines, first), LastWritten(lines, last)) : (-1, -1);
    }

    /// <summary>Whether a line numbers or dates a post.</summary>
    public static bool IsMark(PageLine line) => MayBeMark(line) && (Furniture.IsFloor(line.Text) || line.Byline is { IsWhole: true, Published.HasTime: true });

    static bool MayBeMark(PageLine line)
    {
        var text = line.Folded.AsSpan();
        return text.Length <= LongestMark && text.ContainsAny(Signs) && text.ContainsAnyInRange('0', '9');
    }

    static bool IsWritten(PageLine line) => line.IsOpen && line.FrameRule is null;

    // Where marks stand below the posts, the first post stands above the first mark.
    static int FirstWritten(List<PageLine> lines, int mark)
    {
        for (var i = mark - 1; i >= Math.Max(0, mark - LinesOfPost / 2); i--)
        {
            if (CoreFinder.IsRunning(lines[i]))
                return i;
        }

        return mark;
    }

    // Below its mark the last post may have a few lines more.
    static int LastWritten(List<PageLine> lines, int mark)
    {
        var last = mark;
        for (var i = mark + 1; i < lines.Count && i <= mark + LinesOfPost && (last == mark || IsWritten(lines[i])); i++)
            last = IsWritten(lines[i]) ? i : last;
        return last;
    }
}
