using System.Text.RegularExpressions;
using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Words;

namespace Tanyuan.Answers.Contradictions;

/// <summary>A figure from a page that never names what it is asked of, where another page does: however alike the words around it are, it belongs to something else.</summary>
internal static partial class OtherSubject
{
    const float Named = 0.5f;
    const int ShortestName = 2;

    /// <summary>Whether a figure is told on a page that does not speak of what the question names.</summary>
    /// <param name="question">The question.</param>
    /// <param name="names">Its terms as the pages have them.</param>
    /// <param name="answer">The figure.</param>
    /// <param name="passages">The evidence.</param>
    public static bool IsTold(Question question, Func<IReadOnlyList<QuestionTerm>> names, RankedSpan answer, IReadOnlyList<EvidencePassage> passages)
    {
        if (question.Type is not (AnswerType.Number or AnswerType.Measure or AnswerType.Percentage or AnswerType.Money))
            return false;
        var page = answer.Sentence.Sentence.Passage.DocumentId;
        foreach (var term in names())
        {
            if (!IsName(term) || term.Key.Length < ShortestName || char.IsAsciiDigit(term.Key[0]) || (term.Start < question.Gap.End && question.Gap.Start < term.End))
                continue;
            var (here, elsewhere) = (false, false);
            foreach (var passage in passages)
            {
                var says = ToldMatter.Strength(term, passage.Key) >= Named || ToldMatter.Strength(term, passage.TitleKey) >= Named;
                here |= says && passage.DocumentId == page;
                elsewhere |= says && passage.DocumentId != page;
            }

            if (!here && elsewhere)
                return true;
        }

        return IsElsewhere(question, page, passages);
    }

    // A part of the world may go without saying.
    static bool IsName(QuestionTerm term) => term.IsDistinctive && WordSegmenter.Default.Tag(term.Key) is not ['n', 's', ..];

    // 泡泡山的市场份额: what opens the question as the owner of what is asked for is a name where a page has it in those very words.
    static bool IsElsewhere(Question question, string page, IReadOnlyList<EvidencePassage> passages)
    {
        if (Owner().Match(question.Key) is not { Success: true } owner)
            return false;
        var name = owner.Groups["name"].Value;
        if (Phrases.Words(name).Exists(word => word.Length > 1 && Phrases.IsVerbal(name.AsSpan(word.Start, word.Length))))
            return false;
        var saying = passages.Where(passage => passage.Key.Contains(name, StringComparison.Ordinal) || passage.TitleKey.Contains(name, StringComparison.Ordinal)).Select(passage => passage.DocumentId).ToHashSet(StringComparer.Ordinal);
        return saying.Count > 0 && !saying.Contains(page);
    }

    [GeneratedRegex("^(?:请问)?(?<name>[^,，?？的0-9]{2,10})的[^,，?？]{1,8}(?:是|有|为|达|约)?(?:多少|几|多大|多高)", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
