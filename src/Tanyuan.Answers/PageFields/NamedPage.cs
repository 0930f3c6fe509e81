using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Library;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.PageFields;

/// <summary>
/// Finds the one page that a question names by its title, or by what its title says. Where two pages fit about as well it is none: whose author is told, has to be certain.
/// </summary>
internal static class NamedPage
{
    // Of what the question says of the page, its title says at least so much.
    const double Told = 0.75;

    // By how much of it another page's title has to say less.
    const double Clearly = 0.1;

    // Fewer pairs of characters, or fewer words, name no page.
    const int FewestPairs = 3, FewestWords = 2;

    // Forms of one English word share so much of their beginning.
    const int Stem = 5;

    // So long a title is told by its first part alone.
    const int LongTitle = 8;

    /// <summary>A passage of the page named, or null.</summary>
    public static PassageHit? Find(AskedField asked, IReadOnlyList<PassageHit> hits)
    {
        var pages = hits.DistinctBy(hit => hit.DocumentId).ToList();
        if (asked.Named.Length == 0)
            return pages.Count == 1 ? pages[0] : null;
        var fits = pages.ConvertAll(page => (Page: page, Fit: Fit(asked, TextFolder.Fold(page.DocumentTitle)))).FindAll(one => one.Fit >= Told);
        if (fits.Count == 0)
            return null;
        var best = fits.MaxBy(one => one.Fit);
        return fits.Exists(one => one.Page.Story != best.Page.Story && one.Fit > best.Fit - Clearly) ? null : best.Page;
    }

    // What is said of it in the title, and of titles that say it all the one that says the least else.
    static double Fit(AskedField asked, string title)
    {
        if (asked.IsTitle && IsTitle(Letters(asked.Named), Letters(title)))
            return 2;
        var (said, told, fewest) = Phrases.HasHan(asked.Named) ? (CharacterPairs.Of(asked.Named), CharacterPairs.Of(title), FewestPairs) : (Words(asked.Named), Words(title), FewestWords);
        if (said.Count < fewest || told.Count == 0)
            return 0;
        var shared = said.Count(told.Contains);
        return (double)shared / said.Count < Told ? 0 : ((double)shared / said.Count) + (Clearly * 2 * shared / told.Count);
    }

    static bool IsTitle(string named, string title) => named == title || (named.Length >= LongTitle && title.StartsWith(named, StringComparison.Ordinal));

    static string Letters(string key) => string.Concat(key.Where(char.IsLetterOrDigit));

    static HashSet<int> Words(string key)
    {
        var words = new HashSet<int>();
        foreach (var word in key.Split([.. key.Where(unit => !char.IsLetterOrDigit(unit)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Phrases.IsFunctional(word))
                words.Add(string.GetHashCode(word.AsSpan(0, Math.Min(word.Length, Stem)), StringComparison.Ordinal));
        }

        return words;
    }
}
