using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Figures;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Relations;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading.English;

/// <summary>
/// Reads English passages for an English question. The trees and networks of <see cref="Reader"/> have learnt from Chinese, whose words are short and stand in another order; of English they choose
/// wrongly and doubt too little. Here a sentence counts by what of the question it and what stands around it say, a span by its type, by what stands beside it and by how near the question's
/// words are.
/// </summary>
internal static class EnglishReader
{
    const int SentencesRead = 8;

    // In nats: what covering all of the question is worth, and saying all of it in the one sentence.
    const double OfCoverage = 3, OfSaying = 2;
    const double OfCloseness = 2.5;
    const double OfReason = 1.2;

    // The confidence: a regression by hand.
    const double Bias = -6.2, ByCoverage = 6, ByCloseness = 1.5, ByPattern = 0.6, MostPattern = 3;

    /// <summary>Whether a question and its passages are for this reader.</summary>
    public static bool Reads(Question question) => !Phrases.HasHan(question.Key) && question.Kind is QuestionKind.Factoid or QuestionKind.Why or QuestionKind.How;

    /// <summary>Reads the passages.</summary>
    public static Reading Read(QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> sentences)
    {
        var question = matcher.Question;
        var ask = new EnglishAsk(question);
        if (ask.Terms.Count == 0 || sentences.Count == 0)
            return Reading.Empty;
        var read = sentences.GroupBy(sentence => sentence.PassageRank).SelectMany(passage => EnglishPassage.Read(ask, [.. passage])).ToList();
        var total = ask.Terms.Sum(term => term.Weight);
        foreach (var sentence in read)
            sentence.Source.Score = (OfCoverage * sentence.Coverage) + (OfSaying * ask.Terms.Select((term, index) => term.Weight * sentence.Strengths[index]).Sum() / total) + Cue(question, sentence);
        var ranked = read.OrderByDescending(sentence => sentence.Source.Score).ToList();
        var best = ranked.Where(sentence => !sentence.Source.Asks).Take(SentencesRead).ToList();
        var annotated = SentenceAnnotator.Annotate([.. best.Select(sentence => sentence.Source)]);
        var relations = RelationFits.Of(matcher);
        var figure = AskedFigure.Of(question);
        var spans = new List<(RankedSpan Span, double LogOdds)>();
        for (var i = 0; i < best.Count; i++)
            spans.AddRange(question.Kind == QuestionKind.Factoid ? Spans(ask, relations, figure, best[i], annotated[i]) : [Whole(best[i], annotated[i], Cue(question, best[i]))]);
        if (spans.Count == 0)
            return Reading.Empty;
        var order = spans.OrderByDescending(span => span.Span.Score).ToList();
        var confidence = 1 / (1 + Math.Exp(-order[0].LogOdds));
        var found = order.ConvertAll(span => span.Span);
        if (relations?.Best(found) is { } told)
            (found, confidence) = ([told, .. found.Where(span => span != told)], Math.Max(confidence, Reader.ToldConfidence));
        return new Reading([.. ranked.Select(sentence => sentence.Source)], found, confidence);
    }

    static double Cue(Question question, EnglishSentence sentence) =>
        question.Kind == QuestionKind.Why && sentence.Source.Key.ContainsAny(SentenceFeatures.ReasonCues) ? OfReason : 0;

    static IEnumerable<(RankedSpan Span, double LogOdds)> Spans(EnglishAsk ask, RelationFits? relations, AskedFigure? figure, EnglishSentence sentence, AnnotatedSentence annotated)
    {
        var fit = new EnglishFit(ask, sentence);
        foreach (var (span, quantity) in Candidates(ask, sentence))
        {
            var candidate = CandidateOf(annotated, span);
            if ((quantity is not null && figure?.IsOfAnother(annotated, quantity) == true) || relations?.IsOfAnother(annotated, candidate) == true)
                continue;
            var (closeness, pattern) = (fit.Closeness(span), fit.Pattern(span, quantity));
            var score = sentence.Source.Score + (OfCloseness * closeness) + pattern;
            var told = (ByCloseness * closeness) + (ByPattern * Math.Clamp(pattern, -2 * MostPattern, MostPattern));
            var odds = Bias + (ByCoverage * sentence.Coverage) + (told > 0 ? told * sentence.Coverage : told);
            yield return (new RankedSpan(annotated, candidate, score), odds);
        }
    }

    static IEnumerable<(EnglishSpan Span, Quantity? Quantity)> Candidates(EnglishAsk ask, EnglishSentence sentence)
    {
        var type = ask.Question.Type;
        if (ask.AsksQuantity)
            return EnglishSpans.Quantities(sentence).Where(found => Fits(ask, found.Quantity));
        var names = EnglishSpans.Names(sentence).Select(span => (span, (Quantity?)null));
        if (type is AnswerType.Organisation or AnswerType.Place)
            return names;
        var phrases = EnglishSpans.Phrases(sentence).Select(span => (span, (Quantity?)null));
        return type == AnswerType.Person ? names.Concat(phrases.Where(phrase => IsDoer(sentence, phrase.span))) : names.Concat(phrases).Concat(EnglishSpans.Quantities(sentence));
    }

    // Who it was done by need be no name: by the head of department.
    static bool IsDoer(EnglishSentence sentence, EnglishSpan span)
    {
        var before = span.First - 1;
        while (before >= 0 && sentence.Words[before].Key is "the" or "a" or "an")
            before--;
        for (var word = span.First; word <= span.Last; word++)
        {
            if (sentence.Words[word].IsCapital)
                return false;
        }

        return before >= 0 && sentence.Words[before].Key == "by" && char.IsAsciiLetter(sentence.Text[span.Start]);
    }

    static bool Fits(EnglishAsk ask, Quantity? quantity) => ask.Question.Type switch
    {
        AnswerType.Date => quantity is null or { Kind: QuantityKind.Date or QuantityKind.Duration } or { Kind: QuantityKind.Number, Unit: null, Value: >= 1000 and < 2100 },
        AnswerType.Time => quantity is { Kind: QuantityKind.Time or QuantityKind.Date },
        AnswerType.Money => quantity is { Kind: QuantityKind.Money },
        AnswerType.Percentage => quantity is { Kind: QuantityKind.Percentage },
        AnswerType.Duration when ask.Measure.Length == 0 => quantity is { Kind: QuantityKind.Duration },
        _ when ask.Measure.Length > 0 => true,
        _ when ask.Counted is not null => quantity is { Kind: QuantityKind.Number or QuantityKind.Measure or QuantityKind.Duration },
        _ => quantity is { Kind: not (QuantityKind.Date or QuantityKind.Time) },
    };

    static Candidate CandidateOf(AnnotatedSentence sentence, EnglishSpan span)
    {
        var first = 0;
        while (first + 1 < sentence.Tokens.Count && sentence.Tokens[first].End <= span.Start)
            first++;
        var last = Math.Max(first, sentence.Tokens.Count - 1);
        while (last > first && sentence.Tokens[last].Start >= span.End)
            last--;
        return new Candidate(span.Start, span.End, first, last, SpanForm.Tokens);
    }

    static (RankedSpan Span, double LogOdds) Whole(EnglishSentence sentence, AnnotatedSentence annotated, double cue)
    {
        var end = sentence.Text.AsSpan().TrimEnd().Length;
        var odds = Bias + ((ByCoverage + ByCloseness) * sentence.Coverage) + cue;
        return (new RankedSpan(annotated, new Candidate(0, end, 0, Math.Max(0, annotated.Tokens.Count - 1), SpanForm.Sentence), sentence.Source.Score), odds);
    }
}
