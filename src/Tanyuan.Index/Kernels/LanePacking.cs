using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Index.Kernels;

/// <summary>
/// 256 numbers of equally many bits each, in eight lanes: number i lies in lane i mod 8, and each lane is a stream of bits, lowest first,
/// cut into words of 32 bits; word w of lane l is the word 8w + l of the block. So eight numbers are taken out at once with the same
/// shifts, and a block takes exactly 32 bytes a bit of width. The layout follows Lemire and Boytsov, "Decoding billions of integers
/// per second through vectorization" (2015), widened to 256 bits. The scalar twin gives the same numbers.
/// </summary>
static class LanePacking
{
    internal const int Length = 256;
    internal const int Lanes = 8;
    internal const int Rows = Length / Lanes;
    internal const int BytesPerBit = Length / 8;

    /// <summary>Packs 256 numbers, the lowest <paramref name="width"/> bits of each, into <c>8 × width</c> words.</summary>
    internal static void Pack(ReadOnlySpan<uint> values, int width, Span<uint> target)
    {
        if (Vector256.IsHardwareAccelerated)
            PackVector(values, width, target);
        else
            PackScalar(values, width, target);
    }

    internal static void PackScalar(ReadOnlySpan<uint> values, int width, Span<uint> target)
    {
        target[..(width * Lanes)].Clear();
        if (width == 0)
            return;

        var mask = Mask(width);
        for (var row = 0; row < Rows; row++)
        {
            var (word, shift) = ((row * width) >> 5, (row * width) & 31);
            for (var lane = 0; lane < Lanes; lane++)
            {
                var value = values[(row * Lanes) + lane] & mask;
                target[(word * Lanes) + lane] |= value << shift;
                if (shift + width > 32)
                    target[((word + 1) * Lanes) + lane] |= value >> (32 - shift);
            }
        }
    }

    internal static void PackVector(ReadOnlySpan<uint> values, int width, Span<uint> target)
    {
        if (values.Length < Length || target.Length < width * Lanes)
            throw new ArgumentOutOfRangeException(nameof(target));
        if (width == 0)
            return;

        ref var source = ref MemoryMarshal.GetReference(values);
        ref var words = ref MemoryMarshal.GetReference(target);
        var mask = Vector256.Create(Mask(width));
        var (held, shift) = (Vector256<uint>.Zero, 0);
        nuint next = 0;
        for (nuint row = 0; row < Length; row += Lanes)
        {
            var value = Vector256.LoadUnsafe(ref source, row) & mask;
            held |= value << shift;
            shift += width;
            if (shift < 32)
                continue;

            held.StoreUnsafe(ref words, next);
            next += Lanes;
            shift -= 32;
            held = shift > 0 ? value >>> (width - shift) : Vector256<uint>.Zero;
        }
    }

    /// <summary>Unpacks 256 numbers from <c>32 × width</c> bytes.</summary>
    internal static void Unpack(ReadOnlySpan<byte> source, int width, Span<uint> values)
    {
        if (Vector256.IsHardwareAccelerated && BitConverter.IsLittleEndian)
            UnpackVector(source, width, values);
        else
            UnpackScalar(source, width, values);
    }

    internal static void UnpackScalar(ReadOnlySpan<byte> source, int width, Span<uint> values)
    {
        if (width == 0)
        {
            values[..Length].Clear();
            return;
        }

        var mask = Mask(width);
        for (var row = 0; row < Rows; row++)
        {
            var (word, shift) = ((row * width) >> 5, (row * width) & 31);
            for (var lane = 0; lane < Lanes; lane++)
            {
                var value = Word(source, (word * Lanes) + lane) >> shift;
                if (shift + width > 32)
                    value |= Word(source, ((word + 1) * Lanes) + lane) << (32 - shift);
                values[(row * Lanes) + lane] = value & mask;
            }
        }
    }

    internal static void UnpackVector(ReadOnlySpan<byte> source, int width, Span<uint> values)
    {
        if (source.Length < width * BytesPerBit || values.Length < Length)
            throw new ArgumentOutOfRangeException(nameof(source));

        ref var target = ref MemoryMarshal.GetReference(values);
        if (width == 0)
        {
            values[..Length].Clear();
            return;
        }

        ref var words = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(source));
        var mask = Vector256.Create(Mask(width));
        var shift = 0;
        var current = Vector256.LoadUnsafe(ref words);
        nuint next = Lanes;
        for (nuint row = 0; row < Length; row += Lanes)
        {
            var value = current >>> shift;
            shift += width;
            if (shift >= 32 && row < Length - Lanes)
            {
                shift -= 32;
                current = Vector256.LoadUnsafe(ref words, next);
                next += Lanes;
                if (shift > 0)
                    value |= current << (width - shift);
            }

            (value & mask).StoreUnsafe(ref target, row);
        }
    }

    static uint Mask(int width) => width == 32 ? uint.MaxValue : (1u << width) - 1;

    static uint Word(ReadOnlySpan<byte> source, int place) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(source[(place * sizeof(uint))..]);
}
