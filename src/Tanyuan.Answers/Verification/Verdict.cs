using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Verification;

/// <summary>What the verifier found of a claim: the sentences that support it, or why none do.</summary>
/// <param name="Support">The supporting sentences, strongest first; empty when rejected.</param>
/// <param name="Reason">Why it is rejected, or null.</param>
/// <param name="Detail">What in it is at fault.</param>
internal sealed record Verdict(IReadOnlyList<AnnotatedSentence> Support, RejectionReason? Reason, string Detail)
{
    /// <summary>A claim that holds.</summary>
    public static Verdict Holds(IReadOnlyList<AnnotatedSentence> support) => new(support, null, "");

    /// <summary>A claim that does not.</summary>
    public static Verdict Rejected(RejectionReason reason, string detail = "") => new([], reason, detail);
}
