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
    /// <param name="file">The file.</param>
    /// <param name="offset">Where they begin.</param>
    /// <param name="end">Where the block ends.</param>
    /// <param name="documents">What they are put into.</param>
    /// <param name="before">The document before.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    /// <param name="bare">Whether the frequencies behind them have no head (<see cref="FrequencyBlock"/>).</param>
    internal static long Read(SealedFile file, long offset, long end, Span<uint> documents, int before, int documentCount, out bool bare)
    {
        const int BarePlanes = PatchedNumbers.PlanesFlag + FrequencyBlock.Bare;
        var start = offset;
        int head = file.GetSpan(offset, 1)[0];
        bare = head >= BarePlanes && PatchedNumbers.HaveHead(documents.Length);
        var width = head - (bare ? BarePlanes : PatchedNumbers.PlanesFlag);
        if (documents.Length == PatchedNumbers.Most && width is >= 0 and <= WidestSafe)
        {
            ReadPlanes(file, ref offset, end, width, documents, before);
        }
        else
        {
            if (bare && width >= UnaryPlanes.WidthLimit)
                throw file.Corrupt(start, $"{head} is no head of a block of documents");
            if ((bare ? PatchedNumbers.ReadPlanes(file, ref offset, end, 1, width, documents) : PatchedNumbers.Read(file, ref offset, end, documents)) >= LargestSafeDistance)
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
        var lowest = PatchedNumbers.ReadPlanes(file, ref offset, end, 1, width, PatchedNumbers.Most, above, out _);
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
