using Tanyuan.Text.Decoding;
using Tanyuan.Text.Decoding.Kernels;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Tells which lines of a text share a damage that some of them prove: a heading of two characters says little by itself, but it stands between
/// lines that say much. Each line is damaged or stands as it was written; the cheapest way through all lines is taken (Viterbi over two states),
/// where a line costs what its characters cost as they are read, and it costs something that a line is not as the one before it.
/// </summary>
internal static class SharedDamage
{
    // In eighths of a bit.
    const long Change = 64;

    /// <summary>Whether each line is damaged; never one that has no other reading.</summary>
    /// <param name="lines">The lines as they stand.</param>
    /// <param name="readings">What they were before the damage; null where that cannot be.</param>
    public static bool[] Among(List<ReadOnlyMemory<char>> lines, List<string?> readings)
    {
        var costs = lines.ConvertAll(line => CharacterModel.LeastCost(line.Span));
        var language = LanguageOf(costs, readings);
        var came = new (bool Standing, bool Damaged)[lines.Count];
        var (standing, damaged) = (0L, 0L);
        for (var line = 0; line < came.Length; line++)
        {
            came[line] = (damaged + Change < standing, damaged <= standing + Change);
            standing = Math.Min(standing, damaged + Change);
            damaged = Math.Min(damaged, standing + Change);
            if (readings[line] is not { } reading)
                continue;
            standing += costs[line];
            damaged += language.Cost(reading);
        }

        var isDamaged = new bool[came.Length];
        var state = damaged < standing;
        for (var line = came.Length - 1; line >= 0; line--)
        {
            isDamaged[line] = state && readings[line] is not null;
            state = state ? came[line].Damaged : came[line].Standing;
        }

        return isDamaged;
    }

    /// <summary>The language of what was damaged: of the lines that become likelier in any.</summary>
    static CharacterModel LanguageOf(List<long> costs, List<string?> readings)
    {
        var models = CharacterModel.All;
        Span<long> own = stackalloc long[CostRows.Columns];
        Span<long> sums = stackalloc long[models.Length];
        sums.Clear();
        for (var line = 0; line < readings.Count; line++)
        {
            if (readings[line] is not { } reading)
                continue;
            CharacterModel.CostsOf(reading, own);
            if (Least(own[..models.Length]) >= costs[line])
                continue;
            for (var model = 0; model < models.Length; model++)
                sums[model] += own[model];
        }

        return models[sums.IndexOf(Least(sums))];
    }

    static long Least(ReadOnlySpan<long> costs)
    {
        var least = long.MaxValue;
        foreach (var cost in costs)
            least = Math.Min(least, cost);
        return least;
    }
}
