namespace Tanyuan.Pages.Html;

/// <summary>Finds the line that shows the page's headline: the one that shares most with the title the page gives itself.</summary>
internal static class Headline
{
    const int Shortest = 4;
    const int Longest = 300;

    /// <summary>The headline's line, or null.</summary>
    public static Line? Find(PageLayout page)
    {
        string[] titles = [Fold(page.Head.Title), Fold(page.Head.Meta("og:title", "twitter:title", "title") ?? "")];
        Line? best = null;
        var highest = 0f;
        Span<char> folded = stackalloc char[Longest];
        foreach (var line in page.Lines)
        {
            if (line.Unseen is not null || line.Text.Length is < Shortest or > Longest)
                continue;
            var text = Fold(line.Text, folded);
            if (text.Length < Shortest)
                continue;
            var shared = 0f;
            foreach (var title in titles)
            {
                if (title.AsSpan().StartsWith(text) || (text.Length > 8 && title.AsSpan().IndexOf(text) >= 0))
                    shared = Math.Max(shared, text.Length);
                else if (title.Length > 8 && text.IndexOf(title) >= 0 && text.Length < 2 * title.Length)
                    shared = Math.Max(shared, title.Length);
            }

            if (shared == 0)
                continue;
            shared *= TagFactor(line.Block.Tag) * (line.Measure.LinkDensity > 0.8f ? 0.6f : 1);
            if (shared > highest)
                (best, highest) = (line, shared);
        }

        if (best is not null)
            return best;
        Line? only = null;
        foreach (var line in page.Lines)
        {
            if (line.Block.Tag != "h1" || line.Unseen is not null || line.Measure.Weight < Shortest)
                continue;
            if (only is not null)
                return null;
            only = line;
        }

        return only;
    }

    /// <summary>The letters and digits of a text in lower case, by which titles are compared.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        return Fold(text, folded).ToString();
    }

    static ReadOnlySpan<char> Fold(string text, Span<char> folded)
    {
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                folded[length++] = char.ToLowerInvariant(character);
        }

        return folded[..length];
    }

    static float TagFactor(string tag) => tag switch
    {
        "h1" => 1.6f,
        "h2" or "h3" => 1.2f,
        _ => 1,
    };
}
