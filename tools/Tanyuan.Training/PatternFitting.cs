using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Training;

/// <summary>
/// Fits the weights of hashed patterns: softmax over the candidates of a question against their share of the gain, by AdaGrad (Duchi,
/// Hazan, Singer 2011) with a pull towards 0. Deterministic for a seed.
/// </summary>
internal static class PatternFitting
{
    const int Rounds = 6;
    const double Rate = 0.15;
    const float Decay = 2e-4f;

    /// <summary>Fits weights on the sampled candidates of some questions.</summary>
    public static SlotWeights Fit(IReadOnlyList<(int[] Slots, float[] Gains)> groups, int seed)
    {
        var weights = new float[SpanPatterns.Slots];
        var squares = new float[SpanPatterns.Slots];
        var order = Enumerable.Range(0, groups.Count).ToArray();
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
                Step(groups[index].Slots, groups[index].Gains, weights, squares);
        }

        return new SlotWeights(weights);
    }

    static void Step(int[] slots, float[] gains, float[] weights, float[] squares)
    {
        var total = gains.Sum();
        if (total <= 0)
            return;
        var scores = new double[gains.Length];
        for (var row = 0; row < gains.Length; row++)
        {
            foreach (var slot in slots.AsSpan(row * SpanPatterns.Count, SpanPatterns.Count))
                scores[row] += weights[slot];
        }

        var most = scores.Max();
        var sum = scores.Sum(score => Math.Exp(score - most));
        for (var row = 0; row < gains.Length; row++)
        {
            var gradient = (float)((gains[row] / total) - (Math.Exp(scores[row] - most) / sum));
            if (Math.Abs(gradient) < 1e-5f)
                continue;
            foreach (var slot in slots.AsSpan(row * SpanPatterns.Count, SpanPatterns.Count))
            {
                var pulled = gradient - (Decay * weights[slot]);
                squares[slot] += pulled * pulled;
                weights[slot] += (float)(Rate * pulled / Math.Sqrt(squares[slot] + 0.01));
            }
        }
    }
}
