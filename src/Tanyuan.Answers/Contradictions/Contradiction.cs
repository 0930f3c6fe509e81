using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Contradictions;

/// <summary>
/// Takes from a reading of a fact the spans that fit the question's words and yet are told of something else: of another period, model, person or thing, or only as planned. What is left about as likely is
/// the answer; where nothing is, there is none.
/// </summary>
internal static class Contradiction
{
    // On the span ranker's log-odds scale.
    const double AboutAsLikely = 2.5;

    // What stood second may be right, but the confidence was that of the first.
    const double Second = 0.8;

    /// <summary>The reading without the likeliest spans that are told of something else.</summary>
    public static Reading.Reading Without(Question question, Reading.Reading reading, IReadOnlyList<EvidencePassage> passages)
    {
        if (question.Kind != QuestionKind.Factoid || reading.Spans.Count == 0)
            return reading;
        var likely = reading.Spans.TakeWhile(span => reading.Spans[0].Score - span.Score <= AboutAsLikely).ToList();
        IReadOnlyList<QuestionTerm>? names = null;
        var kept = likely.FindAll(span => !IsIn(question, span) && !OtherSubject.IsTold(question, Names, span, passages));
        if (kept.Count == likely.Count)
            return reading;
        return kept.Count == 0 ? reading with { Spans = [], Confidence = 0 }
            : reading with { Spans = kept, Confidence = ReferenceEquals(kept[0], reading.Spans[0]) ? reading.Confidence : Second * reading.Confidence };

        IReadOnlyList<QuestionTerm> Names() => names ??= TheirNames.Read(question, passages).Terms;
    }

    static bool IsIn(Question question, RankedSpan span) =>
        OtherPeriod.IsTold(question, span) || OtherModel.IsTold(question, span) || OtherOwner.IsTold(question, span) || OtherRow.IsTold(question, span) || OtherHarm.IsTold(question, span) || OtherWay.IsTold(question, span)
        || LeftOpen.IsTold(question, span);
}
