namespace Tanyuan.Answers.Evaluation;

/// <summary>How one answer did.</summary>
/// <param name="Question">The question.</param>
/// <param name="Kind">Its kind: the set's own, else as analysed.</param>
/// <param name="Answer">The answer's text, or null for an abstention.</param>
/// <param name="Confidence">How sure the answer was, 0 to 1.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record EvaluationRow(EvaluationQuestion Question, string Kind, string? Answer, double Confidence, TimeSpan Elapsed)
{
    /// <summary>Whether the answer equals a gold answer after normalisation.</summary>
    public bool ExactMatch { get; init; }

    /// <summary>The best F1 against the gold answers, over the longest common run (CMRC 2018).</summary>
    public double F1 { get; init; }

    /// <summary>The best F1 against the gold answers, over the bag of tokens (SQuAD).</summary>
    public double BagF1 { get; init; }

    /// <summary>Whether the answer equals or holds a gold answer.</summary>
    public bool Right { get; init; }

    /// <summary>Whether what answered has sources at all; a model by itself has none.</summary>
    public bool IsSourced { get; init; } = true;

    /// <summary>Whether the sentence holds a gold answer.</summary>
    public bool SentenceHolds { get; init; }

    /// <summary>Whether the first citation is right.</summary>
    public bool CitedRight { get; init; }

    /// <summary>The share of its citations that are right; null where there are none.</summary>
    public double? CitationPrecision { get; init; }

    /// <summary>The share of its statements with a citation that is right; null where there are none.</summary>
    public double? CitationRecall { get; init; }

    /// <summary>The place of the known document in the ranking from 1, 0 when it is not ranked, null when it is not known.</summary>
    public int? Rank { get; init; }

    /// <summary>The tokens that a model read and wrote.</summary>
    public long Tokens { get; init; }

    /// <summary>What the model's tokens cost.</summary>
    public double Cost { get; init; }

    /// <summary>Whether nothing was answered.</summary>
    public bool Abstained => Answer is null;
}
