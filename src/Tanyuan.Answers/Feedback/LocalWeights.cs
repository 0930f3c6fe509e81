using System.Globalization;
using Tanyuan.Answers.Reading;
using Tanyuan.Library;

namespace Tanyuan.Answers.Feedback;

/// <summary>
/// What a library's own feedback changes of the reader's ranking: a few weights beside the span ranker's score, learnt on this machine and kept
/// in the library. Without them the ranking is the reader's own.
/// </summary>
internal sealed class LocalWeights(double[] weights)
{
    /// <summary>How many weights there are.</summary>
    public const int Count = 5;

    /// <summary>How many of the best spans are ranked anew.</summary>
    public const int SpansRanked = 60;

    const string Setting = "ranking-weights";
    const string Version = "1";

    /// <summary>The weights of the reader's own ranking.</summary>
    public static double[] Neutral => [1, 0, 0, 0, 0];

    /// <summary>The weights of a library, or null where it has none.</summary>
    public static async Task<LocalWeights?> ReadAsync(TanyuanLibrary library, CancellationToken cancellationToken)
    {
        var parts = (await library.GetSettingAsync(Setting, cancellationToken))?.Split(' ');
        return parts is [Version, ..] && parts.Length == Count + 1 ? new LocalWeights([.. parts.Skip(1).Select(part => double.Parse(part, CultureInfo.InvariantCulture))]) : null;
    }

    /// <summary>Keeps the weights in a library.</summary>
    public Task SaveAsync(TanyuanLibrary library, CancellationToken cancellationToken) =>
        library.UpdateSettingAsync(Setting, _ => $"{Version} {string.Join(' ', weights.Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)))}", cancellationToken);

    /// <summary>A reading with its best spans ranked by these weights.</summary>
    public Reading.Reading Rank(Reading.Reading reading)
    {
        if (reading.Spans.Count < 2)
            return reading;
        var best = reading.Spans.Take(SpansRanked).OrderByDescending(span => Score(weights, Features(span)));
        return reading with { Spans = [.. best, .. reading.Spans.Skip(SpansRanked)] };
    }

    /// <summary>The score of features under some weights.</summary>
    public static double Score(double[] weights, double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += weights[i] * features[i];
        return sum;
    }

    /// <summary>What the weights weigh: the ranker's score, the sentence's, its coverage of the question, its passage's place, and the span's length.</summary>
    public static double[] Features(RankedSpan span)
    {
        var sentence = span.Sentence.Sentence;
        return [span.Score, sentence.Score, sentence.Coverage.Words, -Math.Log(1 + sentence.PassageRank), Math.Log(1 + span.Candidate.Length)];
    }
}
