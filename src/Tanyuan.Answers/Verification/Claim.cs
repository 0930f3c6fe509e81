using System.Text.RegularExpressions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text;

namespace Tanyuan.Answers.Verification;

/// <summary>A part of a claim that is compared with its source by itself: one clause, or a few that only make sense together.</summary>
/// <param name="Sentence">The claim's sentence.</param>
/// <param name="Span">Where the part stands in it.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Subject">The names of the clauses before, where the part has none of its own to begin with; else empty.</param>
internal sealed partial record ClaimPart(AnnotatedSentence Sentence, TextSpan Span, IReadOnlyList<Token> Tokens, IReadOnlyList<Token> Subject)
{
    /// <summary>Its folded text.</summary>
    public string Key { get; } = Sentence.Key[Span.Start..Span.End];

    /// <summary>Its tokens with those of its inherited subject.</summary>
    public IEnumerable<Token> WithSubject => Subject.Concat(Tokens);

    /// <summary>The parts of a claim's sentence, in order.</summary>
    public static List<ClaimPart> Of(AnnotatedSentence sentence)
    {
        var parts = new List<ClaimPart>();
        var start = -1;
        var subject = new List<Token>();
        for (var i = 0; i < sentence.Clauses.Count; i++)
        {
            var clause = sentence.Clauses[i];
            start = start < 0 ? clause.Start : start;
            var tokens = Within(sentence, start, clause.End);
            var isLast = i == sentence.Clauses.Count - 1;
            if (!isLast && (tokens.Count(token => token.Quantity >= 0 || TermCover.Weight(sentence, token) > 0) < 2 || Speech().IsMatch(sentence.Key[clause.Start..clause.End])))
                continue;
            var own = tokens.Where(token => IsName(sentence, token)).ToList();
            var inherits = own.Count == 0 || own[0].Start > start + 2;
            parts.Add(new ClaimPart(sentence, new TextSpan(start, clause.End - start), tokens, inherits ? [.. subject] : []));
            if (own.Count > 0 && !inherits)
                subject = [own[0]];
            start = -1;
        }

        return parts;
    }

    /// <summary>Whether a token names something: a tagged name, or a Latin word with a capital or a digit in it.</summary>
    public static bool IsName(AnnotatedSentence sentence, Token token)
    {
        if (token.Quantity >= 0 || token.Class < TokenClass.ProperNoun)
            return false;
        if (token.Class != TokenClass.Latin)
            return token.Length > 1;
        var text = sentence.Text.AsSpan(token.Start, token.Length);
        var first = token.Start == 0 || sentence.Text.AsSpan(0, token.Start).Trim("“\"'‘( ").Length == 0;
        return text.ContainsAnyInRange('0', '9') || text[1..].ContainsAnyInRange('A', 'Z') || (char.IsUpper(text[0]) && !first);
    }

    static List<Token> Within(AnnotatedSentence sentence, int start, int end) => [.. sentence.Tokens.Where(token => token.Start >= start && token.End <= end)];

    [GeneratedRegex("(说|表示|称|指出|认为|透露|介绍|解释|强调|坦言|提到|显示|报道|宣布|道|says|said|that|explained|added|told)[,，:：]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Speech();
}
