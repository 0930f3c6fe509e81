using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// Picks the answer among ranked spans by what is to be expected of it, under the ranker's own probabilities: first the sentence whose
/// spans hold the most mass together, then, in it, the span with the greatest expected overlap with the right one. Minimum Bayes risk
/// decoding (Kumar, Byrne 2004): a span that many likely spans share most of wins over one that is only just the likeliest itself.
/// </summary>
internal static class ExpectedOverlap
{
    const int Considered = 30;

    // The ranker spreads its mass over all near misses; sharpened, the likeliest spans count for more. Names and amounts have exact
    // borders, phrases do not.
    const double SharpnessOfPhrases = 2;
    const double SharpnessOfTyped = 3;

    /// <summary>The spans, which are sorted by score, with the pick put first.</summary>
    public static List<RankedSpan> PickFirst(Question question, List<RankedSpan> spans)
    {
        var sharpness = question.Type is AnswerType.Phrase or AnswerType.Reason or AnswerType.Manner ? SharpnessOfPhrases : SharpnessOfTyped;
        if (spans.Count < 2)
            return spans;
        var considered = spans.GetRange(0, Math.Min(Considered, spans.Count));
        var best = spans[0].Score;
        var sentence = considered.GroupBy(span => span.Sentence, ReferenceEqualityComparer.Instance).MaxBy(group => group.Sum(span => Math.Exp(span.Score - best)))!.ToList();
        var pick = sentence.MaxBy(span => sentence.Sum(other => Math.Exp(sharpness * (other.Score - best)) * Overlap(span.Candidate, other.Candidate)))!;
        return [pick, .. spans.Where(span => !ReferenceEquals(span, pick))];
    }

    // The F1 of two spans of one sentence by characters.
    static double Overlap(Candidate left, Candidate right)
    {
        var shared = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return shared <= 0 ? 0 : 2.0 * shared / (left.Length + right.Length);
    }
}
