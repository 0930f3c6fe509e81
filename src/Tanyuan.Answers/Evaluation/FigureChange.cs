namespace Tanyuan.Answers.Evaluation;

/// <summary>A figure of a report beside the same one of an older report.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Old">What it was.</param>
/// <param name="New">What it is.</param>
/// <param name="HigherIsBetter">Which way is better.</param>
public sealed record FigureChange(string Name, double Old, double New, bool HigherIsBetter)
{
    /// <summary>How much better it has become; below 0 it is worse.</summary>
    public double Gain => HigherIsBetter ? New - Old : Old - New;
}
