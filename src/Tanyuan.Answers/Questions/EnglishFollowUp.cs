using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Questions;

/// <summary>Follow-up questions in English.</summary>
internal static class EnglishFollowUp
{
    static readonly string[] Pronouns = ["it", "its", "he", "his", "him", "she", "her", "they", "their", "them"];

    static readonly string[] Openings = ["what about ", "how about ", "and what about ", "and how about ", "and "];

    static readonly string[] Auxiliaries = ["did", "does", "do", "is", "are", "was", "were", "has", "have", "had", "will", "can", "could", "would", "should", "must"];

    static readonly string[] Prepositions = ["in", "on", "at", "for", "from", "to", "by", "with", "of", "during", "since", "until"];

    /// <summary>What the question means after another one; none where it stands by itself.</summary>
    public static IReadOnlyList<string> Readings(string question, string key, string earlier)
    {
        if ((Named(earlier) ?? Subject(earlier)) is not { } topic)
            return [];
        var opening = Array.Find(Openings, words => key.StartsWith(words, StringComparison.Ordinal));
        if (opening is null)
            return Pointing(question, key, topic.Of(earlier)) is { } completed ? [completed] : [];
        var rest = question[opening.Length..].TrimEnd('?', ' ');
        var restKey = key[opening.Length..].TrimEnd('?', ' ');
        if (EnglishInterrogatives.Find(restKey) is not null)
            return [Capitalised(Pointing(rest, restKey, topic.Of(earlier)) ?? rest) + "?"];
        if (Pointing(rest, restKey, topic.Of(earlier)) is { } possessed)
            return [$"What is {possessed}{TimeOf(restKey, earlier)}?"];
        return Property(rest, restKey) is { } noun ? [$"{Asking(restKey)} is the {noun} of {topic.Of(earlier)}{TimeOf(restKey, earlier)}?"] : [Again(earlier, rest, topic)];
    }

    // "And the net profit?" asks for something else of the same thing, where the noun says what sort of answer it is; a name would be another thing.
    static string? Property(string rest, string restKey)
    {
        foreach (var article in new[] { "the ", "a ", "an ", "" })
        {
            if (restKey.StartsWith(article, StringComparison.Ordinal))
                return rest.AsSpan(article.Length).ContainsAnyInRange('A', 'Z') && !IsTitle(rest[article.Length..]) || FocusTypes.Of(restKey) == AnswerType.Phrase ? null : rest[article.Length..];
        }

        return null;
    }

    static bool IsTitle(string word) => FocusTypes.Of(word.ToLowerInvariant()) == AnswerType.Person;

    static string Asking(string noun) => FocusTypes.Of(noun) == AnswerType.Person ? "Who" : "What";

    // A figure that is asked for next to one of a year is asked for of that year.
    static string TimeOf(string noun, string earlier) =>
        FocusTypes.Of(noun) is >= AnswerType.Number and <= AnswerType.Money && QuantityRecognizer.Find(earlier).Find(quantity => quantity.Kind == QuantityKind.Date) is { } told
            ? $" in {earlier.AsSpan(told.Start, told.Length)}" : "";

    // "And in 2024?" asks for another time, "What about Hamburg?" for another thing.
    static string Again(string earlier, string rest, TextSpan topic)
    {
        var quantities = QuantityRecognizer.Find(rest);
        if (quantities is not [var only] || !(only.Kind == QuantityKind.Date || IsYear(rest.Substring(only.Start, only.Length))) || !IsPreposition(rest[..only.Start].Trim()) || only.End < rest.Length)
            return earlier[..topic.Start] + rest + earlier[topic.End..];
        if (QuantityRecognizer.Find(earlier).Find(quantity => quantity.Kind == QuantityKind.Date) is { } told)
            return earlier[..told.Start] + rest[only.Start..] + earlier[told.End..];
        return $"{earlier.TrimEnd('?', ' ')} {(only.Start == 0 ? "in " : "")}{rest}?";
    }

    static bool IsYear(string text) => text is ['1' or '2', _, _, _] && text.All(char.IsAsciiDigit);

    static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    static bool IsPreposition(string word) => word.Length == 0 || Array.IndexOf(Prepositions, word.ToLowerInvariant()) >= 0;

    // The question with its first pronoun told; null where it has none.
    static string? Pointing(string question, string key, string topic)
    {
        foreach (var word in Phrases.Words(key))
        {
            var pronoun = key[word.Start..word.End];
            if (Array.IndexOf(Pronouns, pronoun) < 0)
                continue;
            var isObject = pronoun == "her" && key[word.End..].TrimEnd('?', ' ').Length == 0;
            var owned = pronoun is "its" or "his" or "her" or "their" && !isObject ? "'s" : "";
            return question[..word.Start] + topic + owned + question[word.End..];
        }

        return null;
    }

    // The first run of capitalised words after the question word.
    static TextSpan? Named(string earlier)
    {
        var words = Phrases.Words(earlier);
        for (var i = 1; i < words.Count; i++)
        {
            var from = i;
            while (i < words.Count && char.IsAsciiLetterUpper(earlier[words[i].Start]))
                i++;
            if (i == from)
                continue;
            var end = words[i - 1].End;
            if (end - words[from].Start > 2 && earlier[end - 1] == 's' && earlier[end - 2] is '\'' or '’')
                end -= 2;
            return new TextSpan(words[from].Start, end - words[from].Start);
        }

        return null;
    }

    // Without a name: what stands between the auxiliary and the last word before a preposition, the verb: how much did [milk yield] change.
    static TextSpan? Subject(string earlier)
    {
        var words = Phrases.Words(earlier);
        var auxiliary = words.FindIndex(word => Array.IndexOf(Auxiliaries, earlier[word.Start..word.End].ToLowerInvariant()) >= 0);
        if (auxiliary < 0)
            return null;
        var end = words.FindIndex(auxiliary + 1, word => Array.IndexOf(Prepositions, earlier[word.Start..word.End].ToLowerInvariant()) >= 0);
        var last = (end < 0 ? words.Count : end) - 1;
        while (last > auxiliary && !char.IsLetterOrDigit(earlier[words[last].Start]))
            last--;
        var isVerb = earlier[words[auxiliary].Start..words[auxiliary].End].ToLowerInvariant() is not ("is" or "are" or "was" or "were");
        if (isVerb || last > auxiliary + 2)
            last--;
        return last > auxiliary ? new TextSpan(words[auxiliary + 1].Start, words[last].End - words[auxiliary + 1].Start) : null;
    }
}
