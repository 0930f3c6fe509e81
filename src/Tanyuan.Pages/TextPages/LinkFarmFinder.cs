namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds link farms: rows of search phrases planted in a page, joined by one separator on a line or set one on a line. Their phrases are
/// short, hold no sentence and use the same few words again and again, words that the page's own sentences do not use. An enumeration
/// in a sentence, a list of names, a table, a poem or a glossary fails at least one of these.
/// </summary>
internal static class LinkFarmFinder
{
    public const string Rule = "link-farm";

    const int FewestPhrases = 8;
    const int LongestPhrase = 22;
    static readonly System.Buffers.SearchValues<char> Punctuation = System.Buffers.SearchValues.Create("，,。；;：:");
    const string HardSeparators = "_|丨│｜";
    const string SoftSeparators = "、，,-/·  　";

    /// <summary>Drops the link farms among the lines.</summary>
    public static void Mark(List<PageLine> lines)
    {
        var own = OwnVocabulary(lines);
        var planted = new HashSet<int>();
        foreach (var line in lines)
        {
            if (line.IsOpen && IsJoined(line, own))
            {
                line.Drop(Rule);
                planted.UnionWith(Bigrams.Of(line.Folded));
            }
        }

        MarkColumns(lines, own, planted);
    }

    static HashSet<int> OwnVocabulary(List<PageLine> lines)
    {
        var own = new HashSet<int>();
        foreach (var line in lines)
        {
            if (line.IsProse && LinePunctuation.HoldsSentence(line.Text))
                own.UnionWith(Bigrams.Of(line.Folded));
        }

        return own;
    }

    static bool IsJoined(PageLine line, HashSet<int> own)
    {
        foreach (var separator in HardSeparators)
        {
            if (Phrases(line, separator) is { Length: >= FewestPhrases } phrases && Reads(phrases) && IsForeign(phrases, own, NothingPlanted, strict: false))
                return true;
        }

        foreach (var separator in SoftSeparators)
        {
            if (Phrases(line, separator) is { Length: >= FewestPhrases } phrases && Reads(phrases) && AreHan(phrases)
                && IsForeign(phrases, own, NothingPlanted, strict: true))
                return true;
        }

        return false;
    }

    static string[]? Phrases(PageLine line, char separator)
    {
        if (line.Folded.AsSpan().Count(separator) < FewestPhrases - 1)
            return null;

        return line.Folded.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // Phrases read as phrases: a few characters each, and no sentence ends among them.
    static bool Reads(string[] phrases)
    {
        int fitting = 0, characters = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length is >= 2 and <= LongestPhrase && phrase.AsSpan().IndexOfAny("。!?;:") < 0)
                fitting++;

            characters += phrase.Length;
        }

        return fitting >= phrases.Length * 0.85 && characters >= phrases.Length * 3;
    }

    // Blanks and hyphens part the words of English text and of addresses, too.
    static bool AreHan(string[] phrases) => phrases.Count(phrase => phrase.Any(Bigrams.IsHan)) * 4 >= phrases.Length * 3;

    static readonly HashSet<int> NothingPlanted = [];

    // Words that come back in other phrases of the row, or in the page's other farms, and do not occur in the page's own sentences.
    static bool IsForeign(IReadOnlyList<string> phrases, HashSet<int> own, HashSet<int> planted, bool strict)
    {
        var phrasesHolding = new Dictionary<int, int>();
        foreach (var phrase in phrases)
        {
            foreach (var bigram in Bigrams.Of(phrase))
                phrasesHolding[bigram] = phrasesHolding.GetValueOrDefault(bigram) + 1;
        }

        var total = 0;
        var repeated = 0;
        var known = 0;
        foreach (var (bigram, count) in phrasesHolding)
        {
            total += count;
            repeated += count > 1 || planted.Contains(bigram) ? count : 0;
            known += own.Contains(bigram) ? count : 0;
        }

        if (total == 0)
            return false;

        var repetition = (double)repeated / total;
        var familiarity = (double)known / total;
        return strict ? repetition >= 0.3 && familiarity <= 0.3 : familiarity <= 0.35 || repetition >= 0.35;
    }

    // One phrase a line.
    static void MarkColumns(List<PageLine> lines, HashSet<int> own, HashSet<int> planted)
    {
        for (var start = 0; start < lines.Count;)
        {
            var end = start;
            while (end < lines.Count && IsPhrase(lines[end]))
                end++;

            if (end - start >= FewestPhrases)
                MarkColumn(lines, start, end, own, planted);

            start = Math.Max(end, start + 1);
        }
    }

    static void MarkColumn(List<PageLine> lines, int start, int end, HashSet<int> own, HashSet<int> planted)
    {
        var column = lines.GetRange(start, end - start);
        if (!IsForeign([.. column.Select(line => line.Folded)], own, planted, strict: true))
            return;

        // The last lines before an article may be its title and its byline: they share its words.
        while (column.Count > FewestPhrases && Familiarity(column[^1], own) >= 0.5 && end < lines.Count)
            column.RemoveAt(column.Count - 1);

        foreach (var line in column)
            line.Drop(Rule);
    }

    static double Familiarity(PageLine line, HashSet<int> own)
    {
        var bigrams = Bigrams.Of(line.Folded);
        return bigrams.Count == 0 ? 0 : (double)bigrams.Count(own.Contains) / bigrams.Count;
    }

    static bool IsPhrase(PageLine line) =>
        line.IsOpen && line.Text.Length is >= 2 and <= LongestPhrase && !line.EndsSentence && !char.IsAsciiDigit(line.Text[0])
        && line.Text.AsSpan().IndexOfAny(Punctuation) < 0;
}
