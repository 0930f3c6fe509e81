namespace Tanyuan.Answers.Evaluation;

/// <summary>How the answers to some questions did. Shares are 0 to 1, and null where nothing was counted.</summary>
/// <param name="Questions">Questions asked.</param>
/// <param name="Answerable">Those that the sources answer.</param>
/// <param name="Answered">Answerable questions that were answered.</param>
/// <param name="Right">Answerable questions whose answer matches a gold answer exactly or holds it.</param>
/// <param name="ExactMatch">The share of answerable questions whose answer equals a gold answer after normalisation.</param>
/// <param name="F1">The mean F1 over answerable questions; an abstention counts 0.</param>
/// <param name="SentenceHolds">The share of answerable questions whose sentence holds a gold answer.</param>
/// <param name="CitedRight">
/// The share of answerable questions whose first citation stands in its document as quoted, in a sentence that holds a gold answer, in the right document where that is known.
/// </param>
/// <param name="AbstainedRightly">Unanswerable questions that were left unanswered.</param>
/// <param name="FalseAnswers">Unanswerable questions that were answered.</param>
/// <param name="RecallAt1">The share of questions with a known document that rank it first.</param>
/// <param name="RecallAt10">The share that rank it among the first ten.</param>
/// <param name="MedianMilliseconds">The median time of an answer.</param>
/// <param name="SlowMilliseconds">The 95th percentile of the time of an answer.</param>
public sealed record EvaluationScores(
    int Questions, int Answerable, int Answered, int Right, double? ExactMatch, double? F1, double? SentenceHolds, double? CitedRight,
    int AbstainedRightly, int FalseAnswers, double? RecallAt1, double? RecallAt10, double MedianMilliseconds, double SlowMilliseconds);
