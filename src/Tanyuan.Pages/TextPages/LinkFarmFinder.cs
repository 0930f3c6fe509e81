using System.Buffers;
using Tanyuan.Text.Tables;

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

    const int StretchLength = 256;

    // So many of what the separators part must read as phrases.
    const double ShareInHard = 0.7;
    const double ShareInSoft = 0.85;

    // One line in four of a column may read otherwise: headlines of other stories stand in between.
    const int StrangeLines = 4;

    const int ShortestTitle = 12;
    const double FamiliarityOfTitle = 0.5;

    static readonly SearchValues<char> Punctuation = SearchValues.Create("，,。；;：:|");

    // Nobody joins the words of a sentence with these.
    const string HardSeparators = "_|丨│｜★☆◆◇●○■□▲△►▶→#+•※";
    const string SoftSeparators = "、，,-/· 　;；~";

    const string Separators = HardSeparators + SoftSeparators;

    static readonly UnitKinds IsSeparator = new((Separators, 1));

    readonly PageTerms terms;
    readonly List<PageLine> lines;
    readonly ulong[] joints;
    readonly bool[] own;
    readonly bool[] planted;
    readonly bool speaks;

    LinkFarmFinder(List<PageLine> lines, PageTerms terms)
    {
        (this.lines, this.terms) = (lines, terms);
        own = new bool[terms.Count];
        planted = new bool[terms.Count];
        joints = new ulong[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            joints[i] = Joints(lines[i].Folded);

            // A planted headline may end in a question mark; that makes no sentence of its row.
            if (lines[i].HoldsSentence && !IsRow(lines[i], joints[i]))
            {
                Include(own, lines[i].Terms);
                speaks = true;
            }
        }
    }

    /// <summary>Drops the link farms among the lines.</summary>
    public static void Mark(List<PageLine> lines, PageTerms terms)
    {
        var finder = new LinkFarmFinder(lines, terms);
        for (var i = 0; i < lines.Count; i++)
        {
            if (finder.joints[i] != 0 && lines[i].IsOpen && finder.IsJoined(lines[i], finder.joints[i]))
            {
                lines[i].Drop(Rule);
                Include(finder.planted, lines[i].Terms);
            }
        }

        finder.MarkColumns();
    }

    static void Include(bool[] set, int[] members)
    {
        foreach (var term in members)
            set[term] = true;
    }

    bool IsJoined(PageLine line, ulong own)
    {
        for (var number = 0; number < Separators.Length; number++)
        {
            if ((own >> number & 1) == 0)
                continue;
            var isHard = number < HardSeparators.Length;
            var separator = Separators[number];
            if (!Reads(line.Folded, separator, isHard ? ShareInHard : ShareInSoft))
                continue;
            var phrases = line.Folded.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var measure = Measure(phrases, null);
            if (IsPlanted(measure, isHard) && (isHard || AreHan(phrases) || (separator is not (' ' or '-') && measure is { Stock: >= 0.4, Sought: >= 0.4 })))
                return true;
        }

        return false;
    }

    static bool IsRow(PageLine line, ulong own)
    {
        for (var number = 0; number < Separators.Length; number++)
        {
            var isHard = number < HardSeparators.Length;
            if ((own >> number & 1) == 0 || (!isHard && line.EndsSentence))
                continue;
            if (isHard ? CountPhrases(line.Folded, Separators[number]) >= FewestPhrases : Reads(line.Folded, Separators[number], ShareInSoft))
                return true;
        }

        return false;
    }

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

    // A bit for each separator that stands in a text often enough for so many phrases: one look, whatever there is to look for.
    static ulong Joints(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Separators.Length];
        Span<char> found = stackalloc char[StretchLength];
        counts.Clear();
        var joints = 0ul;
        for (; !text.IsEmpty; text = text[Math.Min(text.Length, StretchLength)..])
        {
            foreach (var separator in found[..SeparatorsOf(text[..Math.Min(text.Length, StretchLength)], found)])
            {
                var number = Separators.IndexOf(separator, StringComparison.Ordinal);
                joints |= ++counts[number] == FewestPhrases - 1 ? 1ul << number : 0;
            }
        }

        return joints;
    }

    // What is no separator is written, too, and written over: that spares a branch nobody can foresee.
    static int SeparatorsOf(ReadOnlySpan<char> text, Span<char> found)
    {
        var kinds = IsSeparator;
        var count = 0;
        foreach (var unit in text)
        {
            found[count] = unit;
            count += kinds.Of(unit);
        }

        return count;
    }

    static int CountPhrases(ReadOnlySpan<char> text, char separator)
    {
        var count = 0;
        foreach (var piece in text.Split(separator))
            count += text[piece].IsWhiteSpace() ? 0 : 1;
        return count;
    }

    // Enough phrases that read as phrases: a few characters each, and no sentence ends among them.
    static bool Reads(ReadOnlySpan<char> text, char separator, double share)
    {
        int count = 0, fitting = 0, characters = 0;
        foreach (var piece in text.Split(separator))
        {
            var phrase = text[piece].Trim();
            if (phrase.IsEmpty)
                continue;
            if (phrase.Length >= 2 && Width(phrase) <= LongestPhrase && phrase.IndexOfAny("。!?;:") < 0)
                fitting++;
            else if (LinePunctuation.HoldsSentence(phrase))
                return false;

            count++;
            characters += phrase.Length;
        }

        return count >= FewestPhrases && fitting >= count * share && characters >= count * 3;
    }

    // In Han characters; two of an alphabet are as wide.
    static int Width(ReadOnlySpan<char> phrase)
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
        while (column.Count > FewestPhrases && Familiarity(column[^1]) >= FamiliarityOfTitle && end < lines.Count)
            column.RemoveAt(column.Count - 1);
        while (column.Count > FewestPhrases && Familiarity(column[0]) >= FamiliarityOfTitle)
            column.RemoveAt(0);

        // A title and a byline may stand among menus that look like a farm: a title says what the page's own sentences say.
        foreach (var line in column)
        {
            if (line.Byline is null && (line.Text.Length < ShortestTitle || Familiarity(line) < FamiliarityOfTitle))
                line.Drop(Rule);
        }
    }

    double Familiarity(PageLine line) => line.Terms.Length == 0 ? 0 : (double)line.Terms.Count(term => own[term]) / line.Terms.Length;

    static bool IsPhrase(PageLine line) =>
        IsShort(line) && !char.IsAsciiDigit(line.Text[0]) && line.Text.AsSpan().IndexOfAny(Punctuation) < 0;

    static bool IsShort(PageLine line) =>
        line.IsOpen && !line.IsProse && line.Text.Length <= 2 * LongestPhrase && Width(line.Text) is >= 2 and <= LongestPhrase && line.Text[^1] is not ('。' or '；');
}
