using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Text.Repairing.Mojibake.Kernels;

/// <summary>
/// Adds up what the units of a text cost in four languages side by side. A table holds for each unit its four costs, a byte each; eight
/// units are looked up at a time where the processor can gather. Counts the units beyond ASCII and those of East Asia on the way.
/// </summary>
internal static class CostLanes
{
    public const int Count = 4;
    public const int LaneBits = 8;

    const uint EvenLanes = 0x00FF00FF;
    const ushort FirstBeyondAscii = 0x80;
    const ushort FirstEastAsian = 0x2E80;

    // A lane of sixteen bits holds so many costs of eight.
    const int Block = 256;

    /// <summary>Adds the costs of a text to four sums.</summary>
    /// <param name="table">The costs of every unit, the first language in the lowest byte.</param>
    /// <param name="text">The text.</param>
    /// <param name="sums">The four sums.</param>
    /// <returns>How many units are beyond ASCII, and how many of those are of East Asia.</returns>
    public static (int BeyondAscii, int EastAsian) Add(ReadOnlySpan<uint> table, ReadOnlySpan<char> text, Span<long> sums)
    {
        if (!Avx2.IsSupported)
            return AddScalar(table, text, sums);

        var whole = text.Length - (text.Length % Vector256<uint>.Count);
        var (beyond, east) = AddVector(table, text[..whole], sums);
        var (beyondOfRest, eastOfRest) = AddScalar(table, text[whole..], sums);
        return (beyond + beyondOfRest, east + eastOfRest);
    }

    /// <summary>The same one by one.</summary>
    public static (int BeyondAscii, int EastAsian) AddScalar(ReadOnlySpan<uint> table, ReadOnlySpan<char> text, Span<long> sums)
    {
        var (beyond, east) = (0, 0);
        foreach (var unit in text)
        {
            var costs = table[unit];
            for (var lane = 0; lane < Count; lane++)
                sums[lane] += (costs >> (lane * LaneBits)) & byte.MaxValue;
            beyond += unit >= FirstBeyondAscii ? 1 : 0;
            east += unit >= FirstEastAsian ? 1 : 0;
        }

        return (beyond, east);
    }

    static unsafe (int BeyondAscii, int EastAsian) AddVector(ReadOnlySpan<uint> table, ReadOnlySpan<char> text, Span<long> sums)
    {
        if (table.Length <= char.MaxValue)
            throw new ArgumentException("The table is too short.", nameof(table));
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var (beyond, east) = (Vector256<int>.Zero, Vector256<int>.Zero);
        fixed (uint* costs = table)
        {
            for (var start = 0; start < text.Length; start += Block * Vector256<uint>.Count)
            {
                var (even, odd) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
                for (var at = start; at < Math.Min(text.Length, start + (Block * Vector256<uint>.Count)); at += Vector256<uint>.Count)
                {
                    var block = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref units, (nuint)at));
                    var found = Avx2.GatherVector256(costs, block, sizeof(uint));
                    even += (found & Vector256.Create(EvenLanes)).AsUInt16();
                    odd += ((found >>> LaneBits) & Vector256.Create(EvenLanes)).AsUInt16();
                    beyond -= Vector256.GreaterThanOrEqual(block, Vector256.Create((int)FirstBeyondAscii));
                    east -= Vector256.GreaterThanOrEqual(block, Vector256.Create((int)FirstEastAsian));
                }

                for (var index = 0; index < Vector256<ushort>.Count; index++)
                {
                    sums[2 * (index & 1)] += even[index];
                    sums[(2 * (index & 1)) + 1] += odd[index];
                }
            }
        }

        return (Vector256.Sum(beyond), Vector256.Sum(east));
    }
}
