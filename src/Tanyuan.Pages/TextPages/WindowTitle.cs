using System.Buffers;
using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// The title of the window that a page was shown in, which converters put first: the headline with the names of the channel and the site behind it. Where the headline
/// stands on the page again, that line is the title.
/// </summary>
internal static class WindowTitle
{
    /// <summary>The rule of the window's title where the headline stands below, and of what stands behind the headline in it.</summary>
    public const string Rule = "window-title";

    // One of these stands before a tail.
    static readonly SearchValues<char> Separators = SearchValues.Create("_|｜»«<>›•·:-–—");

    const int Shortest = 6;
    const int Longest = 160;

    /// <summary>The line that is the page's title by what the window says, or null; its tail, or the whole of it, leaves the page.</summary>
    /// <param name="lines">The lines of a page.</param>
    /// <param name="core">Its running text.</param>
    /// <param name="page">The page.</param>
    /// <param name="terms">Its terms.</param>
    public static PageLine? Find(List<PageLine> lines, CoreFinder core, string page, PageTerms terms)
    {
        var window = lines[0];
        if (window.FrameRule is not null || (!window.IsOpen && window.Rule != FrameNeighbours.Rule))
            return null;
        if (core.First == 0 || window.Text.Length is < Shortest or > Longest || window.Text.Contains('。') || window.Breaks.Length > 0)
            return null;
        var title = HasTail(window) ? TitleReader.CutTail(window.Text, null) : window.Text;
        if (Below(lines, core.First, Letters(title)) is { } headline)
        {
            if (window.IsOpen)
                window.Drop(Rule);
            return headline;
        }

        if (!core.IsKin(window) || title.Length < Shortest)
            return null;
        if (title.Length == window.Text.Length)
            return window;
        var (head, tail) = window.Part(page, title.Length, terms);
        tail.Drop(Rule);
        lines[0] = head;
        lines.Insert(1, tail);
        return head;
    }

    /// <summary>Whether a line that stays, or left for its look alone, may have the names of a site behind a headline.</summary>
    public static bool HasTail(PageLine line) => line.FrameRule is null && line.Text.AsSpan().ContainsAny(Separators);

    // The lowest of the lines above the text that say the same; the window's title may hold a second headline, too.
    static PageLine? Below(List<PageLine> lines, int first, string title)
    {
        PageLine? found = null;
        var most = 0;
        for (var i = 1; i < first && title.Length > 0; i++)
        {
            if (lines[i].Text.Length < Math.Max(Shortest, most) || lines[i].Text.AsSpan(0, Shortest).IndexOf(title[0]) < 0)
                continue;
            var letters = Letters(lines[i].Text);
            if (letters.Length < Shortest || letters.Length < most || !title.StartsWith(letters, StringComparison.Ordinal))
                continue;
            (found, most) = (lines[i], letters.Length);
        }

        return found is { IsOpen: true } && most * 2 >= title.Length ? found : null;
    }

    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
