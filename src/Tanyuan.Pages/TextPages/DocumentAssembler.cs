using System.Buffers;
using Tanyuan.Pages.Extraction;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Builds the documents of a page from its settled lines. Dropped lines are recorded as they stood on the page, before any repair; a
/// repair inside a title or a side line leaves its removed characters as a drop, so that the page can be accounted for whole.
/// </summary>
internal sealed class DocumentAssembler(RepairedText page, List<PageLine> lines)
{
    const int LongestDerivedTitle = 40;
    const int ShortestOpening = 12;

    static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；!?;");
    static readonly SearchValues<char> Pauses = SearchValues.Create("，,、：: ");

    public List<Document> Assemble(List<(Heading Heading, List<PageLine> Lines)> articles)
    {
        var documents = new List<Document>();
        var position = 0;
        for (var i = 0; i < articles.Count; i++)
        {
            // Lines between two articles go with the nearer end of the page: what stands above the first, and after each one.
            var end = i + 1 < articles.Count ? lines.IndexOf(articles[i + 1].Lines[0]) : lines.Count;
            documents.Add(Build(articles[i].Heading, lines.GetRange(position, end - position)));
            position = end;
        }

        return documents;
    }

    Document Build(Heading heading, List<PageLine> share)
    {
        var joiner = new LineJoiner(page, share.Sum(line => line.Fate == LineFate.Open ? line.End - line.Start : 0));
        var title = "";
        var side = new List<string>();
        var drops = new List<Drop>();
        foreach (var line in share)
        {
            switch (line.Fate)
            {
                case LineFate.Dropped:
                    drops.Add(new Drop(line.Rule, Original(line)));
                    break;
                case LineFate.Title:
                    title = Keep(line, drops);
                    break;
                case LineFate.Side:
                    side.Add(Keep(line, drops));
                    break;
                default:
                    AppendParagraphs(joiner, line);
                    break;
            }
        }

        var text = joiner.ToRepairedText();
        return new Document(title.Length > 0 ? title : DeriveTitle(text.Text), text.Text)
        {
            TitleIsDerived = title.Length == 0,
            Author = heading.Author,
            Site = heading.Site,
            Side = side,
            Drops = drops,
            Repairs = text.Repairs,
        }.Dated(heading.Published);
    }

    void AppendParagraphs(LineJoiner joiner, PageLine line)
    {
        if (line.Breaks.Length > 0)
        {
            joiner.Append(line);
            return;
        }

        foreach (var (start, end) in ParagraphBreaker.Split(page.Text, line))
            joiner.Append(start, end);
    }

    RepairedText Slice(PageLine line)
    {
        if (page.Repairs.Count == 0 && line.Breaks.Length == 0)
            return RepairedText.Unchanged(line.Text);
        var joiner = new LineJoiner(page, line.End - line.Start);
        joiner.Append(line);
        return joiner.ToRepairedText();
    }

    string Original(PageLine line) => Slice(line).Undo();

    string Keep(PageLine line, List<Drop> drops)
    {
        var kept = Slice(line);
        foreach (var rule in kept.Repairs.Where(repair => !string.IsNullOrWhiteSpace(repair.Before)).GroupBy(repair => repair.Rule))
            drops.Add(new Drop(rule.Key, string.Concat(rule.Select(repair => repair.Before))));

        return kept.Text;
    }

    // The first line that is a sentence, or else the first.
    static ReadOnlySpan<char> Opening(ReadOnlySpan<char> text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (text[line].Length >= ShortestOpening && LinePunctuation.EndsSentence(text[line]))
                return text[line];
        }

        return text.IndexOf('\n') is var end and >= 0 ? text[..end] : text;
    }

    // A text without a title is known by its first sentence, cut at a comma where that is long.
    static string DeriveTitle(ReadOnlySpan<char> text)
    {
        var line = Opening(text);
        var stop = line.IndexOfAny(SentenceEnds);
        if (stop > 0)
            line = line[..(line[stop] is '！' or '？' or '!' or '?' ? stop + 1 : stop)];

        if (line.Length > LongestDerivedTitle)
        {
            var comma = line[..LongestDerivedTitle].LastIndexOfAny(Pauses);
            line = line[..(comma > LongestDerivedTitle / 3 ? comma : LongestDerivedTitle)];
            if (char.IsHighSurrogate(line[^1]))
                line = line[..^1];
        }

        return line.Trim().ToString();
    }
}
