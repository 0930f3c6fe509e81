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

    /// <summary>Gives the characters of a text a kind; all others are of kind 0, unless they are given another.</summary>
    /// <param name="characters">The characters.</param>
    /// <param name="kind">Their kind, below <see cref="Count"/>.</param>
    public UnitKinds With(IEnumerable<char> characters, int kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)kind, (uint)Count, nameof(kind));
        foreach (var unit in characters)
        {
            ref var four = ref kinds[unit >> LogUnitsPerByte];
            var shift = (unit & InByte) * BitsPerUnit;
            four = (byte)((four & ~((Count - 1) << shift)) | (kind << shift));
        }

        return this;
    }

    /// <summary>The kind of a unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(char unit) =>
        (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(kinds), unit >> LogUnitsPerByte) >> ((unit & InByte) * BitsPerUnit)) & (Count - 1);
}
