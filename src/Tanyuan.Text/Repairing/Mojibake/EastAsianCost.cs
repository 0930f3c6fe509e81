using Tanyuan.Text.Decoding;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// What a text costs in Chinese, Simplified or Traditional, Japanese or Korean, whichever fits it best: the models of <see cref="CharacterModel"/>,
/// added up side by side in one pass, ASCII free of charge.
/// </summary>
internal readonly record struct EastAsianCost(long Least, int BeyondAscii, int EastAsian)
{
    const int LaneBits = 16;
    const char FirstBeyondAscii = '\u0080';
    const char FirstEastAsian = '\u2E80';

    // A lane holds so many costs of eight bits.
    const int Block = 256;

    static readonly ulong[] Lanes = MakeLanes();

    /// <summary>The cost of a text, in eighths of a bit.</summary>
    public static EastAsianCost Of(ReadOnlySpan<char> text)
    {
        Span<long> sums = [0, 0, 0, 0];
        var (beyond, east) = (0, 0);
        for (var start = 0; start < text.Length; start += Block)
        {
            ulong lanes = 0;
            foreach (var unit in text[start..Math.Min(text.Length, start + Block)])
            {
                lanes += Lanes[unit];
                beyond += unit >= FirstBeyondAscii ? 1 : 0;
                east += unit >= FirstEastAsian ? 1 : 0;
            }

            for (var lane = 0; lane < sums.Length; lane++)
                sums[lane] += (long)(lanes >> (lane * LaneBits)) & ushort.MaxValue;
        }

        return new(Math.Min(Math.Min(sums[0], sums[1]), Math.Min(sums[2], sums[3])), beyond, east);
    }

    /// <summary>Whether a character beyond ASCII costs more than so many eighths of a bit on average.</summary>
    public bool IsAbove(int average) => Least > average * (long)BeyondAscii;

    static ulong[] MakeLanes()
    {
        var lanes = new ulong[char.MaxValue + 1];
        var models = CharacterModel.Of("chinese-simplified", "chinese-traditional", "japanese", "korean");
        for (int unit = FirstBeyondAscii; unit < lanes.Length; unit++)
        {
            for (var lane = 0; lane < models.Length; lane++)
                lanes[unit] |= (ulong)models[lane].Cost([(char)unit]) << (lane * LaneBits);
        }

        return lanes;
    }
}
