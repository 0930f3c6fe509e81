using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// Holds the evidence of a question for a figure to the name that tells it from all others: where the passage found first, or its title, has it, those without it tell of
/// something else, however much they say of revenue in 2022. Where it has not, the page may write the name otherwise, and all stay.
/// </summary>
internal static class NamedTopic
{
    const float Named = 0.99f;
    const float PartlyNamed = 0.5f;

    /// <summary>The passages that may tell of what the question names.</summary>
    public static List<EvidencePassage> Read(Question question, List<EvidencePassage> passages)
    {
        if (question.Kind != QuestionKind.Factoid || question.Type is < AnswerType.Number or > AnswerType.Money || passages.Count < 2)
            return passages;
        var name = -1;
        for (var i = 0; i < question.Terms.Count; i++)
        {
            if (question.Terms[i] is { IsDistinctive: true } term && !char.IsAsciiDigit(term.Key[0]) && (name < 0 || term.Weight > question.Terms[name].Weight))
                name = i;
        }

        if (name < 0)
            return passages;
        var matcher = new QuestionMatcher(question);
        var told = passages.ConvertAll(passage => Math.Max(matcher.Cover(passage.Key).Terms[name], matcher.Cover(passage.TitleKey).Terms[name]));
        return told[0] >= Named ? [.. passages.Where((_, i) => told[i] >= PartlyNamed)] : passages;
    }
}
