using System.Numerics;
using System.Runtime.InteropServices;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Writes one block of the dictionary after the other; the layout is told in <see cref="TermDictionaryWriter"/>. What it has to say is collected first, since the orders in which numbers
/// are shortest are known only then.
/// </summary>
sealed class TermBlockWriter
{
    const int Kinds = (int)TermNumber.Length + 1;

    // What is said beside the numbers that have orders.
    const int Flags = Kinds;
    const int Shared = Kinds + 1;
    const int Rest = Kinds + 2;

    readonly List<(int Kind, ulong Value)> said = [];
    readonly List<char> rests = [];
    readonly List<ulong>[] values = [.. Enumerable.Range(0, Kinds).Select(_ => new List<ulong>())];
    readonly BitWriter bits = new();
    long postingsStart;
    long positionsStart;

    /// <summary>Adds a term, <paramref name="shared"/> units of which are those of the one before in the block.</summary>
    internal void Add(ReadOnlySpan<char> term, int shared, ReadOnlySpan<char> before, in TermEntry entry, bool positions)
    {
        if (said.Count == 0)
            (postingsStart, positionsStart) = (entry.PostingsStart, entry.PositionsStart);

        var isNext = shared > 0 && shared == term.Length - 1 && term.Length == before.Length;
        var isOnce = entry.TotalFrequency == entry.DocumentFrequency;
        said.Add((Flags, (isOnce ? TermDictionaryWriter.OnceFlag : 0UL) | (isNext ? TermDictionaryWriter.NextFlag : 0UL)));
        if (isNext)
            Add(TermNumber.Unit, term[^1] - before[^1] - 1);
        else
            AddRest(term, shared);

        Add(TermNumber.Frequency, entry.DocumentFrequency - 1);
        if (!isOnce)
            Add(TermNumber.Total, entry.TotalFrequency - entry.DocumentFrequency - 1);
        if (entry.DocumentFrequency == 1)
            Add(TermNumber.Document, entry.Document);
        if (positions && entry.TotalFrequency == 1)
            Add(TermNumber.Position, entry.Position);
        if (entry.HasPostings(positions))
            Add(TermNumber.Length, entry.PostingsLength);
        if (positions && entry.HasBlocks)
            Add(TermNumber.Length, entry.PositionsLength);
    }

    /// <summary>Writes the block, and begins another.</summary>
    internal void Write(SealedFileWriter output)
    {
        var orders = default(TermBefore);
        for (var kind = 0; kind < Kinds; kind++)
            orders.SetOrder((TermNumber)kind, CheapestOrder(values[kind]));

        output.WriteVariable((ulong)postingsStart);
        output.WriteVariable((ulong)positionsStart);
        output.WriteUInt32(orders.Orders);
        var restsWritten = 0;
        foreach (var (kind, value) in CollectionsMarshal.AsSpan(said))
        {
            if (kind < Kinds)
                bits.WriteByMagnitude(value, orders.Order((TermNumber)kind));
            else if (kind == Flags)
                bits.WriteBits((uint)value, TermDictionaryWriter.FlagBits);
            else if (kind == Shared)
                bits.WriteByMagnitude(value, TermDictionaryWriter.SharedOrder);
            else
                WriteRest((int)value, ref restsWritten);
        }

        bits.Align();
        output.WriteBytes(bits.Bytes);
        bits.Clear();
        said.Clear();
        rests.Clear();
        foreach (var list in values)
            list.Clear();
    }

    void Add(TermNumber kind, long value)
    {
        said.Add(((int)kind, (ulong)value));
        values[(int)kind].Add((ulong)value);
    }

    void AddRest(ReadOnlySpan<char> term, int shared)
    {
        said.Add((Shared, (ulong)shared));
        said.Add((Rest, (ulong)(term.Length - shared)));
        rests.AddRange(term[shared..]);
    }

    void WriteRest(int units, ref int written)
    {
        bits.WriteByMagnitude((ulong)units - 1, TermDictionaryWriter.RestOrder);
        bits.Align();
        foreach (var unit in CollectionsMarshal.AsSpan(rests).Slice(written, units))
            bits.WriteBits(unit, 8 * sizeof(char));
        written += units;
    }

    // The cost is least near the logarithm of the mean: the order is looked for from above, as long as it gets less.
    static int CheapestOrder(List<ulong> numbers)
    {
        var sum = 0.0;
        foreach (var number in CollectionsMarshal.AsSpan(numbers))
            sum += number;
        var order = Math.Min(TermBefore.MostOrder, BitOperations.Log2((ulong)(sum / Math.Max(1, numbers.Count)) + 1));
        for (var cost = Cost(numbers, order); order > 0; order--)
        {
            var less = Cost(numbers, order - 1);
            if (less > cost)
                break;
            cost = less;
        }

        return order;
    }

    static long Cost(List<ulong> numbers, int order)
    {
        var bits = 0L;
        foreach (var number in CollectionsMarshal.AsSpan(numbers))
            bits += (2 * BitOperations.Log2(number + (1UL << order))) - order + 1;
        return bits;
    }
}
