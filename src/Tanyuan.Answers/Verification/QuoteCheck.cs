namespace Tanyuan.Answers.Verification;

/// <summary>Words in quotation marks must stand in the source as they are, signs and script apart.</summary>
internal static class QuoteCheck
{
    const string Openings = "“「『\"《‘";
    const string Closings = "”」』\"》’";

    /// <summary>The first quoted words of a folded claim that the cited text lacks, or null.</summary>
    public static string? Invented(string key, string cited)
    {
        var source = Squash(cited);
        for (var i = 0; i < key.Length; i++)
        {
            var mark = Openings.IndexOf(key[i], StringComparison.Ordinal);
            if (mark < 0)
                continue;
            var end = key.IndexOf(Closings[mark], i + 1);
            if (end < 0)
                continue;
            var quoted = key[(i + 1)..end];
            if (!source.Contains(Squash(quoted), StringComparison.Ordinal))
                return quoted;
            i = end;
        }

        return null;
    }

    static string Squash(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
