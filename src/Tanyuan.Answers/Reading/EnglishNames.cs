using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>Where an English name begins and ends: a run of words with capitals, with the titles and initials before them.</summary>
internal static class EnglishNames
{
    static readonly string[] Places = [" in", " at", " near", "town of", "city of", "village of", "county of", "state of", "province of", "island of", "port of"];

    /// <summary>Whether a span leaves out a part of the name that it stands in: «Northmere» of Northmere College, «Dr» of Dr. Oskar Pell.</summary>
    public static bool IsCut(AnnotatedSentence sentence, Candidate candidate) =>
        (candidate.First > 1 && Continues(sentence, candidate.First - 1))
        || (candidate.First == 1 && IsTitle(sentence, 0) && Continues(sentence, 0))
        || (candidate.Last + 1 < sentence.Tokens.Count && Continues(sentence, candidate.Last));

    /// <summary>Whether a span is told as a place: in Pell, the town of Pell, in Pell, Norland.</summary>
    public static bool IsPlaced(AnnotatedSentence sentence, Candidate candidate)
    {
        var before = sentence.Key[..candidate.Start].TrimEnd(' ');
        if (before.EndsWith(',') && before.LastIndexOf(' ') is > 0 and var space)
            before = before[..space];
        return before.Length < candidate.Start && Array.Exists(Places, place => before.EndsWith(place, StringComparison.Ordinal));
    }

    /// <summary>Whether a question names a span itself: «Oskar Pell» tells nothing of where Oskar Pell is from.</summary>
    public static bool IsAsked(Question question, AnnotatedSentence sentence, Candidate candidate)
    {
        if (QuestionMatcher.Find(question.Key, "or", 0) >= 0)
            return false;
        for (var token = candidate.First; token <= candidate.Last; token++)
        {
            if (!IsTitle(sentence, token) && QuestionMatcher.Find(question.Key, sentence.Key.AsSpan(sentence.Tokens[token].Start, sentence.Tokens[token].End - sentence.Tokens[token].Start), 0) < 0)
                return false;
        }

        return true;
    }

    // Whether a word and the next one are of one name. The first word of a sentence has its capital anyway.
    static bool Continues(AnnotatedSentence sentence, int token)
    {
        var (left, right) = (sentence.Tokens[token], sentence.Tokens[token + 1]);
        if (!IsNamed(sentence, left) || !IsNamed(sentence, right))
            return false;
        var between = sentence.Text.AsSpan(left.End, right.Start - left.End);
        return between is " " || (between is ". " && (left.End - left.Start == 1 || IsTitle(sentence, token)));
    }

    static bool IsNamed(AnnotatedSentence sentence, Token token) =>
        char.IsAsciiLetterUpper(sentence.Text[token.Start]) && !Phrases.IsFunctional(sentence.Key.AsSpan(token.Start, token.End - token.Start));

    static bool IsTitle(AnnotatedSentence sentence, int token) =>
        sentence.Text[sentence.Tokens[token].Start..sentence.Tokens[token].End] is "Dr" or "Mr" or "Mrs" or "Ms" or "Prof" or "St" or "Sir" or "Lord" or "Lady";
}
