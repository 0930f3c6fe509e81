using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// Which of four kinds each UTF-16 unit is of, two bits a unit: what is asked of every Chinese character is then within 5 KB, which stay in the processor's nearest cache
/// where a byte a unit would not.
/// </summary>
internal sealed class UnitKinds
{
    /// <summary>So many kinds there may be.</summary>
    public const int Count = 4;

    const int LogUnitsPerByte = 2;
    const int BitsPerUnit = 2;
    const int InByte = (1 << LogUnitsPerByte) - 1;

    readonly byte[] kinds = new byte[(char.MaxValue + 1) >> LogUnitsPerByte];

    /// <summary>Packs the kinds of all units.</summary>
    /// <param name="kindOfEach">The kind of each unit, below <see cref="Count"/>.</param>
    public UnitKinds(ReadOnlySpan<byte> kindOfEach)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(kindOfEach.Length, char.MaxValue + 1, nameof(kindOfEach));
        for (var four = 0; four < kinds.Length; four++)
        {
            var of = kindOfEach.Slice(four << LogUnitsPerByte, 1 << LogUnitsPerByte);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(of[0] | of[1] | of[2] | of[3], Count, nameof(kindOfEach));
            kinds[four] = (byte)(of[0] | of[1] << BitsPerUnit | of[2] << 2 * BitsPerUnit | of[3] << 3 * BitsPerUnit);
        }
    }

    /// <summary>Gives characters their kinds; all others are of kind 0, and what is named twice is of the last kind.</summary>
    public UnitKinds(params ReadOnlySpan<(string Characters, int Kind)> members)
    {
        foreach (var (characters, kind) in members)
        {
            foreach (var unit in characters)
                Set(unit, kind);
        }
    }

    /// <summary>The kind of a unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(char unit) =>
        (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(kinds), (nuint)unit >> LogUnitsPerByte) >> ((unit & InByte) * BitsPerUnit)) & (Count - 1);

    void Set(char unit, int kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(kind, Count, nameof(kind));
        ref var four = ref kinds[unit >> LogUnitsPerByte];
        var shift = (unit & InByte) * BitsPerUnit;
        four = (byte)((four & ~((Count - 1) << shift)) | (kind << shift));
    }
}
