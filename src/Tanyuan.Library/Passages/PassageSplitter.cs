using Tanyuan.Pages;
using Tanyuan.Text;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Library.Passages;

/// <summary>
/// Cuts a document into passages, the unit of retrieval: whole sentences up to about <see cref="Longest"/> characters,
/// ending at a paragraph's end where one comes after <see cref="Shortest"/>. A document of at most <see cref="Whole"/>
/// characters stays in one piece. Side texts are cut apart from the main text, each by itself.
/// Every sentence lies in exactly one passage; only a sentence longer than a passage may be is cut, at a clause where possible.
/// A table is not parted from the line that introduces it, nor cut, where it is at most <see cref="Whole"/> long with it; a longer one is cut between rows.
/// </summary>
internal static class PassageSplitter
{
    public const int Shortest = 150, Longest = 400, Whole = 600;

    const string ClauseEnds = "，,；;、：:。！？ ";

    public static List<Passage> Split(Document document)
    {
        var passages = new List<Passage>();
        Split(document.Text, 0, isSide: false, [.. document.Blocks.Where(block => block.Kind == DocumentBlockKind.Table)], passages);
        var offset = 0;
        foreach (var side in document.Side)
        {
            Split(side, offset, isSide: true, [], passages);
            offset += side.Length + 1;
        }

        return passages;
    }

    static void Split(string text, int offset, bool isSide, List<DocumentBlock> tables, List<Passage> passages)
    {
        var sentences = tables.Count == 0 ? SentenceSplitter.Split(text) : WithRows(text, SentenceSplitter.Split(text), tables);
        if (sentences.Count == 0)
            return;

        if (sentences[^1].End - sentences[0].Start <= Whole)
        {
            passages.Add(new Passage(offset + sentences[0].Start, sentences[^1].End - sentences[0].Start, isSide));
            return;
        }

        var first = passages.Count;
        var start = -1;
        var end = 0;
        var next = 0;
        foreach (var sentence in sentences)
        {
            while (next < tables.Count && tables[next].End <= sentence.Start)
                next++;
            var table = next < tables.Count && tables[next].Start <= sentence.Start ? tables[next] : null;
            if (start >= 0 && (table is null ? sentence.End - start > Longest || (end - start >= Shortest && ParagraphEnds(text, end, sentence.Start)) : Parts(table, start, sentence)))
            {
                passages.Add(new Passage(offset + start, end - start, isSide));
                start = -1;
            }

            if (start < 0)
                start = sentence.Start;
            end = sentence.End;
            while (end - start > (table is null ? Longest : Whole))
            {
                var cut = CutAfterClause(text, start, start + Longest);
                passages.Add(new Passage(offset + start, cut - start, isSide));
                start = cut;
            }
        }

        if (end > start)
            passages.Add(new Passage(offset + start, end - start, isSide));
        JoinShortTail(passages, first);
    }

    // A table comes whole into the passage begun if that can hold it; else it begins one, and goes on in another where a row is too much.
    static bool Parts(DocumentBlock table, int start, TextSpan row) =>
        table.End - Math.Min(start, table.Start) > Whole && (row.Start == table.Start || row.End - start > Longest);

    // A table's rows count as sentences, whatever stands in their cells.
    static List<TextSpan> WithRows(string text, List<TextSpan> sentences, List<DocumentBlock> tables)
    {
        var units = new List<TextSpan>(sentences.Count);
        var next = 0;
        foreach (var sentence in sentences)
        {
            while (next < tables.Count && tables[next].End <= sentence.Start)
                next++;
            var isInTable = next < tables.Count && tables[next].Start <= sentence.Start;
            if (isInTable && units.Count > 0 && units[^1].Start >= tables[next].Start && !ParagraphEnds(text, units[^1].End, sentence.Start))
                units[^1] = new TextSpan(units[^1].Start, sentence.End - units[^1].Start);
            else
                units.Add(sentence);
        }

        return units;
    }

    static bool ParagraphEnds(string text, int from, int to) => text.AsSpan(from, to - from).Contains('\n');

    static int CutAfterClause(string text, int start, int limit)
    {
        for (var i = limit; i > start + Shortest; i--)
        {
            if (ClauseEnds.Contains(text[i - 1]))
                return i;
        }

        return char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    static void JoinShortTail(List<Passage> passages, int first)
    {
        if (passages.Count - first < 2)
            return;
        var last = passages[^1];
        var before = passages[^2];
        if (last.Length >= Shortest / 2 || last.End - before.Start > Longest + Shortest)
            return;
        passages[^2] = before with { Length = last.End - before.Start };
        passages.RemoveAt(passages.Count - 1);
    }
}
