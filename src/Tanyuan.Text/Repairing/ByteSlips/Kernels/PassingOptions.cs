using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Text.Repairing.ByteSlips.Kernels;

/// <summary>
/// Tells which of eight characters of a list may cost less than a limit behind some readings: those that do where nothing is known of them and what stands before them, those
/// of which something may be known that is enough at its best, and those that the page itself holds, for these may cost anything. Nine in ten are told not to.
/// </summary>
internal static class PassingOptions
{
    /// <summary>How many characters are asked about at a time.</summary>
    public const int Count = 8;

    // Sums of numbers of 32 bits differ by less.
    const double Rounding = 1e-3;

    /// <summary>A bit for each of eight characters, from the lowest one on.</summary>
    /// <param name="options">The list.</param>
    /// <param name="first">Where the eight begin; the lists are long enough.</param>
    /// <param name="before">The readings.</param>
    /// <param name="limit">The limit for the reading with the character.</param>
    /// <param name="onPage">The search keys that the page holds.</param>
    public static uint Of(SlipLanes options, int first, ReadOnlySpan<SlipBefore> before, double limit, CharacterSet onPage) =>
        Avx2.IsSupported ? OfVector(options, first, before, limit, onPage) : OfScalar(options, first, before, limit, onPage);

    /// <summary>The same one by one.</summary>
    public static uint OfScalar(SlipLanes options, int first, ReadOnlySpan<SlipBefore> before, double limit, CharacterSet onPage)
    {
        var passing = 0u;
        for (var lane = 0; lane < Count; lane++)
        {
            var (key, word) = (options.Keys[first + lane], options.Words[first + lane]);
            var passes = onPage.Contains(key);
            foreach (ref readonly var reading in before)
            {
                var rest = RestOf(reading, limit);
                passes |= options.Alone[first + lane] < rest - (float)SlipCosts.OfUnknownBorder
                    || (options.AtBorder[first + lane] < rest && reading.Borders.MayHold(key))
                    || (options.Least[first + lane] < rest && reading.Words.MayHold(word));
            }

            passing |= passes ? 1u << lane : 0;
        }

        return passing;
    }

    static uint OfVector(SlipLanes options, int first, ReadOnlySpan<SlipBefore> before, double limit, CharacterSet onPage)
    {
        var keys = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref options.Keys[first])).AsUInt32();
        var words = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref options.Words[first])).AsUInt32();
        var alone = Vector256.LoadUnsafe(ref options.Alone[first]);
        var atBorder = Vector256.LoadUnsafe(ref options.AtBorder[first]);
        var least = Vector256.LoadUnsafe(ref options.Least[first]);
        var passing = onPage.Contains(keys);
        foreach (ref readonly var reading in before)
        {
            var rest = RestOf(reading, limit);
            passing |= Vector256.LessThan(alone, Vector256.Create(rest - (float)SlipCosts.OfUnknownBorder)).AsUInt32();
            var byBorder = Vector256.LessThan(atBorder, Vector256.Create(rest)).AsUInt32();
            if (Avx2.AndNot(passing, byBorder) != Vector256<uint>.Zero)
                passing |= byBorder & reading.Borders.MayHold(keys);
            var byWord = Vector256.LessThan(least, Vector256.Create(rest)).AsUInt32();
            if (Avx2.AndNot(passing, byWord) != Vector256<uint>.Zero)
                passing |= byWord & reading.Words.MayHold(words);
        }

        return passing.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float RestOf(in SlipBefore reading, double limit) => (float)(limit - reading.Reading.Cost + Rounding);
}
