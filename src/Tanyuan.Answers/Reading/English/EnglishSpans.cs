using Tanyuan.Answers.Questions;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading.English;

/// <summary>Cuts an English sentence into spans that may be an answer: its names and rows of them, its quantities, and its phrases.</summary>
internal static class EnglishSpans
{
    const int LongestPhrase = 8;

    static readonly HashSet<string> Weekdays = [.. "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays".Split(' ')];
    static readonly HashSet<string> Months = [.. "january february march april may june july august september october november december".Split(' ')];
    static readonly HashSet<string> Seasons = [.. "spring summer autumn fall winter year month week weekend morning evening".Split(' ')];
    static readonly HashSet<string> Counts = [.. "once twice daily weekly monthly yearly annually never always".Split(' ')];

    // Words that part phrases beside those of grammar.
    static readonly HashSet<string> Parting = [.. "said says say told according because while until unless after before when if then also still only just now so very more most than must may might shall until during under over between among".Split(' ')];

    /// <summary>The names of a sentence, and rows of them.</summary>
    public static List<EnglishSpan> Names(EnglishSentence sentence)
    {
        var names = new List<EnglishSpan>();
        var words = sentence.Words;
        for (var first = 0; first < words.Count; first++)
        {
            if (!BeginsName(sentence, first))
                continue;
            var last = first;
            while (last + 1 < words.Count && NextOfName(sentence, last) is var next and > 0)
                last = next;
            if (last + 1 < words.Count && words[last + 1].Key == "family" && words[last + 1].Start == words[last].End + 1)
                last++;
            names.Add(Span(sentence, first, last, EnglishForm.Name));
            first = last;
        }

        var rows = new List<EnglishSpan>();
        for (var i = 0; i < names.Count; i++)
        {
            for (var to = i; to + 1 < names.Count && Joins(sentence, names[to], names[to + 1]); to++)
            {
                if (to + 2 >= names.Count || !Joins(sentence, names[to + 1], names[to + 2]))
                    rows.Add(names[i] with { End = names[to + 1].End, Last = names[to + 1].Last, Form = EnglishForm.Row });
            }
        }

        names.AddRange(rows);
        return names;
    }

    /// <summary>The quantities of a sentence, with days and seasons that no calendar places.</summary>
    public static List<(EnglishSpan Span, Quantity? Quantity)> Quantities(EnglishSentence sentence)
    {
        var found = new List<(EnglishSpan, Quantity?)>();
        var words = sentence.Words;
        foreach (var quantity in QuantityRecognizer.Find(sentence.Text))
        {
            var end = sentence.Text.AsSpan(quantity.End).StartsWith("-old") ? quantity.End + "-old".Length : quantity.End;
            var (first, last) = (IndexAt(words, quantity.Start), IndexAt(words, end - 1));
            if (first < 0 || last < first)
                continue;
            if (found.Count > 0 && found[^1] is var (before, other) && other?.Unit is null && other?.Kind == QuantityKind.Number && sentence.Text.AsSpan(before.End, quantity.Start - before.End) is " to " or " and " or "–" or "-")
                found.Add((new(before.Start, end, before.First, last, EnglishForm.Quantity), quantity));
            found.Add((new(quantity.Start, end, first, last, EnglishForm.Quantity), quantity));
        }

        for (var i = 0; i < words.Count; i++)
        {
            var from = i > 0 && words[i - 1].Key is "next" or "last" or "this" or "every" ? i - 1 : i;
            if (found.Exists(other => other.Item1.First <= i && i <= other.Item1.Last))
                continue;
            if (Counts.Contains(words[i].Key) || (words[i].IsCapital && Months.Contains(words[i].Key)) || Weekdays.Contains(words[i].Key) || (from < i && Seasons.Contains(words[i].Key)))
            {
                var to = i + 2 < words.Count && words[i + 1].Key == "and" && Weekdays.Contains(words[i + 2].Key) ? i + 2 : i;
                found.Add((Span(sentence, from, to, EnglishForm.Quantity), null));
                i = to;
            }
        }

        return found;
    }

    /// <summary>The phrases of a sentence: words between those of grammar, with what of, and and the article join.</summary>
    public static List<EnglishSpan> Phrases(EnglishSentence sentence)
    {
        var found = new List<EnglishSpan>();
        var words = sentence.Words;
        for (var first = 0; first < words.Count; first++)
        {
            if (IsParting(words[first]))
                continue;
            for (var last = first; last < words.Count && last - first < LongestPhrase && words[last].Clause == words[first].Clause; last++)
            {
                if (words[last].IsGrammar && words[last].Key is not ("of" or "the" or "a" or "an" or "and" or "s"))
                    break;
                if (Parting.Contains(words[last].Key))
                    break;
                if (!IsParting(words[last]) && (last + 1 == words.Count || IsParting(words[last + 1]) || words[last + 1].Clause != words[last].Clause))
                    found.Add(Span(sentence, first, last, EnglishForm.Phrase));
            }
        }

        return found;
    }

    /// <summary>The span of some words.</summary>
    public static EnglishSpan Span(EnglishSentence sentence, int first, int last, EnglishForm form) => new(sentence.Words[first].Start, sentence.Words[last].End, first, last, form);

    static bool IsParting(EnglishWord word) => word.IsGrammar || Parting.Contains(word.Key);

    // A sentence begins with a capital whatever its first word is: that is a name only where what follows is, too, or where the passage or its title has it elsewhere.
    static bool BeginsName(EnglishSentence sentence, int word)
    {
        var (words, it) = (sentence.Words, sentence.Words[word]);
        if (!it.IsCapital || it.IsGrammar || Weekdays.Contains(it.Key) || Months.Contains(it.Key) || IsRole(it.Key) || char.IsAsciiDigit(it.Key[0]))
            return false;
        if (word > 0 && !IsOpening(sentence.Text, it.Start))
            return true;
        return (word + 1 < words.Count && words[word + 1].IsCapital && words[word + 1].Clause == it.Clause && !words[word + 1].IsGrammar && !IsRole(words[word + 1].Key)) || IsNamedElsewhere(sentence, it);
    }

    static bool IsOpening(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        return before.Length == 0 || before[^1] is '"' or '“' or '‘';
    }

    static bool IsNamedElsewhere(EnglishSentence sentence, EnglishWord word)
    {
        var (passage, form) = (sentence.Source.Passage, sentence.Text[word.Start..word.End]);
        var own = sentence.Source.Span.Start + word.Start;
        for (var at = passage.Text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = passage.Text.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            if (at != own && at > 1 && passage.Text[at - 1] == ' ' && char.IsAsciiLetterLower(passage.Text[at - 2]))
                return true;
        }

        return false;
    }

    // The next word of a name, over of, the, & and initials; 0 where the name ends.
    static int NextOfName(EnglishSentence sentence, int last)
    {
        var words = sentence.Words;
        for (var next = last + 1; next < words.Count && next - last <= 3; next++)
        {
            var between = sentence.Text.AsSpan(words[next - 1].End, words[next].Start - words[next - 1].End);
            if (between is not (" " or " & " or "-" or "'" or "’" or ". "))
                return 0;
            if (between is ". " && words[next - 1].End - words[next - 1].Start > 1 && words[next - 1].Key is not ("dr" or "mr" or "mrs" or "ms" or "prof" or "st"))
                return 0;
            if (between is "'" or "’" && words[next].Key == "s")
                return 0;
            if (words[next].IsCapital && !words[next].IsGrammar && !Weekdays.Contains(words[next].Key))
                return next;
            if (words[next].Key is not ("of" or "the" or "de" or "van" or "von" or "der" or "la"))
                return 0;
        }

        return 0;
    }

    static bool Joins(EnglishSentence sentence, EnglishSpan left, EnglishSpan right) =>
        sentence.Text.AsSpan(left.End, right.Start - left.End) is " and " or ", " or ", and " or " und " && left.Last + 2 >= right.First - 1;

    static int IndexAt(IReadOnlyList<EnglishWord> words, int at)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Start <= at && at < words[i].End)
                return i;
            if (words[i].Start > at)
                return i;
        }

        return -1;
    }

    /// <summary>Whether a folded word says what somebody is: striker, minister.</summary>
    public static bool IsRole(string word) => FocusTypes.Of(word) == AnswerType.Person || Roles.Contains(word);

    static readonly HashSet<string> Roles =
    [
        .. ("striker midfielder defender goalkeeper captain minister secretary chief chairman chairwoman engineer architect naturalist painter merchant professor doctor dr mr mrs ms sir lord lady ceo cto cfo editor "
            + "spokesman spokeswoman spokesperson mayor governor judge lawyer officer inspector sergeant general colonel bishop pope baron duke prince princess farmer fisherman manager developer programmer designer artist "
            + "owner author winner maker inventor leader widow nephew niece insurer musician composer poet researcher biologist physicist chemist historian curator librarian archivist pastor senator deputy critic analyst").Split(' '),
    ];
}
