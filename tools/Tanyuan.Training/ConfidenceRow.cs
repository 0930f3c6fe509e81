using Tanyuan.Answers.Reading;

namespace Tanyuan.Training;

/// <summary>An answer as the calibration sees it.</summary>
/// <param name="Fold">The fold of its question.</param>
/// <param name="Answerable">Whether the library answers the question.</param>
/// <param name="Removed">Whether the library lacks the passage as a whole.</param>
/// <param name="Right">Whether the sentence that was picked holds a gold answer.</param>
/// <param name="Values">The features.</param>
internal sealed record ConfidenceRow(int Fold, bool Answerable, bool Removed, bool Right, float[] Values)
{
    /// <summary>The row of a scored example.</summary>
    public static ConfidenceRow Of(SpanExample span)
    {
        var example = span.Example;
        var right = example.Answerable && example.Label.IsIn(span.Ranked[0].Sentence.Key);
        var removed = !example.Answerable && example.Passages.All(passage => passage.PublicId != example.Label.DocumentId);
        return new ConfidenceRow(
            example.Fold, example.Answerable, removed, right, ConfidenceFeatures.Compute(example.Matcher, example.Passages, example.Ranked, span.Ranked));
    }
}
