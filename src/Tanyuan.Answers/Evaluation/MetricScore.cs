namespace Tanyuan.Answers.Evaluation;

/// <summary>The mean of a metric with its 95 % interval from a seeded bootstrap.</summary>
/// <param name="Name">The metric.</param>
/// <param name="HigherIsBetter">Which way is better.</param>
/// <param name="Count">How many questions it counts.</param>
/// <param name="Value">The mean.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">Its upper end.</param>
public sealed record MetricScore(string Name, bool HigherIsBetter, int Count, double Value, double Low, double High);
