using Tanyuan.Text.Decoding;
using Tanyuan.Text.Repairing.Mojibake.Kernels;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// What a text costs in Chinese, Simplified or Traditional, Japanese or Korean, whichever fits it best: the models of <see cref="CharacterModel"/>,
/// added up side by side in one pass, ASCII free of charge.
/// </summary>
internal readonly record struct EastAsianCost(long Least, int BeyondAscii, int EastAsian)
{
    const char FirstBeyondAscii = '\u0080';

    static readonly uint[] Table = MakeTable();

    /// <summary>The cost of a text, in eighths of a bit.</summary>
    public static EastAsianCost Of(ReadOnlySpan<char> text)
    {
        Span<long> sums = stackalloc long[CostLanes.Count];
        sums.Clear();
        var (beyond, east) = CostLanes.Add(Table, text, sums);
        return new(Math.Min(Math.Min(sums[0], sums[1]), Math.Min(sums[2], sums[3])), beyond, east);
    }

    /// <summary>Whether a character beyond ASCII costs more than so many eighths of a bit on average.</summary>
    public bool IsAbove(int average) => Least > average * (long)BeyondAscii;

    static uint[] MakeTable()
    {
        var table = new uint[char.MaxValue + 1];
        var models = CharacterModel.Of("chinese-simplified", "chinese-traditional", "japanese", "korean");
        for (var lane = 0; lane < models.Length; lane++)
        {
            var costs = models[lane].ToTable();
            for (int unit = FirstBeyondAscii; unit < table.Length; unit++)
                table[unit] |= (uint)costs[unit] << (lane * CostLanes.LaneBits);
        }

        return table;
    }
}
