using Tanyuan.Answers.Reading;

namespace Tanyuan.Training;

/// <summary>An answer as the calibration sees it.</summary>
/// <param name="Fold">The fold of its question.</param>
/// <param name="Asked">What the question was asked of.</param>
/// <param name="Answerable">Whether the library answers it.</param>
/// <param name="Right">Whether the sentence of the answer, or the run of them, holds a gold one.</param>
/// <param name="Values">Its features.</param>
internal sealed record ConfidenceRow(int Fold, Asked Asked, bool Answerable, bool Right, float[] Values)
{
    /// <summary>The row of a scored example.</summary>
    public static ConfidenceRow Of(SpanExample span)
    {
        var example = span.Example;
        var right = example.Answerable && example.Label.IsIn(span.Told.Sentence);
        return new ConfidenceRow(example.Fold, example.Asked, example.Answerable, right, new ConfidenceFeatures(example.Matcher, example.Passages, example.Ranked).Of(span.Set, span.Ranked, span.Opinions, span.Alignment));
    }
}
