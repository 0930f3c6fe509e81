using System.Text.Json;
using Tanyuan.Answers.Ranking;

namespace Tanyuan.Answers.Tests.Ranking;

public class BoundedLogisticTests
{
    [Fact]
    public void A_row_scores_the_constant_and_its_features_and_squares_in_standard_deviations()
    {
        var model = new BoundedLogistic([1, 10], [2, 5], [0.5f, -1, 0.25f, 2, 3]);
        Assert.Equal(3 + (0.5 * 1) + (-1 * -0.5) + (0.25 * 0) + (2 * -0.75), model.Score([3, 7.5f]), 6);
    }

    [Fact]
    public void What_lies_beyond_the_bound_counts_no_more_than_its_rim()
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var (mean, scale) = ((random.NextSingle() * 10) - 5, random.NextSingle() + 0.1f);
            var model = new BoundedLogistic([mean], [scale], [random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle()]);
            var rim = mean + (BoundedLogistic.Bound * scale);
            Assert.Equal(model.Score([rim]), model.Score([rim + (random.NextSingle() * 1000) + 0.01f]), 3);
            Assert.NotEqual(model.Score([mean]), model.Score([rim]), 3);
        }
    }

    [Fact]
    public void A_model_read_again_scores_the_same()
    {
        var model = new BoundedLogistic([0.1f, -3], [1.7f, 0.03f], [0.3f, 1.1f, -0.7f, 0.01f, -2]);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            model.Write(writer);
        using var json = JsonDocument.Parse(stream.ToArray());
        var again = BoundedLogistic.Read(json.RootElement);
        Assert.Equal(model.Score([0.4f, -2.99f]), again.Score([0.4f, -2.99f]));
    }

    [Fact]
    public void What_is_no_number_counts_as_the_mean()
    {
        var model = new BoundedLogistic([2], [1], [1, 1, 0.5f]);
        Assert.Equal(model.Score([2]), model.Score([float.NaN]));
    }
}
