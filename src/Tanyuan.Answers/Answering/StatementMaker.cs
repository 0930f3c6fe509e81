using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// Makes the statements of an answer from a reading. A factoid is the best span, with the other places that say the same as further
/// citations and, where another document says otherwise about as strongly, that statement too. Other questions get the sentence that
/// answers and up to three more that add to it, in source order.
/// </summary>
internal static class StatementMaker
{
    const int MostSentences = 4;
    const int MostCitations = 3;

    // Margins on the rankers' log-odds scales.
    const double SameAnswerMargin = 2.5;
    const double OtherAnswerMargin = 0.4;
    const double SupportMargin = 2;

    /// <summary>The statements of a reading, best first for a factoid and in source order else.</summary>
    public static List<Statement> Make(Question question, Reading.Reading reading)
    {
        var best = reading.Spans[0];
        if (question.Kind == QuestionKind.Factoid || (question.Kind == QuestionKind.List && best.Candidate.Form < SpanForm.Sentence))
            return Factoid(question, reading, best);
        var answer = question.Kind is QuestionKind.Why or QuestionKind.How && best.Candidate.Form >= SpanForm.Remainder
            ? FromSpan(best)
            : FromSentence(best.Sentence.Sentence);
        return [answer, .. Support(reading, best)];
    }

    static List<Statement> Factoid(Question question, Reading.Reading reading, RankedSpan best)
    {
        var citations = new List<Citation> { CitationOf(best) };
        Statement? other = null;
        foreach (var span in reading.Spans.Skip(1))
        {
            var behind = best.Score - span.Score;
            if (behind > SameAnswerMargin)
                break;
            var elsewhere = DocumentOf(span) != DocumentOf(best);
            if (elsewhere && span.Key == best.Key && citations.Count < MostCitations && citations.TrueForAll(citation => citation.DocumentId != DocumentOf(span)))
                citations.Add(CitationOf(span));
            else if (other is null && elsewhere && behind < OtherAnswerMargin && Disagrees(question, best, span))
                other = FromSpan(span);
        }

        var answer = new Statement(best.Text, best.Sentence.Text, citations);
        return other is null ? [answer] : [answer, other];
    }

    // Two sources disagree only over values of one type in sentences that are about equally to the point.
    static bool Disagrees(Question question, RankedSpan best, RankedSpan other)
    {
        return question.Type is >= AnswerType.Number and <= AnswerType.Duration
            && IsQuantity(best) && IsQuantity(other)
            && !best.Key.Contains(other.Key, StringComparison.Ordinal) && !other.Key.Contains(best.Key, StringComparison.Ordinal)
            && other.Sentence.Sentence.Coverage.Words >= best.Sentence.Sentence.Coverage.Words - 0.05;
    }

    static bool IsQuantity(RankedSpan span) =>
        span.Sentence.Quantities.Any(quantity => quantity.Start == span.Candidate.Start && quantity.End == span.Candidate.End);

    static IEnumerable<Statement> Support(Reading.Reading reading, RankedSpan best)
    {
        var chosen = new List<EvidenceSentence>();
        foreach (var sentence in reading.Sentences)
        {
            if (chosen.Count + 1 == MostSentences || reading.Sentences[0].Score - sentence.Score > SupportMargin)
                break;
            if (ReferenceEquals(sentence, best.Sentence.Sentence) || Repeats(sentence, best.Sentence.Sentence) || chosen.Exists(other => Repeats(sentence, other)))
                continue;
            chosen.Add(sentence);
        }

        return chosen.OrderBy(sentence => sentence.PassageRank).ThenBy(sentence => sentence.Index).Select(FromSentence);
    }

    static bool Repeats(EvidenceSentence sentence, EvidenceSentence other) =>
        sentence.Key.Contains(other.Key, StringComparison.Ordinal) || other.Key.Contains(sentence.Key, StringComparison.Ordinal);

    static Statement FromSpan(RankedSpan span) => new(span.Text, span.Sentence.Text, [CitationOf(span)]);

    static Statement FromSentence(EvidenceSentence sentence)
    {
        var text = sentence.Span.Of(sentence.Passage.Text);
        var start = sentence.Passage.Start + sentence.Span.Start;
        var citation = new Citation(sentence.Passage.DocumentId, sentence.Passage.Title, start, text.Length, text, start) { IsSide = sentence.Passage.IsSide };
        return new Statement(text, text, [citation]);
    }

    static Citation CitationOf(RankedSpan span)
    {
        var sentence = span.Sentence.Sentence;
        return new Citation(
            sentence.Passage.DocumentId, sentence.Passage.Title, span.DocumentStart, span.Candidate.Length, span.Text, sentence.Passage.Start + sentence.Span.Start)
        {
            IsSide = sentence.Passage.IsSide,
        };
    }

    static string DocumentOf(RankedSpan span) => span.Sentence.Sentence.Passage.DocumentId;
}
