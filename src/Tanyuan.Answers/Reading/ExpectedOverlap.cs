using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// Picks the answer among ranked spans by what is to be expected of it, under the judges' own probabilities: first the sentence whose
/// spans hold the most mass together, then, in it, the span with the greatest expected overlap with the right one. Minimum Bayes risk
/// decoding (Kumar, Byrne 2004): a span that many likely spans share most of wins over one that is only just the likeliest itself.
/// </summary>
internal static class ExpectedOverlap
{
    const int Considered = 45;

    // The judges spread their mass over all near misses; sharpened, the likeliest spans count for more. Names and amounts have exact
    // borders, phrases do not.
    const double SharpnessOfPhrases = 1.2;
    const double SharpnessOfTyped = 1.5;

    // What being the right span exactly is worth beside the overlap.
    const double WorthOfExact = 1;

    // What the ranking of sentences is worth beside the mass of a sentence's spans, and what the networks' own belief is. They know nothing of what
    // a question holds its answer to, nor any English: of such questions the trees know best.
    const double WorthOfStanding = 0.4, WorthOfStandingHeld = 0.15;
    const double WorthOfNetworks = 0.5;

    /// <summary>The spans, which are sorted by score, with the pick put first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="spans">The spans.</param>
    /// <param name="set">The sentences they are cut from.</param>
    /// <param name="opinions">What the judges believe of them.</param>
    public static List<RankedSpan> PickFirst(Question question, List<RankedSpan> spans, CandidateSet set, SpanOpinions opinions)
    {
        var sharpness = question.Type is AnswerType.Phrase or AnswerType.Reason or AnswerType.Manner ? SharpnessOfPhrases : SharpnessOfTyped;
        if (spans.Count < 2)
            return spans;
        var (standing, networks) = set.IsReadable && !set.Restrictions.Any ? (WorthOfStanding, WorthOfNetworks) : (WorthOfStandingHeld, 0);
        var sentence = spans.MaxBy(span => opinions.Corrected.Sentence(span.Index) + (standing * span.Sentence.Sentence.Score) + (networks * opinions.Networks.Sentence(span.Index)))!.Sentence;
        var considered = spans.Where(span => ReferenceEquals(span.Sentence, sentence)).Take(Considered).ToList();
        var best = considered[0].Score;
        var pick = considered.MaxBy(span => considered.Sum(other => Likeliness(other) * Overlap(span.Candidate, other.Candidate)) + (WorthOfExact * Likeliness(span)))!;
        return [pick, .. spans.Where(span => !ReferenceEquals(span, pick))];

        double Likeliness(RankedSpan span) => Math.Exp(sharpness * (span.Score - best));
    }

    // The F1 of two spans of one sentence by characters.
    static double Overlap(Candidate left, Candidate right)
    {
        var shared = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return shared <= 0 ? 0 : 2.0 * shared / (left.Length + right.Length);
    }
}
