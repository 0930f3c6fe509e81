using Tanyuan.Text;

namespace Tanyuan.Library.Searching;

/// <summary>
/// Picks the excerpt of a text that shows a query best: the window that covers the greatest weight of different
/// query terms, then the most matches, then the earliest. Works on the folded text, which has the same offsets, so the excerpt
/// and its highlights are exact places of the source in its own script.
/// </summary>
internal static class SnippetBuilder
{
    const int Window = 120, LeadIn = 16;

    const string SentenceEnds = "。！？；!?;\n";

    /// <summary>Builds the excerpt of a passage; its start counts within the passage.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="key">Its folded form.</param>
    /// <param name="terms">What to show, the longer ones weigh more.</param>
    public static Snippet Build(string text, string key, IReadOnlyList<SnippetTerm> terms)
    {
        var matches = Matches(key, terms);
        var (start, end) = matches.Count == 0 ? (0, Math.Min(text.Length, Window)) : BestWindow(text, matches, terms);
        (start, end) = Trimmed(text, start, end);
        return new Snippet(start, text[start..end], Highlights(matches, start, end));
    }

    /// <summary>The next place from <paramref name="from"/> on where a term stands, or -1: Latin letters and digits only as whole words.</summary>
    static int IndexOfTerm(string key, SnippetTerm term, int from)
    {
        for (var at = from; at < key.Length; at++)
        {
            at = key.IndexOf(term.Key, at, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            if (!(IsNarrow(term.Key[0]) && at > 0 && IsNarrow(key[at - 1])) && (term.IsOpen || EndOfWord(key, at + term.Key.Length) == at + term.Key.Length))
                return at;
        }

        return -1;
    }

    static int EndOfWord(string key, int at)
    {
        var end = at;
        while (IsNarrow(key[at - 1]) && end < key.Length && IsNarrow(key[end]))
            end++;
        return end;
    }

    static List<Match> Matches(string key, IReadOnlyList<SnippetTerm> terms)
    {
        var matches = new List<Match>();
        for (var term = 0; term < terms.Count; term++)
        {
            for (var at = IndexOfTerm(key, terms[term], 0); at >= 0; at = IndexOfTerm(key, terms[term], matches[^1].End))
                matches.Add(new Match(at, EndOfWord(key, at + terms[term].Key.Length) - at, term));
        }

        matches.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        return matches;
    }

    static (int Start, int End) BestWindow(string text, List<Match> matches, IReadOnlyList<SnippetTerm> terms)
    {
        var inWindow = new int[terms.Count];
        var (weight, count, last) = (0, 0, 0);
        var (bestWeight, bestCount, bestFirst) = (-1, -1, 0);
        for (var first = 0; first < matches.Count; first++)
        {
            for (; last < matches.Count && matches[last].End - matches[first].Start <= Window; last++, count++)
            {
                if (inWindow[matches[last].Term]++ == 0)
                    weight += terms[matches[last].Term].Key.Length;
            }

            if (weight > bestWeight || (weight == bestWeight && count > bestCount))
                (bestWeight, bestCount, bestFirst) = (weight, count, first);
            if (last > first && --inWindow[matches[first].Term] == 0)
                weight -= terms[matches[first].Term].Key.Length;
            if (last > first)
                count--;
            else
                last++;
        }

        var start = SentenceStart(text, matches[bestFirst].Start);
        var end = Math.Min(text.Length, Math.Max(start + Window, matches[bestFirst].End));
        return (Math.Max(0, Math.Min(start, end - Window)), end);
    }

    /// <summary>The start of the sentence where it is near, else a little before the match.</summary>
    static int SentenceStart(string text, int match)
    {
        var earliest = Math.Max(0, match - (2 * LeadIn));
        for (var i = match; i > earliest; i--)
        {
            if (SentenceEnds.Contains(text[i - 1]))
                return i;
        }

        return earliest == 0 ? 0 : match - LeadIn;
    }

    static (int Start, int End) Trimmed(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || SplitsPair(text, start)))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || SplitsPair(text, end)))
            end--;
        return (start, end);
    }

    static bool SplitsPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    static List<TextSpan> Highlights(List<Match> matches, int start, int end)
    {
        var highlights = new List<TextSpan>();
        foreach (var match in matches)
        {
            if (match.Start < start || match.End > end)
                continue;
            var span = new TextSpan(match.Start - start, match.Length);
            if (highlights.Count > 0 && span.Start <= highlights[^1].End)
                highlights[^1] = new TextSpan(highlights[^1].Start, Math.Max(highlights[^1].End, span.End) - highlights[^1].Start);
            else
                highlights.Add(span);
        }

        return highlights;
    }

    static bool IsNarrow(char unit) => char.IsAsciiLetterOrDigit(unit);

    readonly record struct Match(int Start, int Length, int Term)
    {
        public int End => Start + Length;
    }
}
