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

    /// <summary>The request for a question's evidence: more passages than documents ranked, since a document may have several.</summary>
    public static RetrievalRequest For(Question question)
    {
        var terms = new List<WeightedText> { new(question.Text) };
        foreach (var term in question.Terms)
            terms.Add(new WeightedText(term.Key, term.Weight * TermFactor));
        return new RetrievalRequest(terms, RankedDocuments + (RankedDocuments / 5));
    }
}
