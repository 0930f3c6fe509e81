using System.Buffers;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds link farms: rows of search phrases planted in a page, joined by one separator on a line or set one on a line. Their phrases are
/// short, hold no sentence and use the same few words again and again, words that the page's own sentences do not use. An enumeration
/// in a sentence, a list of names, a table, a poem or a glossary fails at least one of these.
/// </summary>
internal sealed class LinkFarmFinder
{
    public const string Rule = "link-farm";

    const int FewestPhrases = 8;
    const int ManyPhrases = 18;
    const int LongestPhrase = 22;
    static readonly SearchValues<char> Punctuation = SearchValues.Create("，,。；;：:");
    const string HardSeparators = "_|丨│｜";
    const string SoftSeparators = "、，,-/·  　";

    static readonly SearchValues<char> Separators = SearchValues.Create(HardSeparators + SoftSeparators);

    readonly PageTerms terms;
    readonly List<PageLine> lines;
    readonly bool[] own;
    readonly bool[] planted;

    LinkFarmFinder(List<PageLine> lines, PageTerms terms)
    {
        (this.lines, this.terms) = (lines, terms);
        own = new bool[terms.Count];
        planted = new bool[terms.Count];
        foreach (var line in lines)
        {
            if (line.IsProse && LinePunctuation.HoldsSentence(line.Text))
                Include(own, line.Terms);
        }
    }

    /// <summary>Drops the link farms among the lines.</summary>
    public static void Mark(List<PageLine> lines, PageTerms terms)
    {
        var finder = new LinkFarmFinder(lines, terms);
        foreach (var line in lines)
        {
            if (line.IsOpen && finder.IsJoined(line))
            {
                line.Drop(Rule);
                Include(finder.planted, line.Terms);
            }
        }

        finder.MarkColumns();
    }

    static void Include(bool[] set, int[] members)
    {
        foreach (var term in members)
            set[term] = true;
    }

    bool IsJoined(PageLine line)
    {
        if (!MayBeJoined(line.Folded))
            return false;

        foreach (var separator in HardSeparators)
        {
            if (Phrases(line, separator) is { Length: >= FewestPhrases } phrases && Reads(phrases) && IsForeign(phrases, isColumn: false, strict: false))
                return true;
        }

        foreach (var separator in SoftSeparators)
        {
            if (Phrases(line, separator) is { Length: >= FewestPhrases } phrases && Reads(phrases) && AreHan(phrases)
                && IsForeign(phrases, isColumn: false, strict: true))
                return true;
        }

        return false;
    }

    // Whether separators of any kind are enough for so many phrases: one look instead of one for each kind.
    static bool MayBeJoined(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var next = text.IndexOfAny(Separators); next >= 0 && count < FewestPhrases - 1; next = text.IndexOfAny(Separators))
        {
            count++;
            text = text[(next + 1)..];
        }

        return count >= FewestPhrases - 1;
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
    static bool AreHan(string[] phrases) => phrases.Count(phrase => phrase.Any(HanCharacter.Is)) * 4 >= phrases.Length * 3;

    // Words that come back in other phrases of the row, or of a column in the page's farms, and do not occur in the page's own sentences.
    bool IsForeign(string[] phrases, bool isColumn, bool strict)
    {
        var phrasesHolding = new Dictionary<int, int>();
        foreach (var phrase in phrases)
        {
            foreach (var term in terms.Of(phrase))
                phrasesHolding[term] = phrasesHolding.GetValueOrDefault(term) + 1;
        }

        var total = 0;
        var repeated = 0;
        var known = 0;
        foreach (var (term, count) in phrasesHolding)
        {
            total += count;
            repeated += count > 1 || (isColumn && planted[term]) ? count : 0;
            known += own[term] ? count : 0;
        }

        if (total == 0)
            return false;

        var repetition = (double)repeated / total;
        var familiarity = (double)known / total;
        if (strict && phrases.Length >= ManyPhrases && repetition >= 0.2 && familiarity <= 0.2)
            return true;
        return strict ? repetition >= 0.3 && familiarity <= 0.3 : familiarity <= 0.35 || repetition >= 0.35;
    }

    // One phrase a line.
    void MarkColumns()
    {
        for (var start = 0; start < lines.Count;)
        {
            var end = start;
            while (end < lines.Count && IsPhrase(lines[end]))
                end++;

            if (end - start >= FewestPhrases)
                MarkColumn(start, end);

            start = Math.Max(end, start + 1);
        }
    }

    void MarkColumn(int start, int end)
    {
        var column = lines.GetRange(start, end - start);
        if (!IsForeign([.. column.Select(line => line.Folded)], isColumn: true, strict: true))
            return;

        // The last lines before an article may be its title and its byline: they share its words.
        while (column.Count > FewestPhrases && Familiarity(column[^1]) >= 0.5 && end < lines.Count)
            column.RemoveAt(column.Count - 1);

        foreach (var line in column)
            line.Drop(Rule);
    }

    double Familiarity(PageLine line) => line.Terms.Length == 0 ? 0 : (double)line.Terms.Count(term => own[term]) / line.Terms.Length;

    static bool IsPhrase(PageLine line) =>
        line.IsOpen && line.Text.Length is >= 2 and <= LongestPhrase && !line.EndsSentence && !char.IsAsciiDigit(line.Text[0])
        && line.Text.AsSpan().IndexOfAny(Punctuation) < 0;
}
