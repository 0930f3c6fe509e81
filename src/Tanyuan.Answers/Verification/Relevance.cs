using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Whether a statement that holds is about what was asked: it and the sentences it rests on (for more than a fact: the passages) cover a part
/// of the question, and a question for an amount or a date gets one. A true sentence beside the point would turn an honest «not said» into a false answer.
/// </summary>
internal sealed class Relevance(Question question)
{
    const double FactCovered = 0.4;
    const double TopicCovered = 0.25;

    readonly QuestionMatcher matcher = new(question);

    /// <summary>Whether a statement with its support is to the point.</summary>
    public bool IsToThePoint(string text, IReadOnlyList<AnnotatedSentence> support)
    {
        var stretches = new List<float[]> { matcher.Cover(TextFolder.Fold(text)).Terms };
        foreach (var sentence in support)
        {
            stretches.Add(sentence.Sentence.Passage.TitleKey is { Length: > 0 } title ? matcher.Cover(title).Terms : stretches[0]);
            stretches.Add(matcher.Cover(question.Kind == QuestionKind.Factoid ? sentence.Key : sentence.Sentence.Passage.Key).Terms);
        }

        var covered = matcher.Union([.. stretches]);
        return question.Kind == QuestionKind.Factoid ? covered >= FactCovered && HasWhatIsAsked(text) : covered >= TopicCovered;
    }

    bool HasWhatIsAsked(string text)
    {
        if (question.Type is < AnswerType.Number or > AnswerType.Duration)
            return true;
        var quantities = QuantityRecognizer.Find(text);
        return question.Type switch
        {
            AnswerType.Date => quantities.Exists(quantity => quantity.Kind is QuantityKind.Date) || text.Contains('年', StringComparison.Ordinal) || text.Contains('代', StringComparison.Ordinal),
            AnswerType.Percentage => quantities.Exists(quantity => quantity.Kind is QuantityKind.Percentage),
            _ => quantities.Count > 0,
        };
    }
}
