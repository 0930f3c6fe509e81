using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Index.Kernels;

/// <summary>256 numbers whose lowest bits lie in lanes (<see cref="LanePacking"/>) and which have up to 255 above them.</summary>
static class RaisedLanes
{
    const int Lanes = 8;
    const int WordBits = 32;

    /// <summary>Whether this processor can do with the vectors.</summary>
    internal static bool HasVector => Avx2.IsSupported && BitConverter.IsLittleEndian;

    /// <summary>Gives the numbers.</summary>
    /// <param name="lowest">The lowest bits.</param>
    /// <param name="width">How many of them a number has, up to 23.</param>
    /// <param name="above">What each has above them.</param>
    /// <param name="values">Room for the numbers.</param>
    internal static void Unpack(ReadOnlySpan<byte> lowest, int width, ReadOnlySpan<byte> above, Span<uint> values)
    {
        if (HasVector)
            UnpackVector(lowest, width, above, values);
        else
            UnpackScalar(lowest, width, above, values);
    }

    internal static void UnpackScalar(ReadOnlySpan<byte> lowest, int width, ReadOnlySpan<byte> above, Span<uint> values)
    {
        LanePacking.UnpackScalar(lowest, width, values);
        for (var i = 0; i < LanePacking.Length; i++)
            values[i] += (uint)above[i] << width;
    }

    internal static void UnpackVector(ReadOnlySpan<byte> lowest, int width, ReadOnlySpan<byte> above, Span<uint> values)
    {
        LanePacking.UnpackVector(lowest, width, values);
        ref var upper = ref MemoryMarshal.GetReference(above[..LanePacking.Length]);
        ref var target = ref MemoryMarshal.GetReference(values);
        for (nuint row = 0; row < LanePacking.Length; row += Lanes)
            (Vector256.LoadUnsafe(ref target, row) + (UpperOfRow(ref upper, row) << width)).StoreUnsafe(ref target, row);
    }

    /// <summary>Gives ascending numbers, each of which is the one before plus its distance plus one.</summary>
    /// <param name="lowest">The lowest bits of the distances.</param>
    /// <param name="width">How many of them a distance has, up to 23.</param>
    /// <param name="above">What each has above them.</param>
    /// <param name="before">The number before the first.</param>
    /// <param name="values">Room for the numbers. They are right as long as the last one is below 2^32.</param>
    internal static void UnpackSums(ReadOnlySpan<byte> lowest, int width, ReadOnlySpan<byte> above, int before, Span<uint> values)
    {
        if (HasVector)
            UnpackSumsVector(lowest, width, above, before, values);
        else
            UnpackSumsScalar(lowest, width, above, before, values);
    }

    internal static void UnpackSumsScalar(ReadOnlySpan<byte> lowest, int width, ReadOnlySpan<byte> above, int before, Span<uint> values)
    {
        UnpackScalar(lowest, width, above, values);
        RunningSum.ApplyScalar(values[..LanePacking.Length], before);
    }

    // All in one pass: nothing but the sums is stored.
    internal static void UnpackSumsVector(ReadOnlySpan<byte> lowest, int width, ReadOnlySpan<byte> above, int before, Span<uint> values)
    {
        if (lowest.Length < width * LanePacking.BytesPerBit || values.Length < LanePacking.Length)
            throw new ArgumentOutOfRangeException(nameof(lowest));

        ref var words = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(lowest));
        ref var upper = ref MemoryMarshal.GetReference(above[..LanePacking.Length]);
        ref var target = ref MemoryMarshal.GetReference(values);
        var mask = Vector256.Create((1u << width) - 1);
        var carry = Vector256.Create((uint)before);
        var current = width == 0 ? Vector256<uint>.Zero : Vector256.LoadUnsafe(ref words);
        nuint next = Lanes;
        var shift = 0;
        for (nuint row = 0; row < LanePacking.Length; row += Lanes)
        {
            var value = current >>> shift;
            shift += width;
            if (shift >= WordBits && row < LanePacking.Length - Lanes)
            {
                shift -= WordBits;
                current = Vector256.LoadUnsafe(ref words, next);
                next += Lanes;
                if (shift > 0)
                    value |= current << (width - shift);
            }

            var distance = (value & mask) + (UpperOfRow(ref upper, row) << width);
            var sum = RunningSum.SumOfRow(distance + Vector256<uint>.One);
            (sum + carry).StoreUnsafe(ref target, row);
            carry += RunningSum.LastOfRow(sum);
        }
    }

    // A row of eight numbers, of a byte each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<uint> UpperOfRow(ref byte upper, nuint row) =>
        Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref upper, row))).AsByte()).AsUInt32();
}
