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

    // Of pages of one site or time only a few may be among the best.
    const int Widened = 10;

    /// <summary>The request for a question's evidence: more passages than documents ranked, since a document may have several.</summary>
    /// <param name="question">The question.</param>
    /// <param name="constraints">What it holds its answer to.</param>
    public static RetrievalRequest For(Question question, QuestionConstraints? constraints = null)
    {
        var terms = new List<WeightedText> { new(question.Text) };
        foreach (var term in question.Terms)
            terms.Add(new WeightedText(term.Key, term.Weight * TermFactor));
        foreach (var (_, others) in Glossary.In(question.Key))
            terms.AddRange(others.Select(other => new WeightedText(other, VariantWeight)));
        terms.AddRange(QuantityVariants.Of(question.Text).Select(variant => new WeightedText(variant, VariantWeight)));
        var limit = RankedDocuments + (RankedDocuments / 5);
        return new RetrievalRequest(terms, constraints?.Source is not null || constraints?.Time is { OfPublication: true } ? limit * Widened : limit);
    }
}
