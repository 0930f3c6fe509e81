namespace Tanyuan.Answers.Hops;

/// <summary>A question in two steps: what must be known first, and the question that remains with the answer put in.</summary>
/// <param name="First">The question to ask first.</param>
/// <param name="Rest">The question that remains, with <c>{0}</c> where the first answer goes.</param>
internal sealed record HopPlan(string First, string Rest)
{
    /// <summary>Whether two clauses are told of two things (收购X的公司的创始人): a passage that fits either half answers nothing.</summary>
    public bool IsOfTwo { get; init; }

    /// <summary>The question that remains once the first answer is known.</summary>
    public string Then(string answer) => Rest.Replace("{0}", answer, StringComparison.Ordinal);
}
