using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Sets side by side what pages tell of either of two accounts that a question leaves open (到底是甲还是乙引起的): for each the sentence that tells it of the matter, what was found out or told last
/// first. What a page rules out it does not tell. Says nothing where neither is told.
/// </summary>
internal static partial class AlternativesComposer
{
    const double Told = 0.5, Worth = 0.9;

    // What was found out stands before what somebody holds.
    const double FoundOut = 1, Doubted = -0.5;

    /// <summary>Whether a question leaves two accounts open.</summary>
    public static bool Asks(Question question) => Either().IsMatch(question.Key);

    /// <summary>The accounts, what was found out first, with how likely they are what was asked for; none where the question leaves nothing open or no page tells either.</summary>
    public static (List<Statement> Statements, double Confidence) Compose(Question question, IReadOnlyList<PooledSentence> pool)
    {
        if (Either().Match(question.Key) is not { Success: true } either)
            return ([], 0);
        var (one, other) = (Words(either.Groups["a"].Value), Words(either.Groups["b"].Value));
        if (one.Count == 0 || other.Count == 0)
            return ([], 0);
        var apart = question.Terms.Where(term => term.Start >= either.Index && term.End <= either.Index + either.Length).ToHashSet();
        var topic = new Question(question.Text, question.Key, question.Kind, question.Type, question.Gap, "", "", [.. question.Terms.Where(term => !apart.Contains(term))]);
        var matter = new ToldMatter(topic);
        var sides = new[] { one, other }.Select(words => Best(matter, words, pool)).OfType<(PooledSentence Sentence, double Share, double Score)>().OrderByDescending(side => side.Score).ThenByDescending(side => side.Sentence.Passage.Published, StringComparer.Ordinal).ToList();
        return sides.Count == 0 ? ([], 0) : ([.. sides.Select(side => side.Sentence).Distinct().Select(sentence => sentence.ToStatement())], Worth * sides[0].Share);
    }

    static (PooledSentence Sentence, double Share, double Score)? Best(ToldMatter matter, List<string> words, IReadOnlyList<PooledSentence> pool)
    {
        (PooledSentence Sentence, double Share, double Score)? best = null;
        foreach (var sentence in pool)
        {
            if (!words.Exists(word => Holds(sentence.Key, word)) || matter.Of(sentence) is not { NamesAll: true } told || told.All < Told)
                continue;
            var score = told.All + (Finds().IsMatch(sentence.Key) ? FoundOut : 0) + (Doubts().IsMatch(sentence.Key) ? Doubted : 0);
            if (best is not { } known || score > known.Score || (score == known.Score && string.CompareOrdinal(sentence.Passage.Published, known.Sentence.Passage.Published) > 0))
                best = (sentence, told.All, score);
        }

        return best;
    }

    // In a clause that does not rule it out.
    static bool Holds(string key, string word) =>
        key.Split('，', ',', '；', ';', '。').Any(clause => QuestionMatcher.Find(clause, word, 0) is >= 0 and var at && !Rules().IsMatch(clause[..at]));

    // What names an account: 电芯的问题 is told by 电芯.
    static List<string> Words(string account) =>
        [.. Phrases.Words(TextFolder.Fold(Empty().Replace(account, ""))).Select(word => account.Substring(word.Start, word.Length)).Where(word => word.Length > 1 && !Phrases.IsFunctional(word))];

    [GeneratedRegex("(?:到底|究竟)?(?:是|由|因为?|被)(?<a>[^，,？?是]{1,14}?)[，,]?还是(?:由|因为?|被)?(?<b>[^，,？?]{1,14}?)(?=(?:所)?(?:引起|造成|导致|引发|惹)|的?(?:问题|原因|缘故|错|责任|锅|关系)|[？?]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Either();

    [GeneratedRegex("的?(?:问题|原因|缘故|错|责任)$", RegexOptions.CultureInvariant)]
    private static partial Regex Empty();

    [GeneratedRegex("认定|查明|查实|证实|确认|检查结果|检测结果|调查结果|调查报告|鉴定|结论|果然|原来是", RegexOptions.CultureInvariant)]
    private static partial Regex Finds();

    [GeneratedRegex("排除|不是|并非|与[^，,。]{1,10}无关", RegexOptions.CultureInvariant)]
    private static partial Regex Rules();

    [GeneratedRegex("怀疑|可能|也许|猜|听说|据说|网传|初步", RegexOptions.CultureInvariant)]
    private static partial Regex Doubts();
}
