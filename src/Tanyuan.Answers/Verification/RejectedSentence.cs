namespace Tanyuan.Answers.Verification;

/// <summary>A sentence that the writer wrote and the verifier refused.</summary>
/// <param name="Text">The sentence, without its citation marks.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What in it is at fault: the number, the name, the words; or empty.</param>
public sealed record RejectedSentence(string Text, RejectionReason Reason, string Detail);
