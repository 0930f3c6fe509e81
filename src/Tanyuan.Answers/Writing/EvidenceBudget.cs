using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Writing;

/// <summary>
/// Picks the evidence that a model is shown: passages in the order of the evidence as long as the budget of tokens lasts, those left out
/// that nearly repeat one already taken. What does not fit is left out whole, so that every number of a citation is one whole passage.
/// </summary>
internal static class EvidenceBudget
{
    const int MostPassages = 12;
    const double Repeated = 0.8;

    /// <summary>The passages that fit.</summary>
    public static List<EvidencePassage> Take(IEnumerable<EvidencePassage> passages, int tokens)
    {
        var taken = new List<(EvidencePassage Passage, HashSet<int> Pairs)>();
        foreach (var passage in passages)
        {
            var pairs = CharacterPairs.Of(passage.Key);
            if (taken.Exists(other => Overlap(pairs, other.Pairs) > Repeated))
                continue;
            var cost = TokenUsage.Estimate(passage.Title) + TokenUsage.Estimate(passage.Text) + 8;
            if (cost > tokens && taken.Count > 0)
                continue;
            tokens -= cost;
            taken.Add((passage, pairs));
            if (taken.Count == MostPassages || tokens <= 0)
                break;
        }

        return [.. taken.Select(item => item.Passage)];
    }

    static double Overlap(HashSet<int> pairs, HashSet<int> others) =>
        pairs.Count == 0 || others.Count == 0 ? 0 : (double)pairs.Count(others.Contains) / Math.Min(pairs.Count, others.Count);
}
