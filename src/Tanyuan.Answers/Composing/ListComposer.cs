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
    const int LongestItem = 24, LongestTold = 60;
    const int SentencesRead = 8;

    // What a sentence has to tell of the question for its row to be the one asked for, and how far the row may stand from its noun.
    const double ToldShare = 0.6, ToldWorth = 0.9;

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

    /// <summary>
    /// The items of the row that a page introduces by what is asked for (主要支流有青溪、苦竹河, 不良反应为…), with how likely they are those asked for; none where no page does.
    /// </summary>
    public static (List<Statement> Items, double Confidence) Told(Question question, IReadOnlyList<PooledSentence> pool)
    {
        var asked = Asked(question);
        if (!Phrases.HasHan(asked))
            return ([], 0);
        var matter = new ToldMatter(question, asked);
        var names = PlainWords.Of(asked).Append(asked).Where(name => name.Length > 1 || asked.Length == 1).ToList();
        (List<Statement> Items, double Confidence) best = ([], 0);
        foreach (var sentence in pool)
        {
            var told = matter.Of(sentence);
            if (!matter.IsEmpty && (!told.NamesAll || told.All < ToldShare))
                continue;
            var confidence = matter.IsEmpty ? 0 : ToldWorth * told.All;
            if (confidence > best.Confidence && ListBelow.Of(sentence) is { Count: > 1 } below && names.Exists(name => sentence.Key.Contains(name, StringComparison.Ordinal)))
                best = (below, confidence);
            foreach (var items in RowsOf(sentence.Text))
            {
                if (confidence > best.Confidence && items.TrueForAll(item => item.Length <= LongestTold) && names.Exists(name => Introduces(sentence, items[0].Start, name)))
                    best = (items.ConvertAll(item => sentence.ToStatement(item)), confidence);
            }
        }

        foreach (var (passage, rank) in pool.Select(sentence => (sentence.Passage, sentence.Rank)).Distinct())
        {
            if (matter.IsSaidIn(passage) && matter.Of(passage.Key, passage) is { NamesAll: true, All: >= ToldShare } said && ToldWorth * said.All > best.Confidence && HeadedList.In(passage, rank, names) is { Count: > 1 } lines)
                best = (lines.ConvertAll(line => line.ToStatement()), ToldWorth * said.All);
        }

        return best;
    }

    // What the items are: the noun behind 哪些, or the last one before it (客户是哪些, 投资方都有谁).
    static string Asked(Question question) =>
        question.Focus.TrimStart('种', '款', '类') is { Length: > 0 } focus ? focus : question.Gap.Of(question.Key).EndsWith('人') ? "人" : question.Terms.LastOrDefault(term => term.End <= question.Gap.Start && Phrases.IsNoun(term.Key)).Key ?? "";

    // The noun stands right before the row (「主要支流」有…, 「换乘站」共5座：…), or in the page's question that the row answers.
    static bool Introduces(PooledSentence sentence, int to, string name)
    {
        var (passage, start) = (sentence.Passage, Reading.AskedBefore.Start(sentence.Passage, sentence.Index));
        var own = passage.Sentences[sentence.Index].Start;
        if (start < own && passage.Key.AsSpan(start, own - start).Contains(name, StringComparison.Ordinal))
            return true;
        var before = sentence.Key[..to];
        var at = before.LastIndexOf(name, StringComparison.Ordinal);
        return at >= 0 && ((at + name.Length == to && sentence.Text[to] == '《') || Introduced().IsMatch(before[(at + name.Length)..]));
    }

    static IEnumerable<List<TextSpan>> RowsOf(string text)
    {
        if (Numbered().Matches(text) is { Count: > 1 } numbered)
            yield return [.. numbered.Select(match => new TextSpan(match.Groups["item"].Index, match.Groups["item"].Length))];
        if (Headed().Match(text) is { Success: true } headed && headed.Groups["item"].Captures is { Count: > 1 } parts)
            yield return [.. parts.Select(part => new TextSpan(part.Index, part.Length))];
        if (Titles().Match(text) is { Success: true } titles)
            yield return [.. Title().Matches(titles.Value).Select(match => new TextSpan(titles.Index + match.Index, match.Length))];
        foreach (Match row in Rows().Matches(text))
        {
            if (Items(text, row) is { Count: > 1 } items)
                yield return items;
        }
    }

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

    [GeneratedRegex("[:：\\t](?<item>[^；;。:：]{3,60})(?:[；;](?<item>[^；;。:：]{3,60}))+", RegexOptions.CultureInvariant)]
    private static partial Regex Headed();

    [GeneratedRegex("《[^》]{1,30}》(?:[、和及]?《[^》]{1,30}》)+", RegexOptions.CultureInvariant)]
    private static partial Regex Titles();

    [GeneratedRegex("^(?:[^，,。；;！!]{0,6}?)(?:有|为|為|是|如|包括|包含|分别|依次|如下|共|分|主要|[:：\\t ]|[\\d一二三四五六七八九十两]+|[大座个個家种種项項条條部区區类類])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();

    [GeneratedRegex("《[^》]{1,30}》", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("(?:[一二三四五六七八九]是|第[一二三四五六七八九][，,、])(?<item>[^；;。！]{2,60})", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("、|以及|(?<=[^、]{2})(?:和|及|与|與)(?=[^、]{2,}$)|,? and |, ", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex("^.*(?:分别为|分别是|分為|分别有|包括|包含|有|为|是|如|由|以|对|將|将|在|到|了|到了|目前|如今|其中|:|\t)", RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    [GeneratedRegex("(?:等.*|(?:都|均|皆|也)(?:是|为|為).*|為食|为食|的.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
