using Tanyuan.Answers.Labels;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Borders;

/// <summary>A chosen span without the label that it opens with, where the label only says what was asked: 「屏幕：6.67英寸」, 「答：可以」.</summary>
internal static class WithoutLabel
{
    const int LongestLabel = 12;

    static readonly string[] OfAnswers = ["答", "答复", "回答", "解答", "a", "answer"];

    /// <summary>A span that answers a question, behind its label.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        if (span.Candidate.Start != 0 && !IsAtClause(span))
            return span;
        var start = BehindLabel(question, span.Key);
        if (start == 0 && span.Candidate.Start == 0 && question.Kind == QuestionKind.Factoid)
            start = BehindSpeaker(span);
        return start == 0 ? span : span with { Candidate = span.Candidate with { Start = span.Candidate.Start + start } };
    }

    /// <summary>How much of a folded text is a label that a question asks for, with its colon and blanks; 0 where none is.</summary>
    public static int BehindLabel(Question question, ReadOnlySpan<char> key)
    {
        var colon = key.IndexOfAny(":：\t");
        if (colon is < 1 or > LongestLabel || colon == key.Length - 1)
            return 0;
        var label = key[..colon].Trim();
        if (Array.IndexOf(OfAnswers, label.ToString()) < 0 && AskedLabel.Of(question)?.Fit(label) is not > 0)
            return 0;
        var start = colon + 1;
        while (start < key.Length && char.IsWhiteSpace(key[start]))
            start++;
        return start == key.Length ? 0 : start;
    }

    /// <summary>How much of a sentence is the mark that it answers (答：), with blanks; 0 where none is.</summary>
    public static int OfAnswer(string text)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, LongestLabel)).IndexOfAny(":：");
        if (colon < 1 || Array.IndexOf(OfAnswers, text[..colon].Trim().ToLowerInvariant()) < 0)
            return 0;
        var start = colon + 1;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start == text.Length ? 0 : start;
    }

    // In an interview 叶知秋：2021年5月 is what she says, not when.
    static int BehindSpeaker(RankedSpan span)
    {
        var (key, speaker) = (span.Key, span.Sentence.Tokens.Count > 0 ? span.Sentence.Tokens[0] : default);
        if (speaker is not { Class: TokenClass.Person, Start: 0 } || speaker.End + 1 >= key.Length || key[speaker.End] is not (':' or '：'))
            return 0;
        var start = speaker.End + 1;
        while (start < key.Length && char.IsWhiteSpace(key[start]))
            start++;
        return start < key.Length ? start : 0;
    }

    static bool IsAtClause(RankedSpan span) => span.Sentence.Clauses.Any(clause => clause.Start == span.Candidate.Start);
}
