using Tanyuan.Answers.Questions;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// Proposes the spans of a sentence that may be an answer: every short run of tokens within a clause that does not begin or end with a
/// word of grammar, the insides of brackets and quotation marks, clause remainders, whole clauses, the sentence, and the pieces of dates
/// and ranges. Broad on purpose: the ranker decides.
/// </summary>
internal static class CandidateFinder
{
    const int LongestRun = 10;
    const int LongestRunLength = 34;

    /// <summary>The candidates of a sentence, without repeats.</summary>
    public static List<Candidate> Find(AnnotatedSentence sentence)
    {
        var found = new List<Candidate>();
        var seen = new HashSet<(int, int)>();
        Runs(sentence, found, seen);
        Bracketed(sentence, found, seen);
        Remainders(sentence, found, seen);
        Clauses(sentence, found, seen);
        Pieces(sentence, found, seen);
        return found;
    }

    // 1958年 of 1958年7月初, 7月 of it, 1900年 of 1870年至1900年.
    static void Pieces(AnnotatedSentence sentence, List<Candidate> found, HashSet<(int, int)> seen)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            var token = sentence.Tokens[i];
            if (token.Quantity < 0)
                continue;
            var form = sentence.Key.AsSpan(token.Start, token.Length);
            for (var start = 0; start < form.Length; start++)
            {
                if (start > 0 && !IsRange(form, start - 1) && form[start - 1] is not ('年' or '月'))
                    continue;
                for (var end = start + 1; end <= form.Length; end++)
                {
                    if (end == form.Length || IsRange(form, end) || form[end - 1] is '年' or '月' or '日' || form[start..end].EndsWith("世纪", StringComparison.Ordinal))
                        Add(sentence, token.Start + start, token.Start + end, i, i, SpanForm.Piece, found, seen);
                    if (end < form.Length && IsRange(form, end))
                        break;
                }
            }
        }
    }

    static bool IsRange(ReadOnlySpan<char> form, int at) => at > 0 && form[at] is '至' or '到' or '-' or '~' or '—' or '–' or '～';

    static void Runs(AnnotatedSentence sentence, List<Candidate> found, HashSet<(int, int)> seen)
    {
        var tokens = sentence.Tokens;
        var chinese = Phrases.HasHan(sentence.Key);
        for (var first = 0; first < tokens.Count; first++)
        {
            if (!MayBegin(tokens[first]) || (!chinese && IsGrammar(tokens[first])))
                continue;
            for (var last = first; last < tokens.Count && last - first < LongestRun; last++)
            {
                if (tokens[last].Clause != tokens[first].Clause || tokens[last].End - tokens[first].Start > LongestRunLength)
                    break;
                if (MayEnd(tokens[last]) && (chinese || !IsGrammar(tokens[last])))
                    Add(sentence, tokens[first].Start, tokens[last].End, first, last, SpanForm.Tokens, found, seen);
            }
        }
    }

    static void Bracketed(AnnotatedSentence sentence, List<Candidate> found, HashSet<(int, int)> seen)
    {
        foreach (var (inner, _) in sentence.Brackets)
        {
            var (first, last) = TokensIn(sentence, inner.Start, inner.End);
            if (last >= first)
                Add(sentence, inner.Start, inner.End, first, last, SpanForm.Bracketed, found, seen);
        }
    }

    static void Remainders(AnnotatedSentence sentence, List<Candidate> found, HashSet<(int, int)> seen)
    {
        var tokens = sentence.Tokens;
        for (var first = 0; first < tokens.Count; first++)
        {
            var clause = tokens[first].Clause;
            for (var to = clause; to < sentence.Clauses.Count && to <= clause + 2; to++)
            {
                var end = TrimEnd(sentence.Key, sentence.Clauses[to].End);
                var (_, last) = TokensIn(sentence, tokens[first].Start, end);
                if (last - first >= 2)
                    Add(sentence, tokens[first].Start, end, first, last, SpanForm.Remainder, found, seen);
            }
        }
    }

    static void Clauses(AnnotatedSentence sentence, List<Candidate> found, HashSet<(int, int)> seen)
    {
        for (var from = 0; from < sentence.Clauses.Count; from++)
        {
            for (var to = from; to < sentence.Clauses.Count && to < from + 4; to++)
                AddClauses(from, to);
        }

        if (sentence.Clauses.Count > 4)
            AddClauses(0, sentence.Clauses.Count - 1);

        void AddClauses(int from, int to)
        {
            var start = sentence.Clauses[from].Start;
            while (start < sentence.Key.Length && char.IsWhiteSpace(sentence.Key[start]))
                start++;
            var end = TrimEnd(sentence.Key, sentence.Clauses[to].End);
            var (first, last) = TokensIn(sentence, start, end);
            var form = from == 0 && to == sentence.Clauses.Count - 1 ? SpanForm.Sentence : SpanForm.Clauses;
            if (last >= first)
                Add(sentence, start, end, first, last, form, found, seen);
        }
    }

    static void Add(
        AnnotatedSentence sentence, int start, int end, int first, int last, SpanForm form, List<Candidate> found, HashSet<(int, int)> seen)
    {
        // The tagger may take a full stop for a part of the last word.
        end = TrimEnd(sentence.Key, end);
        foreach (var (inner, mark) in sentence.Brackets)
        {
            var outer = new TextSpan(inner.Start - 1, inner.Length + 2);

            // A title's marks belong to it; other brackets must not be cut through.
            if (inner.Start == start && inner.End == end && mark is '《' or '〈')
                (start, end, form) = (outer.Start, outer.End, SpanForm.Bracketed);
            else if ((start < outer.Start && end > outer.Start && end < outer.End) || (start > outer.Start && start < outer.End && end >= outer.End))
                return;
        }

        if (end > start && seen.Add((start, end)))
            found.Add(new Candidate(start, end, first, last, form));
    }

    static (int First, int Last) TokensIn(AnnotatedSentence sentence, int start, int end)
    {
        var first = 0;
        while (first < sentence.Tokens.Count && sentence.Tokens[first].End <= start)
            first++;
        var last = sentence.Tokens.Count - 1;
        while (last >= 0 && sentence.Tokens[last].Start >= end)
            last--;
        return (first, last);
    }

    static int TrimEnd(string key, int end)
    {
        while (end > 0 && (char.IsWhiteSpace(key[end - 1]) || SentenceAnnotator.IsClauseBorder(key[end - 1])))
            end--;
        return end;
    }

    // Of English words the annotator tells only those of grammar from others: the, of, we.
    static bool IsGrammar(Token token) => token.Class == TokenClass.Preposition;

    static bool MayBegin(Token token) => token.Class is not (TokenClass.Particle or TokenClass.Conjunction or TokenClass.Copula);

    static bool MayEnd(Token token) =>
        token.Class is not (TokenClass.Particle or TokenClass.Conjunction or TokenClass.Copula or TokenClass.Preposition or TokenClass.Adverb);
}
