using System.Buffers;
using System.Text;

namespace Tanyuan.Answers.Evaluation;

/// <summary>
/// Compares an answer with a gold answer as the CMRC 2018 evaluation does (Cui et al. 2019): lower case, its list of punctuation left
/// out; an exact match is equality of what remains; F1 counts tokens (a Han character, or a Latin word or number) over the longest
/// run that both share.
/// </summary>
public static class AnswerScoring
{
    static readonly SearchValues<char> Ignored = SearchValues.Create("-:_*^/\\~`+=，。：？！“”；’《》·、「」（）－～『』");

    /// <summary>A text as the comparison sees it: lower case, without the ignored punctuation and surrounding white space.</summary>
    public static string Normalize(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var unit in text.ToLowerInvariant().AsSpan().Trim())
        {
            if (!Ignored.Contains(unit))
                kept.Append(unit);
        }

        return kept.ToString();
    }

    /// <summary>Whether two texts are the same after normalisation.</summary>
    public static bool ExactMatch(string answer, string gold) => Normalize(answer) == Normalize(gold);

    /// <summary>Whether <paramref name="text"/> holds <paramref name="gold"/>, white space and case apart.</summary>
    public static bool Contains(string text, string gold)
    {
        var squashed = Squash(gold);
        return squashed.Length > 0 && Squash(text).Contains(squashed, StringComparison.Ordinal);
    }

    /// <summary>The F1 of two texts over the tokens they share in any order, as SQuAD counts it (Rajpurkar et al. 2016), 0 to 1.</summary>
    public static double BagF1(string answer, string gold)
    {
        var (left, right) = (Tokens(answer), Tokens(gold));
        var counts = right.CountBy(token => token, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = left.Count(token => counts.TryGetValue(token, out var count) && count > 0 && (counts[token] = count - 1) >= 0);
        return shared == 0 ? 0 : 2.0 * shared / (left.Count + right.Count);
    }

    /// <summary>A row with the scores of an answer's text against the gold answers.</summary>
    internal static EvaluationRow Score(EvaluationRow row, string answer)
    {
        var golds = row.Question.Answers;
        return row with
        {
            ExactMatch = golds.Any(gold => ExactMatch(answer, gold)),
            F1 = golds.Select(gold => F1(answer, gold)).DefaultIfEmpty().Max(),
            BagF1 = golds.Select(gold => BagF1(answer, gold)).DefaultIfEmpty().Max(),
            Right = golds.Any(gold => Normalize(gold) is { Length: > 0 } normal && Normalize(answer).Contains(normal, StringComparison.Ordinal)),
        };
    }

    /// <summary>The F1 of two texts over their longest common run of tokens, 0 to 1.</summary>
    public static double F1(string answer, string gold) => F1(Tokens(answer), Tokens(gold));

    internal static double F1(List<string> answer, List<string> gold)
    {
        if (answer.Count == 0 || gold.Count == 0)
            return 0;
        var row = new int[gold.Count + 1];
        var longest = 0;
        foreach (var token in answer)
        {
            for (var j = gold.Count; j > 0; j--)
            {
                row[j] = gold[j - 1] == token ? row[j - 1] + 1 : 0;
                longest = Math.Max(longest, row[j]);
            }
        }

        return longest == 0 ? 0 : 2.0 * longest / (answer.Count + gold.Count);
    }

    internal static List<string> Tokens(string text)
    {
        var normal = Normalize(text);
        var tokens = new List<string>(normal.Length);
        for (var i = 0; i < normal.Length; i++)
        {
            var unit = normal[i];
            if (char.IsWhiteSpace(unit))
                continue;
            if (!IsWordUnit(unit))
            {
                tokens.Add(unit.ToString());
                continue;
            }

            var end = i + 1;
            while (end < normal.Length && (IsWordUnit(normal[end]) || (normal[end] is '.' or ',' or '\'' && end + 1 < normal.Length && IsWordUnit(normal[end + 1]))))
                end++;
            tokens.Add(normal[i..end]);
            i = end - 1;
        }

        return tokens;
    }

    static bool IsWordUnit(char unit) => char.IsLetterOrDigit(unit) && unit is not (>= '\u4e00' and <= '\u9fa5');

    static string Squash(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace(unit))
                kept.Append(char.ToLowerInvariant(unit));
        }

        return kept.ToString();
    }
}
