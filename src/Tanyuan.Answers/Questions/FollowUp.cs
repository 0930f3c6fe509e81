using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Quantities;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// Makes a follow-up question stand by itself. Three things are taken from the question before it: what a pronoun stands for
/// (它的总投资是多少？), the whole question where only one part of it is new (那2025年呢？), and its topic where the follow-up names none
/// (什么时候通车的？). A question that stands by itself already comes back as it is. Pure.
/// </summary>
public static class FollowUp
{
    // What points back at the topic by itself, longest first.
    static readonly string[] Pronouns =
        ["这家公司", "该公司", "这个公司", "这座桥", "该桥", "这部电影", "该片", "这本书", "该书", "这个人", "这位", "该项目", "这个项目", "它们", "他们", "她们", "牠们", "他", "她", "它", "牠", "其"];

    /// <summary>How nouns of an amount end: 全长, 总投资额, 人数.</summary>
    const string AmountEndings = "长高宽深重量数额价率积龄度";

    static readonly string[] EnglishPronouns = ["it", "its", "he", "his", "him", "she", "her", "they", "their", "them"];

    static readonly string[] EnglishOpenings = ["what about ", "how about ", "and what about ", "and how about ", "and "];

    /// <summary>The follow-up completed from the question asked before it, which should itself be complete.</summary>
    public static string Complete(string question, string? earlier)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (string.IsNullOrWhiteSpace(earlier))
            return question;
        var key = TextFolder.Fold(question);
        if (!Phrases.HasHan(key))
            return CompleteEnglish(question, key, earlier);
        return FromPart(question, key, earlier) ?? FromPronoun(question, key, earlier) ?? FromSilence(question, key, earlier) ?? question;
    }

    // 那2025年呢？ asks the earlier question again with the part of its own sort replaced.
    static string? FromPart(string question, string key, string earlier)
    {
        var end = key.AsSpan().TrimEnd("?？!！。 ").Length;
        if (end == 0 || key[end - 1] != '呢' || QuestionAnalyzer.Analyze(question).Gap.Length > 0)
            return null;
        var start = key.StartsWith("那么", StringComparison.Ordinal) ? 2 : key[0] is '那' or '而' ? 1 : 0;
        var part = question[start..(end - 1)].Trim('，', ',', ' ');
        if (part.Length == 0)
            return null;
        var quantities = QuantityRecognizer.Find(part);
        var replaced = quantities is [var only] && only.Length == part.Length ? SameSort(only.Kind, earlier) : Topic(earlier);
        return replaced is { } span ? earlier[..span.Start] + part + earlier[span.End..] : null;
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

    // A question without a name or noun before its verb is about what was asked about before.
    static string? FromSilence(string question, string key, string earlier)
    {
        var asked = QuestionAnalyzer.Analyze(question);
        if (asked.Gap.Length == 0 || key.ContainsAny('《', '「', '“') || DefinesSomething(asked) || Topic(earlier) is not { } topic)
            return null;
        foreach (var word in Tagger.Default.Tag(question))
        {
            if (word.Start >= asked.Gap.Start && word.Start < asked.Gap.End)
                continue;
            if (word.IsName || char.IsAsciiLetterOrDigit(key[word.Start]))
                return null;
            if (word.Start < asked.Gap.Start && word.Tag is WordTag.Noun or WordTag.NominalVerb or WordTag.PlaceNoun)
                return null;
        }

        return topic.Of(earlier) + question;
    }

    // 什么是纠删码？ names what it asks about, whatever the tagger makes of a word that it does not know.
    static bool DefinesSomething(Question asked) => asked.Kind == QuestionKind.Definition && asked.Terms.Any(term => term.Start >= asked.Gap.End);

    static bool IsInsideWord(string question, int at, int length) =>
        Tagger.Default.Tag(question).Exists(word => word.Start < at + length && word.End > at && (word.Start < at || word.End > at + length));

    static TextSpan? SameSort(QuantityKind kind, string earlier) =>
        QuantityRecognizer.Find(earlier).Find(quantity => quantity.Kind == kind) is { } found ? new TextSpan(found.Start, found.Length) : null;

    // What a question is about: a title, else the first run of nouns that holds a name, else the first run of nouns outside the gap.
    static TextSpan? Topic(string earlier)
    {
        var open = earlier.IndexOf('《', StringComparison.Ordinal);
        if (open >= 0 && earlier.IndexOf('》', open) is var close and > 0)
            return new TextSpan(open, close + 1 - open);
        var asked = QuestionAnalyzer.Analyze(earlier);
        var gap = asked.Gap;
        TextSpan? first = null;
        var words = Tagger.Default.Tag(earlier);
        for (var i = 0; i < words.Count; i++)
        {
            var from = i;
            var named = false;
            for (; i < words.Count && IsNominal(words[i], earlier) && !gap.Overlaps(new TextSpan(words[i].Start, words[i].Length)) && (i == from || words[i].Start == words[i - 1].End); i++)
                named |= words[i].IsName;
            if (i == from)
                continue;

            // An amount between a name and the gap is what is asked of it: 望潮大桥「全长」多少. Any other noun belongs to the name: 青岚动力电池「中试线」什么时候投产.
            if (named && words[i - 1].End == gap.Start && !words[i - 1].IsName && i - 1 > from && IsAmount(words[i - 1], earlier, asked.Type))
                return new TextSpan(words[from].Start, words[i - 2].End - words[from].Start);
            var run = new TextSpan(words[from].Start, words[i - 1].End - words[from].Start);
            if (named)
                return run;
            first ??= run;
        }

        return first;
    }

    static bool IsAmount(TaggedWord word, string text, AnswerType asked) =>
        asked is AnswerType.Number or AnswerType.Percentage or AnswerType.Money or AnswerType.Measure or AnswerType.Duration
        && (AmountEndings.Contains(TextFolder.Fold(text[word.End - 1])) || FocusTypes.Of(TextFolder.Fold(text.Substring(word.Start, word.Length))) == asked);

    static bool IsNominal(TaggedWord word, string text) =>
        word.IsName || word.Tag is WordTag.Noun or WordTag.NominalVerb or WordTag.PlaceNoun || char.IsAsciiLetter(text[word.Start]) || text[word.Start] is '-' or '·';

    static string CompleteEnglish(string question, string key, string earlier)
    {
        if (EnglishTopic(earlier) is not { } topic)
            return question;
        foreach (var opening in EnglishOpenings)
        {
            if (key.StartsWith(opening, StringComparison.Ordinal) && EnglishInterrogatives.Find(key[opening.Length..]) is null)
                return earlier[..topic.Start] + question[opening.Length..].TrimEnd('?', ' ') + earlier[topic.End..];
        }

        foreach (var word in Phrases.Words(key))
        {
            if (Array.IndexOf(EnglishPronouns, key[word.Start..word.End]) < 0)
                continue;
            var owned = key[word.Start..word.End] is "its" or "his" or "her" or "their" ? "'s" : "";
            return question[..word.Start] + topic.Of(earlier) + owned + question[word.End..];
        }

        return question;
    }

    // The first run of capitalised words after the question word.
    static TextSpan? EnglishTopic(string earlier)
    {
        var words = Phrases.Words(earlier);
        for (var i = 1; i < words.Count; i++)
        {
            var from = i;
            while (i < words.Count && char.IsAsciiLetterUpper(earlier[words[i].Start]))
                i++;
            if (i > from)
                return new TextSpan(words[from].Start, words[i - 1].End - words[from].Start);
        }

        return null;
    }
}
