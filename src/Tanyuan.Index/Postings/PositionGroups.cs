using System.Numerics;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The positions of one of several blocks of documents: cut into groups of 64 documents, so that no more than that need be read for one of them. One stretch of bits: first
/// of each group but the last how much longer it is than is to be expected, by magnitude (<see cref="BitPen.WriteByMagnitude"/>), twice that or, where it is shorter, twice that
/// less one; then the groups, each the positions of its documents one behind the other (<see cref="PositionCode"/>); filled up to a byte, or to one more.
/// To be expected is a share as great as that of its positions, of all bits of the block that are left, less seven for each of the numbers.
/// </summary>
static class PositionGroups
{
    /// <summary>How many documents a group has.</summary>
    internal const int Length = 64;

    /// <summary>How many groups a block has at most.</summary>
    internal const int Most = PostingsWriter.Block / Length;

    /// <summary>How many bits a block is filled up with, less than so many.</summary>
    internal const int Filling = 16;

    const int Order = 4;

    // The bits that a number takes at least, and about as many as it takes with its share of what the block is filled up with.
    const int LeastBits = Order + 1;
    const int UsualBits = 7;

    /// <summary>Writes the groups of a block.</summary>
    /// <param name="target">Where to; it has nothing else.</param>
    /// <param name="frequencies">How often each document has the term.</param>
    /// <param name="positions">The positions of all documents.</param>
    /// <param name="ends">The bit of them behind each group.</param>
    internal static void Write(BitWriter target, ReadOnlySpan<uint> frequencies, ReadOnlySpan<byte> positions, ReadOnlySpan<long> ends)
    {
        // How many bytes there are depends on the numbers, and these on that: the fewest that do.
        var bytes = (ends[^1] + (LeastBits * (ends.Length - 1)) + 7) / 8;
        for (; ; bytes++)
        {
            WriteLengths(target, frequencies, ends, bytes);
            if (target.Length + ends[^1] <= 8 * bytes)
                break;
            target.Clear();
        }

        target.Append(positions, 0, ends[^1]);
        target.Align();
        if (target.Length < 8 * bytes)
            target.Write(0, 8);
    }

    /// <summary>Reads the bit of a block that each group begins with, and the one behind the last.</summary>
    internal static void ReadStarts(SealedFile file, long start, long end, ReadOnlySpan<uint> frequencies, Span<long> starts)
    {
        // Three numbers, none longer than 70 bits.
        const int MostLength = 32;
        var bytes = file.GetSpan(start, (int)Math.Min(MostLength, file.Length - start));
        var groups = (frequencies.Length + Length - 1) / Length;
        Span<long> differences = stackalloc long[Most];
        var bit = 0L;
        for (var group = 0; group < groups - 1; group++)
            differences[group] = BitReader.ReadByMagnitude(bytes, ref bit, Order);

        var share = new Share(end - start, frequencies);
        starts[0] = bit;
        for (var group = 0; group < groups - 1; group++)
        {
            var length = share.Expected(group) + ((differences[group] >> 1) ^ -(differences[group] & 1));
            if (differences[group] < 0 || length < 0)
                throw file.Corrupt(start, "a group of positions has no length");
            share.Pass(length);
            starts[group + 1] = starts[group] + length;
        }

        starts[groups] = 8 * (end - start);
        if (starts[groups - 1] > starts[groups])
            throw file.Corrupt(start, "groups of positions are longer than what holds them");
    }

    static void WriteLengths(BitWriter target, ReadOnlySpan<uint> frequencies, ReadOnlySpan<long> ends, long bytes)
    {
        var share = new Share(bytes, frequencies);
        for (var group = 0; group < ends.Length - 1; group++)
        {
            var length = ends[group] - (group == 0 ? 0 : ends[group - 1]);
            var difference = length - share.Expected(group);
            target.WriteByMagnitude((ulong)((difference << 1) ^ (difference >> 63)), Order);
            share.Pass(length);
        }
    }

    // What is left of the bits of a block, and of its positions, which are counted modulo 2^32.
    ref struct Share
    {
        readonly ReadOnlySpan<uint> frequencies;
        long bits;
        uint positions;
        uint ofGroup;

        internal Share(long bytes, ReadOnlySpan<uint> frequencies)
        {
            this.frequencies = frequencies;
            bits = (8 * bytes) - (UsualBits * ((frequencies.Length - 1) / Length));
            positions = Sum(frequencies);
        }

        internal long Expected(int group)
        {
            ofGroup = Sum(frequencies.Slice(group * Length, Length));
            return bits * ofGroup / Math.Max(positions, 1);
        }

        internal void Pass(long length)
        {
            bits -= length;
            positions -= ofGroup;
        }

        static uint Sum(ReadOnlySpan<uint> numbers)
        {
            var sums = Vector<uint>.Zero;
            for (; numbers.Length >= Vector<uint>.Count; numbers = numbers[Vector<uint>.Count..])
                sums += new Vector<uint>(numbers);
            var sum = Vector.Sum(sums);
            foreach (var number in numbers)
                sum += number;
            return sum;
        }
    }
}
