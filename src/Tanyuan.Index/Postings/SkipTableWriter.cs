using System.Runtime.InteropServices;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>Collects what a <see cref="SkipTable"/> tells of the blocks of one term after the other, and writes it. Allocates only for a term with more blocks than any before.</summary>
sealed class SkipTableWriter
{
    // Of each block its last document, where it ends, and where its positions end, which is where those of the next one begin.
    readonly List<long> documents = [];
    readonly List<long> ends = [];
    readonly List<long> positions = [];
    readonly List<Impacts> impacts = [];

    /// <summary>How many blocks there are.</summary>
    internal int Count => documents.Count;

    /// <summary>Begins with another term.</summary>
    internal void Clear()
    {
        documents.Clear();
        ends.Clear();
        positions.Clear();
        impacts.Clear();
    }

    /// <summary>Adds a block.</summary>
    /// <param name="last">Its last document.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="ofBlock">Its impacts.</param>
    /// <param name="positionsEnd">Where its positions end, 0 in a field that keeps none.</param>
    internal void Add(int last, uint end, Impacts ofBlock, uint positionsEnd)
    {
        documents.Add(last);
        ends.Add(end);
        impacts.Add(ofBlock);
        positions.Add(positionsEnd);
    }

    /// <summary>Writes the table, and fills up the last byte.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    /// <param name="documentFrequency">How many of them have the term.</param>
    /// <param name="termImpacts">The term's own impacts.</param>
    /// <param name="floors">Its floors.</param>
    internal void Write(BitWriter target, int documentCount, int documentFrequency, Impacts termImpacts, Floors floors)
    {
        if (SkipHead.HaveImpacts(Count))
            impacts.Add(termImpacts);
        var impactRows = ImpactRows.Of(CollectionsMarshal.AsSpan(impacts));
        var (documentBits, endBits, positionBits) = (
            PutAboveLine(documents, documentCount, documentFrequency), PutAboveLine(ends, ends[^1], documentFrequency), PutAboveLine(positions, positions[^1], documentFrequency));

        target.Write((uint)documentBits, SkipHead.WidthBits);
        target.Write((uint)endBits, SkipHead.WidthBits);
        target.Write((uint)positionBits, SkipHead.WidthBits);
        impactRows.WriteHead(target);
        floors.Write(target, impactRows.LeastNorm);

        for (var block = 0; block < Count - 1; block++)
        {
            Write(target, documents[block], documentBits);
            Write(target, ends[block], endBits);
            Write(target, positions[block], positionBits);
        }

        foreach (var row in impacts)
            impactRows.Write(target, row);
        target.Align();
    }

    // Of all numbers but the last one, which is known, by how much they are above what is to be expected; returns what stands for the bits of that.
    static int PutAboveLine(List<long> numbers, long all, int documentFrequency)
    {
        var slope = SkipHead.Slope(all, documentFrequency);
        var (reach, any) = (0L, 0L);
        var told = CollectionsMarshal.AsSpan(numbers)[..^1];
        for (var block = 0; block < told.Length; block++)
        {
            var number = told[block] -= SkipHead.Expected(slope, block + 1);
            (reach, any) = (reach | (number ^ (number >> 63)), any | number);
        }

        return any == 0 ? 0 : SkipHead.WidthFor(PackedNumbers.WidthOf((ulong)reach) + 1);
    }

    static void Write(BitWriter target, long number, int told)
    {
        var width = SkipHead.WidthOf(told);
        target.Write((ulong)(number + SkipHead.Below(width)), width);
    }
}
