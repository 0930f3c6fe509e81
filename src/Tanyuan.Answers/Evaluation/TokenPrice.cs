using Tanyuan.Answers.Writing;

namespace Tanyuan.Answers.Evaluation;

/// <summary>What a model's tokens cost, in any one currency.</summary>
/// <param name="Input">A million tokens read.</param>
/// <param name="Output">A million tokens written.</param>
public readonly record struct TokenPrice(double Input, double Output)
{
    /// <summary>What a use of tokens costs.</summary>
    public double Of(TokenUsage usage) => ((usage.Input * Input) + (usage.Output * Output)) / 1e6;
}
