using Tanyuan.Index.Postings;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Tests.Postings;

/// <summary>What ten postings score at least is true, and as much as can be said.</summary>
public class FloorTests
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: false)]);

    [Fact]
    public void Each_floor_is_the_tenth_least_norm_of_those_as_frequent_and_no_more_than_the_tenth_best_score()
    {
        var random = new Random(12);
        var finder = new FloorFinder();
        var scorer = new FieldScoring(Schema.Fields[0], new FieldStatistics(1000, 60_000)).Scorer(2, 1);
        var (known, reached) = (0.0, 0.0);
        for (var round = 0; round < 500; round++)
        {
            var often = random.NextDouble();
            var postings = Enumerable.Range(0, random.Next(300)).Select(_ => (Frequency: 1 + (int)(-4 * often * Math.Log(1 - random.NextDouble())), Norm: (byte)random.Next(10 + random.Next(240)))).ToArray();
            foreach (var (frequency, norm) in postings)
                finder.See((uint)frequency, norm);
            var floors = finder.Take();

            for (var level = 0; level < Floors.Levels; level++)
            {
                var norms = postings.Where(posting => posting.Frequency >= Floors.Frequencies[level]).Select(posting => posting.Norm).Order().ToArray();
                Assert.Equal(norms.Length < Floors.Rank ? Floors.None : norms[Floors.Rank - 1], (byte)(floors.Packed >> (8 * level)));
            }

            var scores = postings.Select(posting => scorer.Score(posting.Frequency, posting.Norm)).OrderDescending().ToArray();
            var tenth = scores.Length < Floors.Rank ? 0 : scores[Floors.Rank - 1];
            Assert.InRange(floors.Least(scorer), 0, tenth);
            known += floors.Least(scorer);
            reached += tenth;
        }

        Assert.InRange(known / reached, 0.9, 1);
    }
}
