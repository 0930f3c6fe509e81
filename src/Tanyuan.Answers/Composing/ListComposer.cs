using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Reads the items of a list off the best sentence that has them: of a row of things joined by 、 and 和 (or commas and «and») each is an item
/// of its own, cited at its place.
/// </summary>
internal static partial class ListComposer
{
    const int LongestItem = 24;
    const int SentencesRead = 8;

    // On the sentence ranker's log-odds scale.
    const double Margin = 4;

    /// <summary>The items of the best sentence that has a row of things; empty where none of the best has one.</summary>
    public static List<Statement> Compose(Question question, IReadOnlyList<EvidenceSentence> ranked)
    {
        var asksForNames = question.Type is AnswerType.Person or AnswerType.Organisation or AnswerType.Place or AnswerType.Title;
        foreach (var sentence in ranked.Take(SentencesRead).TakeWhile(sentence => ranked[0].Score - sentence.Score <= Margin).Where(sentence => !sentence.Asks))
        {
            var text = sentence.Span.Of(sentence.Passage.Text);
            foreach (Match row in Rows().Matches(text))
            {
                var items = Items(text, row);
                if (items.Count >= 2 && items.TrueForAll(item => item.Length <= LongestItem) && !(asksForNames && items.TrueForAll(item => IsDone(item.Of(text)))))
                    return items.ConvertAll(item => Statement(sentence, text, item));
            }
        }

        return [];
    }

    // 扫码、拔电池、塞回去 are no places.
    static bool IsDone(string item) => Tagger.Default.Tag(item) is [{ Tag: WordTag.Verb }, ..];

    /// <summary>Whether each item is one of a sort by its name: a Chinese compound carries its head last.</summary>
    public static bool AreAll(string sort, List<Statement> items) =>
        sort.Length > 0 && sort[^1] > 0x7f && items.TrueForAll(item => TextFolder.Fold(item.Text).EndsWith(sort[^1]));

    static List<TextSpan> Items(string text, Match row)
    {
        var items = new List<TextSpan>();
        var start = row.Index;
        foreach (Match mark in Marks().Matches(row.Value))
        {
            Add(start, row.Index + mark.Index);
            start = row.Index + mark.Index + mark.Length;
        }

        Add(start, row.Index + row.Length);
        return items;

        void Add(int from, int to)
        {
            // The first item follows what introduces the row; the last may be followed by 等.
            if (items.Count == 0 && Introduction().Match(text[from..to]) is { Success: true } introduction)
                from += introduction.Length;
            var length = Tail().Replace(text[from..to], "").Length;
            if (length > 0)
                items.Add(new TextSpan(from, length));
        }
    }

    static Statement Statement(EvidenceSentence sentence, string text, TextSpan item)
    {
        var (passage, start) = (sentence.Passage, sentence.Passage.Start + sentence.Span.Start);
        var quote = item.Of(text);
        var citation = new Citation(passage.DocumentId, passage.Title, start + item.Start, item.Length, quote, start) { IsSide = passage.IsSide, Published = passage.Published };
        return new Statement(quote, text, [citation]);
    }

    [GeneratedRegex(@"[^，。；！？：:,;\n、]{1,40}(?:、[^，。；！？,;\n、]{1,40})+|[A-Z][\w' -]{1,40}(?:, [\w' -]{1,40})+,? (?:and|or) [\w' -]{1,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Rows();

    [GeneratedRegex("、|以及|(?<=[^、]{2})(?:和|及|与|與)(?=[^、]{2,}$)|,? and |, ", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex("^.*(?:分别为|分别是|分為|分别有|包括|包含|有|为|是|如|由|以|对|將|将|在|到|了|到了|目前|如今|其中|:)", RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    [GeneratedRegex("(?:等.*|(?:都|均|皆|也)(?:是|为|為).*|為食|为食|的.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
