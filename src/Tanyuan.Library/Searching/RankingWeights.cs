namespace Tanyuan.Library.Searching;

/// <summary>How much each field and stage counts in a passage's score. Tuned on questions over Chinese encyclopedia passages.</summary>
internal sealed record RankingWeights
{
    public static RankingWeights Default { get; } = new();

    public double TextWords { get; init; } = 0.3;

    public double TextGrams { get; init; } = 1;

    public double TextCharacters { get; init; } = 0.7;

    public double TitleWords { get; init; } = 0.2;

    public double TitleGrams { get; init; } = 1;

    /// <summary>The factor on how well the best window of a passage covers the query.</summary>
    public double Proximity { get; init; } = 0.6;

    /// <summary>How much a single character counts in a window, beside a gram's 1.</summary>
    public double WindowCharacters { get; init; } = 0.8;

    /// <summary>The factor on the score of side text.</summary>
    public double Side { get; init; } = 0.3;
}
