using System.Text.RegularExpressions;
using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Quantities;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Questions;

/// <summary>Follow-up questions in Chinese.</summary>
internal static partial class ChineseFollowUp
{
    // What points back at the topic by itself, longest first.
    static readonly string[] Pronouns =
        ["这家公司", "该公司", "这个公司", "这座桥", "该桥", "这部电影", "该片", "这本书", "该书", "这个人", "这位", "该项目", "这个项目", "它们", "他们", "她们", "牠们", "他", "她", "它", "牠", "其"];

    // Nouns of an amount end so: 全长, 总投资额, 人数.
    const string AmountEndings = "长高宽深重量数额价率积龄度";

    /// <summary>What the question may mean after another one, the likeliest first; none where it can only stand by itself.</summary>
    public static IReadOnlyList<string> Readings(string question, string key, string earlier)
    {
        if (FromDeed(key, earlier) is { } deed)
            return [deed];
        if (FromPart(question, key, earlier) is { Count: > 0 } parts)
            return parts;
        return FromPronoun(question, key, earlier) is { } completed ? [completed] : FromSilence(question, key, earlier);
    }

    // 为什么？ after 利润下降了多少 asks why that is so, 后来呢？ how it went on: the earlier question is told, without what it asked for.
    static string? FromDeed(string key, string earlier)
    {
        var asked = QuestionAnalyzer.Analyze(earlier);
        var (why, then) = (Why().IsMatch(key) && asked.Kind != QuestionKind.Why, Then().IsMatch(key));
        if (asked.Gap.Length == 0 || !(why || then))
            return null;
        var told = earlier.Remove(asked.Gap.Start, asked.Gap.Length).TrimEnd('?', '？', '。', ' ', '的', '是');
        return told.Length < 4 ? null : why ? $"为什么{told}？" : $"{told}的来龙去脉";
    }

    // 那2025年呢？ asks the earlier question again with the part of its own sort replaced; 占地呢？ asks for something else of its topic.
    static List<string> FromPart(string question, string key, string earlier)
    {
        var end = key.AsSpan().TrimEnd("?？!！。 ").Length;
        if (end == 0 || key[end - 1] != '呢' || QuestionAnalyzer.Analyze(question).Gap.Length > 0)
            return [];
        var start = key.StartsWith("那么", StringComparison.Ordinal) ? 2 : key[0] is '那' or '而' ? 1 : 0;
        var part = question[start..(end - 1)].Trim('，', ',', ' ');
        if (part.Length == 0 || Topic(earlier) is not { } topic)
            return [];
        var quantities = QuantityRecognizer.Find(part);
        if (quantities is [var only] && only.Length == part.Length)
            return [SameSort(only.Kind, earlier) is { } same ? Replaced(earlier, same, part) : earlier.Insert(topic.End, part)];

        var named = topic.Of(earlier);
        var words = Tagger.Default.Tag(part);
        var partKey = TextFolder.Fold(part);
        if (Array.Find(Pronouns, pronoun => partKey.Contains(pronoun, StringComparison.Ordinal)) is { } pointing)
        {
            var at = partKey.IndexOf(pointing, StringComparison.Ordinal);
            var rest = part[(at + pointing.Length)..];
            return rest.Length == 0 ? [] : [Asked(part[..at] + named + '的' + rest.TrimStart('的'), earlier)];
        }

        var again = Replaced(earlier, topic, part);
        if (words.Exists(word => word.IsName) || partKey.AsSpan().ContainsAnyInRange('a', 'z'))
            return [again];
        if (words.TrueForAll(word => word.Tag == WordTag.Verb) && IsAmount(QuestionAnalyzer.Analyze(earlier).Type))
            return [$"{named}{part}多少？", again];
        var other = Asked($"{named}{TimeOf(partKey, earlier)}的{part}", earlier);
        if (IsOfSomething(partKey))
            return [other, again];
        return Counted(earlier) is { } counted ? [Replaced(earlier, counted, part), again, other] : [again, other];
    }

    // 2023年的营业收入是多少 and 净利润呢 ask for one year.
    static string TimeOf(string noun, string earlier) =>
        FocusTypes.Of(noun) is >= AnswerType.Number and <= AnswerType.Money && SameSort(QuantityKind.Date, earlier) is { } date ? date.Of(earlier) : "";

    // What 多少 counts in 有多少员工 is what 门店呢 asks for instead.
    static TextSpan? Counted(string earlier)
    {
        var asked = QuestionAnalyzer.Analyze(earlier);
        var behind = asked.Gap.End;
        return IsAmount(asked.Type) && asked.Focus.Length > 1 && asked.Key.AsSpan(behind).StartsWith(asked.Focus, StringComparison.Ordinal) ? new TextSpan(behind, asked.Focus.Length) : null;
    }

    static string Replaced(string text, TextSpan span, string part) => text[..span.Start] + part + text[span.End..];

    // 创始人 and 面积 are always of something.
    static bool IsOfSomething(string noun) => FocusTypes.Of(noun) is not (AnswerType.Phrase or AnswerType.Name or AnswerType.Place or AnswerType.Organisation or AnswerType.Title) || AmountEndings.Contains(noun[^1]);

    // The question for something: who it is, when or how much, as its noun tells; else as the earlier question asks.
    static string Asked(string noun, string earlier)
    {
        var type = FocusTypes.Of(TextFolder.Fold(noun));
        if (type == AnswerType.Phrase && IsAmount(QuestionAnalyzer.Analyze(earlier).Type))
            type = AnswerType.Number;
        var asking = type switch
        {
            AnswerType.Person => "是谁",
            AnswerType.Organisation => "是哪家",
            AnswerType.Place => "在哪里",
            AnswerType.Date or AnswerType.Time => "是什么时候",
            AnswerType.Duration => "是多久",
            >= AnswerType.Number and <= AnswerType.Duration => "是多少",
            _ => "是什么",
        };
        return $"{noun}{asking}？";
    }

    static string? FromPronoun(string question, string key, string earlier)
    {
        foreach (var pronoun in Pronouns)
        {
            var at = key.IndexOf(pronoun, StringComparison.Ordinal);
            if (at < 0 || IsInsideWord(question, at, pronoun.Length) || Topic(earlier) is not { } topic)
                continue;
            return question[..at] + topic.Of(earlier) + (pronoun == "其" ? "的" : "") + question[(at + pronoun.Length)..];
        }

        return null;
    }

    // A question without a name may be about what was asked about before; one without any noun surely is.
    static IReadOnlyList<string> FromSilence(string question, string key, string earlier)
    {
        var asked = QuestionAnalyzer.Analyze(question);
        if (asked.Gap.Length == 0 || key.ContainsAny('《', '「', '“') || DefinesSomething(asked) || Topic(earlier) is not { } topic)
            return [];
        if (question.Contains(topic.Of(earlier), StringComparison.Ordinal))
            return [];
        bool before = false, beside = false, after = false, owned = false;
        foreach (var word in Tagger.Default.Tag(question))
        {
            if (word.Start >= asked.Gap.Start && word.Start < asked.Gap.End)
                continue;
            if (word.IsName || char.IsAsciiLetterOrDigit(key[word.Start]))
                return [];
            owned |= before && word.Start < asked.Gap.Start && key[word.Start] == '的';
            if (word.Tag is not (WordTag.Noun or WordTag.NominalVerb or WordTag.PlaceNoun))
                continue;
            before |= word.Start < asked.Gap.Start;
            beside |= word.Start == asked.Gap.End;
            after |= word.Start > asked.Gap.End;
        }

        if (owned)
            return [];

        // 员工有多少 asks for something of it; 谁领投的 and 为什么放弃 for something about it.
        var completed = topic.Of(earlier) + (before && IsNounAt(question, 0) ? "的" : "") + question;
        if (!before && !beside && !after)
            return [completed];
        var isSubject = asked.Gap.Start <= 1 && asked.Kind is QuestionKind.Factoid or QuestionKind.List && asked.Type <= AnswerType.Name;
        return before || beside || isSubject ? [question, completed] : [completed, question];
    }

    static bool IsNounAt(string text, int start) => Tagger.Default.Tag(text).Exists(word => word.Start == start && word.Tag is WordTag.Noun or WordTag.NominalVerb);

    // 什么是纠删码？ names what it asks about, whatever the tagger makes of a word that it does not know.
    static bool DefinesSomething(Question asked) => asked.Kind == QuestionKind.Definition && asked.Terms.Any(term => term.Start >= asked.Gap.End);

    static bool IsInsideWord(string question, int at, int length) =>
        Tagger.Default.Tag(question).Exists(word => word.Start < at + length && word.End > at && (word.Start < at || word.End > at + length));

    static TextSpan? SameSort(QuantityKind kind, string earlier) =>
        QuantityRecognizer.Find(earlier).Find(quantity => quantity.Kind == kind) is { } found ? new TextSpan(found.Start, found.Length) : null;

    // What a question is about: a title, else the first run of nouns that holds a name, unless only what the question asks about holds one, else the first run of nouns outside the gap.
    static TextSpan? Topic(string earlier)
    {
        var open = earlier.IndexOf('《', StringComparison.Ordinal);
        if (open >= 0 && earlier.IndexOf('》', open) is var close and > 0)
            return new TextSpan(open, close + 1 - open);
        var asked = QuestionAnalyzer.Analyze(earlier);
        TextSpan? first = null;
        var words = Tagger.Default.Tag(earlier);
        for (var i = 0; i < words.Count; i++)
        {
            var from = i;
            var named = false;
            while (i < words.Count && (i == from || words[i].Start == words[i - 1].End) && Belongs(words, i, from, earlier, asked.Gap))
                named |= words[i++].IsName;
            if (i == from)
                continue;

            // An amount at the end is what is asked of the topic: 望潮大桥「全长」多少, 中试线「总投资」多少. Any other noun belongs to the name: 青岚动力电池「中试线」什么时候投产.
            var last = i - 1;
            if (words[last].End == asked.Gap.Start && !words[last].IsName && last > from && IsAmountNoun(words[last], earlier, asked.Type))
            {
                last--;
                while (last > from && words[last].Tag is WordTag.Adjective)
                    last--;
            }

            // 星湖「X2」: digits go on with the Latin letters before them.
            var stop = words[last].End;
            while (char.IsAsciiLetterOrDigit(earlier[stop - 1]) && stop < earlier.Length && char.IsAsciiLetterOrDigit(earlier[stop]))
                stop++;
            var run = new TextSpan(words[from].Start, stop - words[from].Start);

            // What stands before the question word is its subject, with a name or not: 「萤火七号」每隔多久飞过塔鲁草原.
            if (named)
                return first is { } subject && subject.End <= asked.Gap.Start && run.Start >= asked.Gap.End ? subject : run;
            first ??= run;

            // 禾渡的B轮融资: the topic is whose it is.
            if (run.End < earlier.Length && earlier[run.End] == '的')
                return first;
        }

        return first;
    }

    // A noun or name, with the number after it (萤火「七号」); between two of them also one character that the tagger takes for a verb or the like, which in a name it is not (哒哒「换」电, 电池「中试」线); before one, an adjective.
    static bool Belongs(List<TaggedWord> words, int at, int from, string text, TextSpan gap)
    {
        if (gap.Overlaps(new TextSpan(words[at].Start, words[at].Length)))
            return false;
        if (IsNominal(words[at], text) || (words[at].Tag == WordTag.Number && at > from))
            return true;
        if (words[at].Length > 1 || words[at].Tag is not (WordTag.Verb or WordTag.Adjective or WordTag.Direction) || (at == from && words[at].Tag != WordTag.Adjective)
            || Phrases.IsFunctional(text.AsSpan(words[at].Start, 1)) && words[at].Tag == WordTag.Verb)
            return false;
        var next = at + 1;
        return next < words.Count && words[next].Start == words[at].End && Belongs(words, next, from == at ? next : from, text, gap);
    }

    static bool IsAmountNoun(TaggedWord word, string text, AnswerType asked) =>
        IsAmount(asked) && (AmountEndings.Contains(TextFolder.Fold(text[word.End - 1])) || FocusTypes.Of(TextFolder.Fold(text.Substring(word.Start, word.Length))) == asked);

    static bool IsAmount(AnswerType type) => type is AnswerType.Number or AnswerType.Percentage or AnswerType.Money or AnswerType.Measure or AnswerType.Duration;

    static bool IsNominal(TaggedWord word, string text) =>
        word.IsName || word.Tag is WordTag.Noun or WordTag.NominalVerb or WordTag.PlaceNoun || char.IsAsciiLetter(text[word.Start]) || text[word.Start] is '-' or '·';

    [GeneratedRegex("^那?(?:为什么|为啥|为何|什么原因|原因|怎么会)呢?[?？ ]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Why();

    [GeneratedRegex("^(?:那|那么)?(?:后来|然后|后续|再后来|最后|结果)(?:呢|怎么样|怎么样了|如何|怎样了?)[?？ ]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Then();
}
