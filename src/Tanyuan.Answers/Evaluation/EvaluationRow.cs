namespace Tanyuan.Answers.Evaluation;

/// <summary>How one answer did.</summary>
/// <param name="Question">The question.</param>
/// <param name="Kind">Its kind: the set's own, else as analysed.</param>
/// <param name="Answer">The answer.</param>
/// <param name="ExactMatch">Whether the answer equals a gold answer after normalisation.</param>
/// <param name="F1">The best F1 against the gold answers.</param>
/// <param name="Right">Whether the answer equals or holds a gold answer.</param>
/// <param name="SentenceHolds">Whether the sentence holds a gold answer.</param>
/// <param name="CitedRight">Whether the first citation is right.</param>
/// <param name="Rank">The place of the known document in the ranking from 1, 0 when it is not ranked, null when it is not known.</param>
public sealed record EvaluationRow(
    EvaluationQuestion Question, string Kind, Answer Answer, bool ExactMatch, double F1, bool Right, bool SentenceHolds, bool CitedRight, int? Rank);
