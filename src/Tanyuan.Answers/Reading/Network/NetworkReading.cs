namespace Tanyuan.Answers.Reading.Network;

/// <summary>What the networks make of a question's candidate spans and sentences.</summary>
/// <param name="Shares">How they share out their belief.</param>
/// <param name="Alignment">What of the question they find in the sentences.</param>
internal sealed record NetworkReading(SpanShares Shares, QuestionAlignment Alignment);
