namespace Tanyuan.Index.Rescoring;

/// <summary>
/// What the parts of a second pass count, as pure functions of what a document holds. BM25F is the simple one of Robertson and Zaragoza (2009):
/// <c>Σ weight · idf · (k1 + 1) · tf / (k1 + tf)</c>, where tf adds up over fields before it saturates.
/// </summary>
static class SecondPass
{
    /// <summary>BM25F.</summary>
    /// <param name="frequencies">For each term its frequencies, weighted by field and length, added up.</param>
    /// <param name="weights">For each term its weight times its rarity.</param>
    /// <param name="k1">Saturation.</param>
    internal static double Relevance(ReadOnlySpan<double> frequencies, ReadOnlySpan<double> weights, double k1)
    {
        var score = 0.0;
        for (var i = 0; i < frequencies.Length; i++)
            score += weights[i] * (k1 + 1) * frequencies[i] / (k1 + frequencies[i]);
        return score;
    }

    /// <summary>The greatest sum of the weights of different terms that begin within a window of one field.</summary>
    /// <param name="places">Where which term stands, ordered by field and position.</param>
    /// <param name="weights">For each term its weight times its rarity.</param>
    /// <param name="window">How far apart the first and the last may be.</param>
    internal static double BestWindow(IReadOnlyList<TermPlace> places, ReadOnlySpan<double> weights, int window)
    {
        var inWindow = new int[weights.Length];
        var (sum, best, first) = (0.0, 0.0, 0);
        for (var last = 0; last < places.Count; last++)
        {
            var place = places[last];
            for (; places[first].Field != place.Field || (long)place.Position - places[first].Position > window; first++)
            {
                if (--inWindow[places[first].Term] == 0)
                    sum -= weights[places[first].Term];
            }

            if (inWindow[place.Term]++ == 0)
                sum += weights[place.Term];
            best = Math.Max(best, sum);
        }

        return best;
    }

    /// <summary>What a value in the column of a rule gains by it.</summary>
    internal static double Freshness(long? value, FreshnessRule rule) =>
        value is { } when ? rule.Weight * Math.Pow(2, -Math.Max(0, (double)rule.Now - when) / rule.HalfLife) : 0;
}
