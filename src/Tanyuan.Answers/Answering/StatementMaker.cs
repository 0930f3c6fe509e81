using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Borders;
using Tanyuan.Answers.Reading.Runs;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// Makes the statements of an answer from a reading. A factoid is the best span, with the other places that say the same as further
/// citations and, where another document says otherwise about as strongly, that statement too. Other questions get the sentence that
/// answers and up to three more that add to it, in source order. An answer that goes on in the sentences beside its own is told with them and nothing else (<see cref="RunFinder"/>).
/// </summary>
internal static class StatementMaker
{
    const int MostSentences = 4;
    const int MostCitations = 3;

    // Margins on the rankers' log-odds scales.
    const double SameAnswerMargin = 2.5;
    const double OtherAnswerMargin = 2.5;
    const double SupportMargin = 2;
    const double AlikeCoverage = 0.1;

    /// <summary>The statements of a reading, best first for a factoid and in source order else.</summary>
    public static List<Statement> Make(Question question, Reading.Reading reading)
    {
        var best = reading.Spans[0];
        if (RunFinder.Find(question, best) is { } run)
            return [FromRun(run)];
        if (question.Kind == QuestionKind.Factoid)
            return Factoid(question, reading, best);
        if (question.Kind == QuestionKind.List && best.Candidate.Form < SpanForm.Sentence && Phrases.HasHan(question.Key))
            return Factoid(question, reading, best.Candidate.Form == SpanForm.Remainder ? best with { Candidate = best.Candidate with { Start = best.ClauseStart } } : best);
        best = reading.Spans.FirstOrDefault(span => Tells(span.Sentence.Sentence)) ?? best;
        if (Reason(question, reading, best.Sentence.Sentence) is { } reason)
            return [FromSentence(reason), .. Support(question, reading, reason)];
        var answer = question.Kind is QuestionKind.Why or QuestionKind.How && IsWhole(best) ? FromSpan(best) : FromSentence(best.Sentence.Sentence);
        return [answer, .. Support(question, reading, best.Sentence.Sentence)];
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

        var saying = reading.Spans.Where(span => span.Key == best.Key && best.Score - span.Score <= SameAnswerMargin).Select(span => span.Sentence.Sentence.Passage).Distinct();
        var answer = new Statement(best.Text, best.Sentence.Text, citations) { IndependentSources = Independence.Count(saying) };
        return other is null ? [answer] : [answer, other];
    }

    // Two sources disagree only over values of one type in sentences that are about equally to the point.
    static bool Disagrees(Question question, RankedSpan best, RankedSpan other)
    {
        return question.Type is >= AnswerType.Number and <= AnswerType.Duration
            && best.Sentence.Sentence.Passage.Story != other.Sentence.Sentence.Passage.Story
            && QuantityOf(best) is { } told && QuantityOf(other) is { } toldElsewhere && told.Kind == toldElsewhere.Kind
            && !best.Key.Contains(other.Key, StringComparison.Ordinal) && !other.Key.Contains(best.Key, StringComparison.Ordinal)
            && new QuestionMatcher(question) is var matcher && Told(matcher, other) >= Told(matcher, best) - 0.05;
    }

    // A page says in its title what its sentences are about.
    static double Told(QuestionMatcher matcher, RankedSpan span)
    {
        var sentence = span.Sentence.Sentence;
        return matcher.Union(sentence.Coverage.Terms, matcher.Cover(sentence.Passage.TitleKey).Terms);
    }

    static Quantity? QuantityOf(RankedSpan span) =>
        span.Sentence.Quantities.FirstOrDefault(quantity => quantity.Start == span.Candidate.Start && quantity.End == span.Candidate.End);

    // Clauses read well by themselves; what is left of a clause does so only where it opens with the reason.
    static bool IsWhole(RankedSpan span) =>
        span.Candidate.Form >= SpanForm.Clauses || (span.Candidate.Form == SpanForm.Remainder && span.Key is ['因' or '由' or '为' or '通', ..]);

    static IEnumerable<Statement> Support(Question question, Reading.Reading reading, EvidenceSentence best)
    {
        var chosen = new List<EvidenceSentence>();
        var candidates = reading.Sentences.Where(sentence => reading.Sentences[0].Score - sentence.Score <= SupportMargin);
        foreach (var sentence in Reasons(question, reading, best).Concat(candidates))
        {
            if (chosen.Count + 1 == MostSentences)
                break;
            if (!ReferenceEquals(sentence, best) && Tells(sentence) && !Repeats(sentence, best) && !chosen.Exists(other => Repeats(sentence, other)))
                chosen.Add(sentence);
        }

        return chosen.OrderBy(sentence => sentence.PassageRank).ThenBy(sentence => sentence.Index).Select(FromSentence);
    }

    // A sentence that gives a reason, and covers the question about as well, answers why; one that only states what is asked about does not.
    static EvidenceSentence? Reason(Question question, Reading.Reading reading, EvidenceSentence best) =>
        question.Kind != QuestionKind.Why || best.Key.ContainsAny(SentenceFeatures.ReasonCues) || best.Key.Contains('因') ? null
        : reading.Sentences.FirstOrDefault(sentence => !sentence.Asks && sentence.Key.ContainsAny(SentenceFeatures.ReasonCues)
            && reading.Sentences[0].Score - sentence.Score <= SupportMargin && sentence.Coverage.Words >= best.Coverage.Words - AlikeCoverage);

    // Where the best sentence only states what the question asks about, its reason is told right before or after it.
    static IEnumerable<EvidenceSentence> Reasons(Question question, Reading.Reading reading, EvidenceSentence best)
    {
        if (question.Kind != QuestionKind.Why || best.Key.ContainsAny(SentenceFeatures.ReasonCues))
            return [];
        return reading.Sentences
            .Where(sentence => ReferenceEquals(sentence.Passage, best.Passage) && Math.Abs(sentence.Index - best.Index) == 1)
            .OrderByDescending(sentence => sentence.Key.ContainsAny(SentenceFeatures.ReasonCues))
            .ThenByDescending(sentence => sentence.Index);
    }

    static bool Tells(EvidenceSentence sentence) => !sentence.Asks && !Dateline.Is(sentence.Key.ToString());

    static bool Repeats(EvidenceSentence sentence, EvidenceSentence other) =>
        sentence.Key.Contains(other.Key, StringComparison.Ordinal) || other.Key.Contains(sentence.Key, StringComparison.Ordinal);

    static Statement FromSpan(RankedSpan span) => new(span.Text, span.Sentence.Text, [CitationOf(span)]);

    static Statement FromRun(AnswerRun run)
    {
        var (passage, text) = (run.Passage, run.Told.Of(run.Passage.Text));
        var citation = new Citation(passage.DocumentId, passage.Title, passage.Start + run.Told.Start, text.Length, text, passage.Start + run.Sentences.Start) { IsSide = passage.IsSide, Published = passage.Published };
        return new Statement(text, run.Sentences.Of(passage.Text), [citation]);
    }

    static Statement FromSentence(EvidenceSentence sentence)
    {
        var whole = sentence.Span.Of(sentence.Passage.Text);
        var label = WithoutLabel.OfAnswer(whole);
        var text = whole[label..];
        var start = sentence.Passage.Start + sentence.Span.Start + label;
        var citation = new Citation(sentence.Passage.DocumentId, sentence.Passage.Title, start, text.Length, text, start) { IsSide = sentence.Passage.IsSide, Published = sentence.Passage.Published };
        return new Statement(text, text, [citation]);
    }

    static Citation CitationOf(RankedSpan span)
    {
        var sentence = span.Sentence.Sentence;
        return new Citation(
            sentence.Passage.DocumentId, sentence.Passage.Title, span.DocumentStart, span.Candidate.Length, span.Text, sentence.Passage.Start + sentence.Span.Start)
        {
            IsSide = sentence.Passage.IsSide,
            Published = sentence.Passage.Published,
        };
    }

    static string DocumentOf(RankedSpan span) => span.Sentence.Sentence.Passage.DocumentId;
}
