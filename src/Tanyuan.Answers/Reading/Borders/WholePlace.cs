using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Borders;

/// <summary>
/// A place's or a body's name as it is, where the tagger cut through it: the 南 of 在南投鹿谷 opens the name, since nothing lies «in the south throw»; 号馆 and 号线 belong to the number before them, and that to
/// what is numbered; 中铁第四 goes on to 勘察设计院.
/// </summary>
internal static class WholePlace
{
    // What a name is cut off may be that long.
    const int LongestRest = 8;

    /// <summary>A span that answers a question, with the borders of the name in it.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        if (span.Candidate.Form > SpanForm.Bracketed || question.Kind != QuestionKind.Factoid || question.Type > AnswerType.Title)
            return span;
        var (start, end) = (span.Candidate.Start, span.Candidate.End);
        var (key, tokens) = (span.Sentence.Key, span.Sentence.Tokens);
        var at = 0;
        while (at < tokens.Count && tokens[at].End <= start)
            at++;
        if (question.Type == AnswerType.Place && Opening(tokens, at) is var opening && opening < at)
            start = tokens[opening].Start;
        else if (at < tokens.Count && IsNumbered(key, start))
            start = Numbered(tokens, at);
        if (question.Type is AnswerType.Person or AnswerType.Organisation)
            end = EndOfBody(key, tokens, end);
        return start == span.Candidate.Start && end == span.Candidate.End ? span : span with { Candidate = span.Candidate with { Start = start, End = end } };
    }

    // 在|南|投|鹿谷: single characters between the preposition and the name that begin with a direction are of the name.
    static int Opening(IReadOnlyList<Token> tokens, int at)
    {
        for (var before = at - 1; before > 0 && before >= at - 2 && at < tokens.Count && tokens[before].Length == 1 && tokens[before].End == tokens[before + 1].Start; before--)
        {
            if (tokens[before].Class == TokenClass.Localizer && tokens[before - 1].Class == TokenClass.Preposition && tokens[before - 1].End == tokens[before].Start)
                return before;
        }

        return at;
    }

    // 号线 behind its number, or 6号线 with it.
    static bool IsNumbered(string key, int start)
    {
        var digits = start;
        while (digits < key.Length && char.IsAsciiDigit(key[digits]))
            digits++;
        return digits < key.Length && key[digits] == '号' && (digits > start || (start > 0 && char.IsAsciiDigit(key[start - 1])));
    }

    // 地铁6号线: the number, and the nouns that touch it.
    static int Numbered(IReadOnlyList<Token> tokens, int at)
    {
        while (at > 0 && tokens[at - 1].End == tokens[at].Start && (tokens[at - 1].Quantity >= 0 || tokens[at - 1].Class is TokenClass.Quantity or TokenClass.Noun or TokenClass.ProperNoun or TokenClass.Place or TokenClass.Organisation))
            at--;
        return tokens[at].Start;
    }

    // A number in a name, and what follows up to where bodies end: 第四|勘察|设计院.
    static int EndOfBody(string key, IReadOnlyList<Token> tokens, int end)
    {
        var last = 0;
        while (last < tokens.Count && tokens[last].End < end)
            last++;
        if (last == tokens.Count || tokens[last].End != end || tokens[last].Class != TokenClass.Quantity || key[tokens[last].Start] != '第')
            return end;
        for (var next = last + 1; next < tokens.Count && tokens[next].Start == tokens[next - 1].End && tokens[next].End - end <= LongestRest; next++)
        {
            if (tokens[next].Class is not (TokenClass.Noun or TokenClass.NominalVerb or TokenClass.Verb or TokenClass.ProperNoun or TokenClass.Organisation))
                break;
            if (NameShapes.Organisation(key.AsSpan(end, tokens[next].End - end)) > 0)
                return tokens[next].End;
        }

        return end;
    }
}
