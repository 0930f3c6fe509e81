using System.Globalization;
using Tanyuan.Answers.Questions;
using Tanyuan.Library;

namespace Tanyuan.Answers.Answering;

/// <summary>What is asked of the library for a question.</summary>
internal static class EvidenceRequest
{
    /// <summary>How many documents an answer ranks at most.</summary>
    public const int RankedDocuments = 50;

    /// <summary>How many passages the reader sees at most.</summary>
    public const int PassagesRead = 10;

    // The question as a whole finds its exact wording; its terms on top lift what is rare.
    const double TermFactor = 0.5;

    // Another name of a thing, and another way to write a date or number, find where the question's own does not.
    const double VariantWeight = 0.3;

    // Of the passages read, those that stay as the question's own words found them (docs/decisions/062).
    const int FoundByQuestion = 7;

    // Of pages by one source or from a part of a year only a few may be among the best.
    const int Widened = 10;

    /// <summary>The request for a question's evidence: more passages than documents ranked, since a document may have several.</summary>
    /// <param name="question">The question.</param>
    /// <param name="constraints">What it holds its answer to.</param>
    /// <param name="expansion">When words of the first passages are looked for, too.</param>
    /// <param name="anySite">Whether pages of other sites than the one asked for are wanted, too: they may be by that source all the same.</param>
    public static RetrievalRequest For(Question question, QuestionConstraints? constraints = null, QueryExpansion expansion = QueryExpansion.Several, bool anySite = false)
    {
        var terms = new List<WeightedText> { new(question.Text) };
        foreach (var term in question.Terms)
            terms.Add(new WeightedText(term.Key, term.Weight * TermFactor));
        if (!Phrases.HasHan(question.Key))
            terms.AddRange(question.Terms.Where(term => !term.IsDistinctive).SelectMany(term => EnglishForms.Of(term.Key)).Distinct().Select(form => new WeightedText(form, VariantWeight)));
        foreach (var (_, others) in Glossary.In(question.Key))
            terms.AddRange(others.Select(other => new WeightedText(other, VariantWeight)));
        terms.AddRange(QuantityVariants.Of(question.Text).Select(variant => new WeightedText(variant, VariantWeight)));

        var site = constraints?.Source is { IsSite: true } && !anySite ? constraints.Source : null;
        var published = constraints?.Time is { OfPublication: true } time ? time.Period : (Period?)null;

        // A page that tells its year only may be from any day of it, so the index knows whole years; the rest is told apart afterwards, and so is whose word it is.
        var isExact = (constraints?.Source is null || site is not null) && published is not { From: { DayOfYear: > 1 } };
        const int limit = RankedDocuments + (RankedDocuments / 5);
        return new RetrievalRequest(terms, isExact ? limit : limit * Widened)
        {
            FeedbackAfter = expansion == QueryExpansion.Always || (expansion == QueryExpansion.Several && AskedForm.IsOfSeveral(AskedForm.Of(question))) ? FoundByQuestion : null,
            Since = published is { } from && from.From != DateOnly.MinValue ? from.From.ToString("yyyy", CultureInfo.InvariantCulture) : null,
            Until = published is { } to && to.To != DateOnly.MaxValue ? to.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            Site = site is null ? null : part => site.IsOrigin(part, part, null),
        };
    }
}
