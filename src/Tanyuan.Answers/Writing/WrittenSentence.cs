namespace Tanyuan.Answers.Writing;

/// <summary>A sentence as a model wrote it.</summary>
/// <param name="Text">The sentence, without citation marks and list marks.</param>
/// <param name="Citations">The numbers of the passages it cites, in order.</param>
internal sealed record WrittenSentence(string Text, IReadOnlyList<int> Citations);
