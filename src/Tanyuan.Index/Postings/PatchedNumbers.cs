using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tanyuan.Index.Kernels;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Up to 256 numbers packed to the width that is cheapest for all, the few that need more bits patched (PFOR; Zukowski et al., 2006); or what lies above the width in planes
/// instead, where that is smaller:
/// <code>
/// head u8: width, + 64 where there are patches, + 128 where there are planes | [length of the patches in bytes u8] | packed
/// | patches: place u8, higher bits v, or planes (<see cref="UnaryPlanes"/>)
/// </code>
/// 256 numbers are packed in lanes (<see cref="LanePacking"/>), fewer as one stream of bits, lowest first.
/// One to three numbers are just variable-length numbers.
/// </summary>
static class PatchedNumbers
{
    internal const int Most = LanePacking.Length;

    const int FewestPacked = 4;
    const int PatchFlag = 64;

    /// <summary>What the head of numbers in planes has besides their width.</summary>
    internal const int PlanesFlag = 128;

    const int WidthMask = 63;

    /// <summary>What <see cref="Write"/> takes at most, in bytes.</summary>
    internal const int LongestWritten = 2 + (Most * sizeof(uint)) + byte.MaxValue;

    /// <summary>Whether so many numbers begin with a head.</summary>
    internal static bool HaveHead(int count) => count >= FewestPacked;

    /// <summary>Writes numbers and returns how many bytes they took.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="target">Where to.</param>
    internal static int Write(ReadOnlySpan<uint> values, Span<byte> target)
    {
        if (!HaveHead(values.Length))
        {
            var written = 0;
            foreach (var value in values)
                written += WriteVariable(value, target[written..]);
            return written;
        }

        var (width, patchBytes) = CheapestWidth(values);
        var at = 0;
        if (PlanesAreCheaper(values, StreamBytes(values.Length, width) + (patchBytes > 0 ? 1 + patchBytes : 0), out var lowest))
        {
            target[at++] = (byte)(lowest | PlanesFlag);
            at += Pack(values, lowest, target[at..]);
            return at + UnaryPlanes.Write(values, lowest, target[at..]);
        }

        target[at++] = (byte)(width | (patchBytes > 0 ? PatchFlag : 0));
        if (patchBytes > 0)
            target[at++] = (byte)patchBytes;

        at += Pack(values, width, target[at..]);
        for (var place = 0; patchBytes > 0 && place < values.Length; place++)
        {
            if (BitLength(values[place]) <= width)
                continue;

            target[at++] = (byte)place;
            at += WriteVariable(values[place] >> width, target[at..]);
        }

        return at;
    }

    /// <summary>
    /// Reads as many numbers as <paramref name="values"/> holds and moves on by what they took. Nothing beyond that is checked here, but
    /// it returns a number that none of them exceeds, so that what is too large need not be looked for in each.
    /// </summary>
    internal static uint Read(SealedFile file, ref long offset, long end, Span<uint> values)
    {
        var reader = file.Read(offset, (int)Math.Min(end - offset, LongestWritten));
        var bits = 0u;
        if (!HaveHead(values.Length))
        {
            foreach (ref var value in values)
                bits |= value = (uint)reader.ReadVariableInt32();
            offset = reader.Offset;
            return bits;
        }

        var (width, patchBytes, hasPlanes) = ReadHead(file, ref reader);
        if (hasPlanes)
            return ReadPlanes(file, ref offset, end, 1, width, values);

        if (values.Length == Most)
            LanePacking.Unpack(reader.ReadBytes(width * LanePacking.BytesPerBit), width, values);
        else
            UnpackStream(reader.ReadBytes(StreamBytes(values.Length, width)), width, values);

        offset = reader.Offset;
        bits = width == 32 ? uint.MaxValue : (1u << width) - 1;
        if (patchBytes > 0)
            bits |= Patch(file, offset, patchBytes, width, values);
        offset += patchBytes;
        return bits;
    }

    /// <summary>
    /// Reads what is there of as many numbers as <paramref name="count"/> says, in planes behind a head of so many bytes, and moves on behind it: the lowest bits as they are
    /// packed, and what lies above these.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<byte> ReadPlanes(SealedFile file, ref long offset, long end, int headLength, int width, int count, Span<byte> above, out int most)
    {
        var length = (int)Math.Min(end - offset, LongestWritten);
        var lowestLength = StreamBytes(count, width);
        var start = offset;
        if (length < headLength + lowestLength + StreamBytes(count, 1))
            throw file.Corrupt(start, "a block of numbers is longer than what holds it");

        // Where there is more in the file behind them, it need not be copied.
        var bytes = file.GetSpan(offset, (int)Math.Min(length + UnaryPlanes.LoadedBehind, file.Length - offset));
        var planes = UnaryPlanes.Read(bytes[(headLength + lowestLength)..], above, count, out most);
        offset += headLength + lowestLength + planes;
        if (planes < 0 || offset - start > length)
            throw file.Corrupt(start, "a block of numbers is longer than what holds it, or a number too large");
        return bytes.Slice(headLength, lowestLength);
    }

    /// <summary>Reads numbers in planes behind a head of so many bytes, and moves on; returns a number that none of them exceeds.</summary>
    [SkipLocalsInit]
    internal static uint ReadPlanes(SealedFile file, ref long offset, long end, int headLength, int width, Span<uint> values)
    {
        Span<byte> above = stackalloc byte[Most];
        var lowest = ReadPlanes(file, ref offset, end, headLength, width, values.Length, above, out var most);
        if (values.Length == Most)
        {
            RaisedLanes.Unpack(lowest, width, above, values);
        }
        else
        {
            UnpackStream(lowest, width, values);
            for (var i = 0; i < values.Length; i++)
                values[i] += (uint)above[i] << width;
        }

        return ((uint)(most + 1) << width) - 1;
    }

    static (int Width, int PatchBytes, bool HasPlanes) ReadHead(SealedFile file, ref ByteReader reader)
    {
        var offset = reader.Offset;
        var head = reader.ReadByte();
        var width = head & WidthMask;
        if (width > 32 || head >= PlanesFlag + UnaryPlanes.WidthLimit)
            throw file.Corrupt(offset, $"{head} is no head of a block of numbers");
        return (width, (head & PatchFlag) != 0 ? reader.ReadByte() : 0, head >= PlanesFlag);
    }

    static uint Patch(SealedFile file, long offset, int length, int width, Span<uint> values)
    {
        var patches = file.GetSpan(offset, length);
        var bits = 0u;
        for (var at = 0; at < patches.Length;)
        {
            // Most take one byte besides their place.
            var place = patches[at++];
            var higher = at < patches.Length && patches[at] < 0x80 ? patches[at++] : ReadLong(file, offset, patches, ref at);
            if (place >= values.Length || width == 32)
                throw file.Corrupt(offset + at, "a patch lies outside of its block");
            values[place] |= higher << width;
            bits |= higher << width;
        }

        return bits;
    }

    static uint ReadLong(SealedFile file, long offset, ReadOnlySpan<byte> patches, ref int at)
    {
        var reader = file.Read(offset + at, patches.Length - at);
        var higher = (uint)reader.ReadVariableInt32();
        at = (int)(reader.Offset - offset);
        return higher;
    }

    static bool PlanesAreCheaper(ReadOnlySpan<uint> values, int bytes, out int width)
    {
        (width, var bits) = UnaryPlanes.CheapestWidth(values);
        return width < UnaryPlanes.WidthLimit && StreamBytes(values.Length, width) + ((bits + 7) / 8) < bytes && WideNumbers.Count(values, width + 8) == 0;
    }

    static (int Width, int PatchBytes) CheapestWidth(ReadOnlySpan<uint> values)
    {
        var any = 0u;
        foreach (var value in values)
            any |= value;

        // Narrower by one bit at a time, as long as what must be patched then is cheaper than the bits saved. A patch has a byte for its place and one
        // for each seven bits begun.
        Span<int> wider = stackalloc int[33 + 28];
        wider.Clear();
        var (best, bestPatches) = (BitLength(any), 0);
        var cheapest = StreamBytes(values.Length, best);
        for (var width = best - 1; width >= 0; width--)
        {
            wider[width] = WideNumbers.Count(values, width);
            var patches = (2 * wider[width]) + wider[width + 7] + wider[width + 14] + wider[width + 21] + wider[width + 28];
            if (patches > byte.MaxValue)
                break;

            var cost = StreamBytes(values.Length, width) + patches + 1;
            if (cost < cheapest)
                (best, bestPatches, cheapest) = (width, patches, cost);
        }

        return (best, bestPatches);
    }

    static int Pack(ReadOnlySpan<uint> values, int width, Span<byte> target) =>
        values.Length == Most ? PackLanes(values, width, target) : PackStream(values, width, target);

    static int PackLanes(ReadOnlySpan<uint> values, int width, Span<byte> target)
    {
        Span<uint> words = stackalloc uint[Most];
        LanePacking.Pack(values, width, words);
        var bytes = width * LanePacking.BytesPerBit;
        MemoryMarshal.AsBytes(words)[..bytes].CopyTo(target);
        return bytes;
    }

    static int PackStream(ReadOnlySpan<uint> values, int width, Span<byte> target)
    {
        var mask = width == 32 ? uint.MaxValue : (1u << width) - 1;
        var (held, bits, at) = (0UL, 0, 0);
        foreach (var value in values)
        {
            held |= (ulong)(value & mask) << bits;
            for (bits += width; bits >= 8; bits -= 8)
            {
                target[at++] = (byte)held;
                held >>= 8;
            }
        }

        if (bits > 0)
            target[at++] = (byte)held;
        return at;
    }

    static void UnpackStream(ReadOnlySpan<byte> source, int width, Span<uint> values)
    {
        // As long as eight bytes can be read at once, a number needs no more than a shift.
        var mask = width == 32 ? uint.MaxValue : (1u << width) - 1;
        var (i, bit) = (0, 0);
        for (; i < values.Length && (bit >> 3) <= source.Length - sizeof(ulong); i++, bit += width)
            values[i] = (uint)(BinaryPrimitives.ReadUInt64LittleEndian(source[(bit >> 3)..]) >> (bit & 7)) & mask;

        for (; i < values.Length; i++, bit += width)
        {
            var held = 0UL;
            for (var (at, shift) = (bit >> 3, 0); at < source.Length && shift < 64; at++, shift += 8)
                held |= (ulong)source[at] << shift;
            values[i] = (uint)(held >> (bit & 7)) & mask;
        }
    }

    static int StreamBytes(int count, int width) => ((count * width) + 7) / 8;

    static int BitLength(uint value) => 32 - BitOperations.LeadingZeroCount(value);

    static int WriteVariable(uint value, Span<byte> target)
    {
        var at = 0;
        for (; value >= 0x80; value >>= 7)
            target[at++] = (byte)(value | 0x80);
        target[at++] = (byte)value;
        return at;
    }
}
