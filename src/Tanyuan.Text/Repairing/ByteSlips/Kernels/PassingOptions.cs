using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Text.Repairing.ByteSlips.Kernels;

/// <summary>
/// Tells which of eight characters of a list may cost less than a limit behind some readings: those that do where nothing is known of them and what stands before them, those
/// of which something may be known that is enough at its best, and those that may stand behind a reading's last character elsewhere on the page, for these may cost anything.
/// Nine in ten are told not to.
/// </summary>
internal static class PassingOptions
{
    /// <summary>How many characters are asked about at a time.</summary>
    public const int Count = 8;

    const int BitsPerByte = 8;

    // Sums of numbers of 32 bits differ by less.
    const double Rounding = 1e-3;

    /// <summary>A bit for each of eight characters, from the lowest one on.</summary>
    /// <param name="options">The characters.</param>
    /// <param name="before">The readings.</param>
    /// <param name="limit">The limit for the reading with the character.</param>
    /// <param name="page">What the page holds.</param>
    public static uint Of(in SlipLanes.Block options, ReadOnlySpan<SlipBefore> before, double limit, in SlipPage page) =>
        Avx2.IsSupported ? OfVector(options, before, limit, page) : OfScalar(options, before, limit, page);

    /// <summary>The same one by one.</summary>
    public static uint OfScalar(in SlipLanes.Block options, ReadOnlySpan<SlipBefore> before, double limit, in SlipPage page)
    {
        var passing = 0u;
        for (var lane = 0; lane < Count; lane++)
        {
            var (key, word, alone) = (options.Keys[lane], options.Words[lane], options.Alone[lane]);
            var isOnPage = page.Keys.Contains(key);
            if (isOnPage)
                alone = Math.Min(alone, options.OnPage[lane] + page.LeastOfOne);
            var passes = isOnPage && GbkPairs.MayHold(page.Followed, options.Pairs[lane]);
            foreach (ref readonly var reading in before)
            {
                var rest = RestOf(reading, limit);
                passes |= alone < rest - (float)SlipCosts.OfUnknownBorder
                    || (options.AtBorder[lane] - (options.Alone[lane] - alone) < rest && reading.Borders.MayHold(key))
                    || (options.Least[lane] < rest && reading.Words.MayHold(word));
            }

            passing |= passes ? 1u << lane : 0;
        }

        return passing;
    }

    static uint OfVector(in SlipLanes.Block options, ReadOnlySpan<SlipBefore> before, double limit, in SlipPage page)
    {
        var keys = Avx2.ConvertToVector256Int32(Vector128.Create<ushort>(options.Keys)).AsUInt32();
        var words = Avx2.ConvertToVector256Int32(Vector128.Create<ushort>(options.Words)).AsUInt32();
        var alone = Vector256.Create<float>(options.Alone);
        var atBorder = Vector256.Create<float>(options.AtBorder);
        var least = Vector256.Create<float>(options.Least);
        var passing = page.Keys.Contains(keys);
        if (passing != Vector256<uint>.Zero)
        {
            var there = Vector256.Min(alone, Vector256.Create<float>(options.OnPage) + Vector256.Create(page.LeastOfOne));
            there = Vector256.ConditionalSelect(passing.AsSingle(), there, alone);
            (alone, atBorder) = (there, atBorder - (alone - there));
            passing &= MayHold(page.Followed, Avx2.ConvertToVector256Int32(Vector128.Create<ushort>(options.Pairs)).AsUInt32());
        }

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

    /// <summary><see cref="GbkPairs.MayHold"/> of eight pairs: all ones for each that may be held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<uint> MayHold(ulong signs, Vector256<uint> pairs)
    {
        var mask = Vector256.Create(GbkPairs.SignsPerByte - 1u);
        var ofFirst = Avx2.ShiftRightLogicalVariable(Vector256.Create((uint)signs), pairs >>> BitsPerByte & mask);
        var ofSecond = Avx2.ShiftRightLogicalVariable(Vector256.Create((uint)(signs >> GbkPairs.SignsPerByte)), pairs & mask);
        return Vector256.Equals(ofFirst & ofSecond & Vector256<uint>.One, Vector256<uint>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float RestOf(in SlipBefore reading, double limit) => (float)(limit - reading.Reading.Cost + Rounding);
}
