using Tanyuan.Answers.Ranking;

namespace Tanyuan.Answers.Tests.Ranking;

public class TreeEnsembleTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 6)]
    [InlineData(8, 6)]
    [InlineData(37, 4)]
    public void Vectors_scored_together_score_what_each_scores_alone(int count, int depth)
    {
        const int Features = 11, Trees = 25;
        var random = new Random(count * 31 + depth);
        var ensemble = new TreeEnsemble(
            depth,
            [.. Enumerable.Range(0, Trees * depth).Select(_ => random.Next(Features))],
            [.. Enumerable.Range(0, Trees * depth).Select(_ => random.Next(5) / 4f)],
            [.. Enumerable.Range(0, Trees << depth).Select(_ => random.NextSingle() - 0.5f)],
            0.25f);

        // Many values lie exactly on a threshold, and some are not numbers.
        var rows = Enumerable.Range(0, count * Features).Select(_ => random.Next(20) == 0 ? float.NaN : random.Next(9) / 8f).ToArray();
        var scores = new float[count];
        ensemble.Score(rows, scores);

        Assert.Equal(Enumerable.Range(0, count).Select(i => ensemble.Score(rows.AsSpan(i * Features, Features))), scores);
        Assert.True(count < 2 || scores.Distinct().Count() > 1);
    }
}
