using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Reading;

/// <summary>What the reader found in the evidence of a question.</summary>
/// <param name="Sentences">The sentences, best first.</param>
/// <param name="Spans">The candidate spans, best first.</param>
/// <param name="Confidence">The calibrated probability that the first span's sentence answers the question, 0 to 1.</param>
internal sealed record Reading(IReadOnlyList<EvidenceSentence> Sentences, IReadOnlyList<RankedSpan> Spans, double Confidence)
{
    /// <summary>A reading that found nothing.</summary>
    public static Reading Empty { get; } = new([], [], 0);
}
