using System.Buffers;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds link farms: rows of search phrases planted in a page, joined by one separator on a line or set one on a line. Their phrases are
/// short, hold no sentence, come from a small stock and speak of other things than the page's own sentences (see <see cref="PhraseMeasure"/>).
/// An enumeration in a sentence, a list of names, a table, a poem or a glossary fails at least one of these.
/// </summary>
internal sealed class LinkFarmFinder
{
    public const string Rule = "link-farm";

    const int FewestPhrases = 8;
    const int ManyPhrases = 18;
    const int LongestPhrase = 22;

    // One line in four of a column may read otherwise: headlines of other stories stand in between.
    const int StrangeLines = 4;

    static readonly SearchValues<char> Punctuation = SearchValues.Create("，,。；;：:|");

    // Nobody joins the words of a sentence with these.
    const string HardSeparators = "_|丨│｜★☆◆◇●○■□▲△►▶→#+•※";
    const string SoftSeparators = "、，,-/· 　;；~";

    static readonly bool[] IsSeparator = CharacterTable.Of(HardSeparators + SoftSeparators);

    readonly PageTerms terms;
    readonly List<PageLine> lines;
    readonly bool[] own;
    readonly bool[] planted;
    readonly bool speaks;

    LinkFarmFinder(List<PageLine> lines, PageTerms terms)
    {
        (this.lines, this.terms) = (lines, terms);
        own = new bool[terms.Count];
        planted = new bool[terms.Count];
        foreach (var line in lines)
        {
            // A planted headline may end in a question mark; that makes no sentence of its row.
            if (line.IsProse && LinePunctuation.HoldsSentence(line.Text) && !IsRow(line))
            {
                Include(own, line.Terms);
                speaks = true;
            }
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
            if (Phrases(line, separator) is { Length: >= FewestPhrases } phrases && Reads(phrases, 0.7) && IsPlanted(Measure(phrases, null), isHard: true))
                return true;
        }

        foreach (var separator in SoftSeparators)
        {
            if (Phrases(line, separator) is not { Length: >= FewestPhrases } phrases || !Reads(phrases, 0.85))
                continue;
            var measure = Measure(phrases, null);
            if (IsPlanted(measure, isHard: false) && (AreHan(phrases) || (separator is not (' ' or '-') && measure is { Stock: >= 0.4, Sought: >= 0.4 })))
                return true;
        }

        return false;
    }

    static bool IsRow(PageLine line) => MayBeJoined(line.Folded)
        && (HardSeparators.Any(separator => Phrases(line, separator) is { Length: >= FewestPhrases })
            || (!line.EndsSentence && SoftSeparators.Any(separator => Phrases(line, separator) is { Length: >= FewestPhrases } phrases && Reads(phrases, 0.85))));

    PhraseMeasure Measure(IReadOnlyList<string> phrases, bool[]? farms) => PhraseMeasure.Of(phrases, terms, own, farms);

    static bool IsPlanted(PhraseMeasure row, bool isHard)
    {
        if (row.Spoken > 0.3)
            return false;
        var stranger = isHard ? 0.45 : 0.35;
        if (row.Familiar > stranger)
            return isHard && row is { Repeated: >= 0.5, Stock: >= 0.5, Sought: >= 0.5 };
        return row.Stock >= 0.2 || row.Sought >= (isHard ? 0.3 : 0.5) || (row.Repeated >= 0.4 && row.Sought >= 0.15)
            || (row is { Count: >= ManyPhrases, Repeated: >= 0.2, Sought: >= 0.2 });
    }

    // Whether separators of any kind are enough for so many phrases: one look instead of one for each kind.
    static bool MayBeJoined(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var unit in text)
        {
            if (IsSeparator[unit] && ++count == FewestPhrases - 1)
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
    static bool Reads(string[] phrases, double share)
    {
        int fitting = 0, characters = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length >= 2 && Width(phrase) <= LongestPhrase && phrase.AsSpan().IndexOfAny("。!?;:") < 0)
                fitting++;
            else if (LinePunctuation.HoldsSentence(phrase))
                return false;

            characters += phrase.Length;
        }

        return fitting >= phrases.Length * share && characters >= phrases.Length * 3;
    }

    // In Han characters; two of an alphabet are as wide.
    static int Width(string phrase)
    {
        var ascii = 0;
        foreach (var unit in phrase)
            ascii += unit < 0x80 ? 1 : 0;
        return phrase.Length - (ascii / 2);
    }

    // Blanks and hyphens part the words of English text and of addresses, too.
    static bool AreHan(string[] phrases) => phrases.Count(phrase => phrase.Any(HanCharacter.Is)) * 4 >= phrases.Length * 3;

    // One phrase a line.
    void MarkColumns()
    {
        for (var start = 0; start < lines.Count;)
        {
            var end = EndOfColumn(start);
            if (end - start >= FewestPhrases)
                MarkColumn(start, end);

            start = Math.Max(end, start + 1);
        }
    }

    int EndOfColumn(int start)
    {
        var (end, strange) = (start, 0);
        for (var at = start; at < lines.Count; at++)
        {
            if (IsPhrase(lines[at]))
                end = at + 1;
            else if (end == start || !IsShort(lines[at]) || ++strange * StrangeLines > at + 1 - start)
                break;
        }

        return end;
    }

    void MarkColumn(int start, int end)
    {
        var column = lines.GetRange(start, end - start);
        var measure = Measure([.. column.Select(line => line.Folded)], planted);
        if (!speaks || measure.Spoken > 0.2 || measure.Familiar > 0.3)
            return;
        if (!(measure is { Stock: >= 0.25, Sought: >= 0.15 } or { Sought: >= 0.5 } or { Repeated: >= 0.4, Sought: >= 0.25 }))
            return;

        // The lines beside an article may be its title and its byline: they share its words.
        while (column.Count > FewestPhrases && Familiarity(column[^1]) >= 0.5 && end < lines.Count)
            column.RemoveAt(column.Count - 1);
        while (column.Count > FewestPhrases && Familiarity(column[0]) >= 0.5)
            column.RemoveAt(0);

        foreach (var line in column)
            line.Drop(Rule);
    }

    double Familiarity(PageLine line) => line.Terms.Length == 0 ? 0 : (double)line.Terms.Count(term => own[term]) / line.Terms.Length;

    static bool IsPhrase(PageLine line) =>
        IsShort(line) && !char.IsAsciiDigit(line.Text[0]) && line.Text.AsSpan().IndexOfAny(Punctuation) < 0;

    static bool IsShort(PageLine line) =>
        line.IsOpen && !line.IsProse && line.Text.Length <= 2 * LongestPhrase && Width(line.Text) is >= 2 and <= LongestPhrase && line.Text[^1] is not ('。' or '；');
}
