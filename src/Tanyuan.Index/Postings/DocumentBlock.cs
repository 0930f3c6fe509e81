using System.Buffers.Binary;
using System.Numerics;
using Tanyuan.Index.Kernels;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The documents of a block: their distances from one another less one, as <see cref="PatchedNumbers"/>; or, where that takes
/// fewer bytes in a whole block, the head 255 and a bit for each document between the one before the block and its last, as words of 64 bits, lowest first.
/// </summary>
static class DocumentBlock
{
    const byte BitSetHead = byte.MaxValue;
    const uint LargestSafeDistance = uint.MaxValue / (4 * PatchedNumbers.Most);

    /// <summary>Writes ascending documents; returns how many bytes that took.</summary>
    internal static int Write(ReadOnlySpan<uint> documents, int before, Span<byte> target)
    {
        Span<uint> distances = stackalloc uint[PatchedNumbers.Most];
        distances = distances[..documents.Length];
        var last = (uint)before;
        for (var i = 0; i < documents.Length; i++)
        {
            distances[i] = documents[i] - last - 1;
            last = documents[i];
        }

        var written = PatchedNumbers.Write(distances, planes: false, target);
        if (documents.Length < PatchedNumbers.Most)
            return written;

        var bytes = BitSetBytes(before, (int)last);
        if (1 + bytes >= written)
            return written;

        target[0] = BitSetHead;
        var words = target.Slice(1, (int)bytes);
        words.Clear();
        foreach (var document in documents)
        {
            var bit = (int)document - before - 1;
            words[bit >> 3] |= (byte)(1 << (bit & 7));
        }

        return 1 + (int)bytes;
    }

    /// <summary>Reads documents up to a known last one, and makes sure that they ascend and stay below <paramref name="documentCount"/>; returns where they end.</summary>
    internal static long Read(SealedFile file, long offset, long end, Span<uint> documents, int before, int last, int documentCount)
    {
        var start = offset;
        if (documents.Length == PatchedNumbers.Most && file.GetSpan(offset, 1)[0] == BitSetHead)
        {
            if (last < before || last >= documentCount)
                throw file.Corrupt(start, $"document {last} cannot end a block in a segment of {documentCount}");
            var bytes = BitSetBytes(before, last);
            if (bytes > end - offset - 1 || !ReadBits(file.GetSpan(offset + 1, (int)bytes), documents, before) || documents[^1] != (uint)last)
                throw file.Corrupt(start, "a bit set has not the documents of its block");
            return offset + 1 + bytes;
        }

        if (PatchedNumbers.Read(file, ref offset, end, documents) >= LargestSafeDistance)
            CheckSum(file, start, documents, before, documentCount);

        RunningSum.Apply(documents, before);
        if (documents[^1] >= (uint)documentCount || documents[^1] != (uint)last)
            throw file.Corrupt(start, $"document {documents[^1]} cannot end a block in a segment of {documentCount}");
        return offset;
    }

    static bool ReadBits(ReadOnlySpan<byte> words, Span<uint> documents, int before)
    {
        var count = 0;
        var first = (uint)(before + 1);
        for (; words.Length > 0; words = words[sizeof(ulong)..], first += 64)
        {
            for (var word = BinaryPrimitives.ReadUInt64LittleEndian(words); word != 0; word &= word - 1)
            {
                if (count == documents.Length)
                    return false;
                documents[count++] = first + (uint)BitOperations.TrailingZeroCount(word);
            }
        }

        return count == documents.Length;
    }

    static long BitSetBytes(int before, int last) => ((long)last - before + 63) / 64 * sizeof(ulong);

    // Distances so large that their 32-bit sum might wrap around are added up in 64 bits first.
    static void CheckSum(SealedFile file, long start, ReadOnlySpan<uint> distances, int before, int documentCount)
    {
        long sum = before;
        foreach (var distance in distances)
            sum += distance + 1L;
        if (sum >= documentCount)
            throw file.Corrupt(start, $"document {sum} cannot be in a segment of {documentCount}");
    }
}
