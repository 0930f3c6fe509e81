using Tanyuan.Pages;
using Tanyuan.Text;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Library.Passages;

/// <summary>
/// Cuts a document into passages, the unit of retrieval: whole sentences up to about <see cref="Longest"/> characters,
/// ending at a paragraph's end where one comes after <see cref="Shortest"/>. A document of at most <see cref="Whole"/>
/// characters stays in one piece. Side texts are cut apart from the main text, each by itself.
/// Every sentence lies in exactly one passage; only a sentence longer than a passage may be is cut, at a clause where possible.
/// </summary>
internal static class PassageSplitter
{
    public const int Shortest = 150, Longest = 400, Whole = 600;

    const string ClauseEnds = "，,；;、：:。！？ ";

    public static List<Passage> Split(Document document)
    {
        var passages = new List<Passage>();
        Split(document.Text, 0, isSide: false, passages);
        var offset = 0;
        foreach (var side in document.Side)
        {
            Split(side, offset, isSide: true, passages);
            offset += side.Length + 1;
        }

        return passages;
    }

    static void Split(string text, int offset, bool isSide, List<Passage> passages)
    {
        var sentences = SentenceSplitter.Split(text);
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
        foreach (var sentence in sentences)
        {
            if (start >= 0 && (sentence.End - start > Longest || (end - start >= Shortest && ParagraphEnds(text, end, sentence.Start))))
            {
                passages.Add(new Passage(offset + start, end - start, isSide));
                start = -1;
            }

            if (start < 0)
                start = sentence.Start;
            end = sentence.End;
            while (end - start > Longest)
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
