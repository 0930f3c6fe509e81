using System.Runtime.CompilerServices;
using Tanyuan.Index.Kernels;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>The documents of a block: their distances from one another less one, as <see cref="PatchedNumbers"/>.</summary>
static class DocumentBlock
{
    // With no more than 255 above so many bits, 256 distances do not wrap around.
    const int WidestSafe = 15;
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

        return PatchedNumbers.Write(distances, target);
    }

    /// <summary>Reads documents, and makes sure that they ascend and stay below <paramref name="documentCount"/>; returns where they end.</summary>
    internal static long Read(SealedFile file, long offset, long end, Span<uint> documents, int before, int documentCount)
    {
        var start = offset;
        var head = file.GetSpan(offset, 1)[0];
        if (documents.Length == PatchedNumbers.Most && head is >= PatchedNumbers.PlanesFlag and <= PatchedNumbers.PlanesFlag + WidestSafe)
        {
            ReadPlanes(file, ref offset, end, head - PatchedNumbers.PlanesFlag, documents, before);
        }
        else
        {
            if (PatchedNumbers.Read(file, ref offset, end, documents) >= LargestSafeDistance)
                CheckSum(file, start, documents, before, documentCount);
            RunningSum.Apply(documents, before);
        }

        if (documents[^1] >= (uint)documentCount)
            throw file.Corrupt(start, $"there is no document {documents[^1]} in a segment of {documentCount}");
        return offset;
    }

    // Most blocks are such.
    [SkipLocalsInit]
    static void ReadPlanes(SealedFile file, ref long offset, long end, int width, Span<uint> documents, int before)
    {
        Span<byte> above = stackalloc byte[PatchedNumbers.Most];
        var lowest = PatchedNumbers.ReadPlanes(file, ref offset, end, width, PatchedNumbers.Most, above, out _);
        RaisedLanes.UnpackSums(lowest, width, above, before, documents);
    }

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
