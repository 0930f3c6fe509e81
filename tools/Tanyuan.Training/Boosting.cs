using System.Runtime.Intrinsics;
using Tanyuan.Answers.Ranking;

namespace Tanyuan.Training;

/// <summary>How an ensemble is grown.</summary>
/// <param name="Trees">How many trees.</param>
/// <param name="Depth">Their depth.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="Ridge">The L2 penalty on leaves.</param>
/// <param name="RowShare">The share of groups that each tree sees.</param>
/// <param name="FeatureShare">The share of features that each level sees.</param>
internal sealed record BoostingOptions(int Trees, int Depth = 6, double Rate = 0.08, double Ridge = 8, double RowShare = 0.6, double FeatureShare = 0.5);

/// <summary>
/// Gradient boosting of oblivious trees by second-order statistics over binned features (Chen, Guestrin 2016; Dorogush et al. 2018).
/// The loss is a softmax over the rows of a group, whose target is each row's share of the group's gain (ListNet, Cao et al. 2007).
/// Deterministic for a seed.
/// </summary>
internal sealed class Boosting(BoostingOptions options, int seed)
{
    const int Bins = 64;

    // A row whose gradient is smaller has found its place: passing over it changes no split, and most rows are such after a few trees.
    const float Settled = 3e-4f;

    /// <summary>Grows a ranker.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="offset">The feature that the trees' sum is added to, or −1: they learn what it gets wrong.</param>
    public TreeEnsemble FitRanking(TrainingRows rows, int offset = -1)
    {
        var random = new Random(seed);
        var (binned, cuts) = Bin(rows);
        var scores = new float[rows.Count];
        for (var row = 0; row < scores.Length && offset >= 0; row++)
            scores[row] = rows.Values[(row * rows.Features) + offset];
        var first = new float[rows.Count];
        var second = new float[rows.Count];
        var leafOf = new byte[rows.Count];
        var features = new List<int>();
        var thresholds = new List<float>();
        var leaves = new List<float>();
        var sampled = new int[rows.Count];
        var statistics = new Vector128<double>[rows.Count];
        var sampledLeaves = new byte[rows.Count];
        for (var tree = 0; tree < options.Trees; tree++)
        {
            for (var group = 0; group < rows.Groups; group++)
                Softmax(rows, scores, first, second, group);
            var count = Sample(rows, random, first, sampled);
            for (var i = 0; i < count; i++)
                statistics[i] = Vector128.Create((double)first[sampled[i]], second[sampled[i]]);
            Array.Clear(leafOf);
            for (var level = 0; level < options.Depth; level++)
            {
                for (var i = 0; i < count; i++)
                    sampledLeaves[i] = leafOf[sampled[i]];
                var (feature, bin) = BestSplit(rows, random, binned, cuts, statistics, sampledLeaves, sampled.AsMemory(0, count), 1 << level);
                features.Add(feature);
                thresholds.Add(cuts[feature][bin]);
                var column = binned[feature];
                for (var row = 0; row < leafOf.Length; row++)
                {
                    if (column[row] > bin)
                        leafOf[row] |= (byte)(1 << level);
                }
            }

            var values = LeafValues(first, second, leafOf, sampled.AsSpan(0, count));
            leaves.AddRange(values);
            for (var row = 0; row < scores.Length; row++)
                scores[row] += values[leafOf[row]];
        }

        return new TreeEnsemble(options.Depth, [.. features], [.. thresholds], [.. leaves.Select(value => MathF.Round(value, 4))], 0);
    }

    static void Softmax(TrainingRows rows, float[] scores, float[] first, float[] second, int group)
    {
        var (start, end) = rows.Group(group);
        double most = double.NegativeInfinity, total = 0, gain = 0;
        for (var row = start; row < end; row++)
        {
            most = Math.Max(most, scores[row]);
            gain += rows.Gains[row];
        }

        for (var row = start; row < end; row++)
            total += Math.Exp(scores[row] - most);
        for (var row = start; row < end; row++)
        {
            var share = Math.Exp(scores[row] - most) / total;
            first[row] = gain > 0 ? (float)((rows.Gains[row] / gain) - share) : 0;
            second[row] = gain > 0 ? (float)Math.Max(share * (1 - share), 1e-6) : 0;
        }
    }

    int Sample(TrainingRows rows, Random random, float[] first, int[] sampled)
    {
        var count = 0;
        for (var group = 0; group < rows.Groups; group++)
        {
            if (random.NextDouble() > options.RowShare)
                continue;
            var (start, end) = rows.Group(group);
            for (var row = start; row < end; row++)
            {
                if (Math.Abs(first[row]) > Settled)
                    sampled[count++] = row;
            }
        }

        return count;
    }

    (int Feature, int Bin) BestSplit(
        TrainingRows rows, Random random, byte[][] binned, float[][] cuts, Vector128<double>[] statistics, byte[] leaves, ReadOnlyMemory<int> sampled, int leafCount)
    {
        var chosen = Enumerable.Range(0, rows.Features).Where(feature => cuts[feature].Length > 0 && random.NextDouble() < options.FeatureShare).ToArray();
        if (chosen.Length == 0)
            chosen = [.. Enumerable.Range(0, rows.Features).Where(feature => cuts[feature].Length > 0)];
        var best = new (double Gain, int Bin)[chosen.Length];
        Parallel.For(0, chosen.Length, index =>
        {
            var column = binned[chosen[index]];
            var sums = new Vector128<double>[leafCount * Bins];
            var span = sampled.Span;
            for (var i = 0; i < span.Length; i++)
                sums[(leaves[i] * Bins) + column[span[i]]] += statistics[i];

            best[index] = BestBin(sums, leafCount, cuts[chosen[index]].Length);
        });
        var winner = 0;
        for (var i = 1; i < best.Length; i++)
        {
            if (best[i].Gain > best[winner].Gain)
                winner = i;
        }

        return (chosen[winner], best[winner].Bin);
    }

    (double Gain, int Bin) BestBin(Vector128<double>[] sums, int leafCount, int cutCount)
    {
        var gains = new double[cutCount];
        for (var leaf = 0; leaf < leafCount; leaf++)
        {
            var ofLeaf = sums.AsSpan(leaf * Bins, Bins);
            var total = Vector128<double>.Zero;
            foreach (var sum in ofLeaf)
                total += sum;
            var left = Vector128<double>.Zero;
            for (var bin = 0; bin < cutCount; bin++)
            {
                left += ofLeaf[bin];
                gains[bin] += Gain(left) + Gain(total - left);
            }
        }

        var best = 0;
        for (var bin = 1; bin < cutCount; bin++)
        {
            if (gains[bin] > gains[best])
                best = bin;
        }

        return (gains[best], best);
    }

    // Of the sums of first and second derivatives.
    double Gain(Vector128<double> sums) => sums[0] * sums[0] / (sums[1] + options.Ridge);

    float[] LeafValues(float[] first, float[] second, byte[] leafOf, ReadOnlySpan<int> sampled)
    {
        var leafCount = 1 << options.Depth;
        var sums = new double[leafCount * 2];
        foreach (var row in sampled)
        {
            sums[leafOf[row] * 2] += first[row];
            sums[(leafOf[row] * 2) + 1] += second[row];
        }

        var values = new float[leafCount];
        for (var leaf = 0; leaf < leafCount; leaf++)
            values[leaf] = (float)(options.Rate * sums[leaf * 2] / (sums[(leaf * 2) + 1] + options.Ridge));
        return values;
    }

    static (byte[][] Binned, float[][] Cuts) Bin(TrainingRows rows)
    {
        var binned = new byte[rows.Features][];
        var cuts = new float[rows.Features][];
        Parallel.For(0, rows.Features, feature =>
        {
            var values = new float[rows.Count];
            for (var row = 0; row < values.Length; row++)
                values[row] = rows.Values[(row * rows.Features) + feature];
            var sorted = values.ToArray();
            Array.Sort(sorted);
            var distinct = sorted.Distinct().ToArray();
            cuts[feature] = distinct.Length <= Bins
                ? [.. distinct.Zip(distinct.Skip(1), (left, right) => (left + right) / 2)]
                : [.. Enumerable.Range(1, Bins - 1).Select(i => sorted[(int)((long)i * sorted.Length / Bins)]).Distinct()];
            var column = binned[feature] = new byte[rows.Count];
            for (var row = 0; row < values.Length; row++)
            {
                // A value belongs right of every cut that it exceeds.
                var at = Array.BinarySearch(cuts[feature], values[row]);
                column[row] = (byte)(at >= 0 ? at : ~at);
            }
        });
        return (binned, cuts);
    }
}
