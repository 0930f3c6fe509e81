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

    // What is said beside the numbers that have orders of their own.
    const int Shared = Kinds;
    const int Rest = Kinds + 1;
    const int Flags = Kinds + 2;

    // Of a term its flags, two numbers, or one, that say what it is, and one of each other kind, of lengths two.
    const int MostOfTerm = Kinds + 3;
    const int MostOfKind = 2 * TermDictionaryWriter.BlockTerms;

    readonly (int Kind, ulong Value)[] said = new (int, ulong)[TermDictionaryWriter.BlockTerms * MostOfTerm];
    readonly List<char> rests = [];
    readonly ulong[] values = new ulong[Kinds * MostOfKind];
    readonly int[] counts = new int[Kinds];
    readonly BitWriter bits = new();
    int saidCount;
    long postingsStart;
    long positionsStart;

    /// <summary>Adds a term, <paramref name="shared"/> units of which are those of the one before in the block.</summary>
    internal void Add(ReadOnlySpan<char> term, int shared, ReadOnlySpan<char> before, in TermEntry entry, bool positions)
    {
        if (saidCount == 0)
            (postingsStart, positionsStart) = (entry.PostingsStart, entry.PositionsStart);

        var isNext = shared > 0 && shared == term.Length - 1 && term.Length == before.Length;
        var isOnce = entry.TotalFrequency == entry.DocumentFrequency;
        Say(Flags, (isOnce ? TermDictionaryWriter.OnceFlag : 0UL) | (isNext ? TermDictionaryWriter.NextFlag : 0UL));
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
        Span<int> orderOf = stackalloc int[Kinds + 1];
        for (var kind = 0; kind < Kinds; kind++)
        {
            orderOf[kind] = CheapestOrder(values.AsSpan(kind * MostOfKind, counts[kind]));
            orders.SetOrder((TermNumber)kind, orderOf[kind]);
        }

        orderOf[Shared] = TermDictionaryWriter.SharedOrder;
        output.WriteVariable((ulong)postingsStart);
        output.WriteVariable((ulong)positionsStart);
        output.WriteUInt32(orders.Orders);
        WriteEntries(orderOf);
        output.WriteBytes(bits.Bytes);
        bits.Clear();
        rests.Clear();
        saidCount = 0;
        Array.Clear(counts);
    }

    // Numbers take up to twice as many bits as they have.
    void WriteEntries(ReadOnlySpan<int> orderOf)
    {
        var pen = bits.Begin((saidCount * 2 * sizeof(ulong)) + (rests.Count * sizeof(char)));
        var left = CollectionsMarshal.AsSpan(rests);
        foreach (var (kind, value) in said.AsSpan(0, saidCount))
        {
            if (kind <= Shared)
            {
                pen.WriteByMagnitude(value, orderOf[kind]);
            }
            else if (kind == Flags)
            {
                pen.Write(value, TermDictionaryWriter.FlagBits);
            }
            else
            {
                pen.WriteByMagnitude(value - 1, TermDictionaryWriter.RestOrder);
                pen.Write(0, -pen.HeldBits & 7);
                foreach (var unit in left[..(int)value])
                    pen.Write(unit, 8 * sizeof(char));
                left = left[(int)value..];
            }
        }

        pen.Write(0, -pen.HeldBits & 7);
        bits.End(pen);
    }

    void Say(int kind, ulong value) => said[saidCount++] = (kind, value);

    void Add(TermNumber kind, long value)
    {
        Say((int)kind, (ulong)value);
        values[((int)kind * MostOfKind) + counts[(int)kind]++] = (ulong)value;
    }

    void AddRest(ReadOnlySpan<char> term, int shared)
    {
        Say(Shared, (ulong)shared);
        Say(Rest, (ulong)(term.Length - shared));
        rests.AddRange(term[shared..]);
    }

    // The cost is least near the logarithm of the mean: the order is looked for from above, as long as it gets less.
    static int CheapestOrder(ReadOnlySpan<ulong> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
            sum += number;
        var order = Math.Min(TermBefore.MostOrder, BitOperations.Log2((ulong)(sum / Math.Max(1, numbers.Length)) + 1));
        for (var cost = Cost(numbers, order); order > 0; order--)
        {
            var less = Cost(numbers, order - 1);
            if (less > cost)
                break;
            cost = less;
        }

        return order;
    }

    static long Cost(ReadOnlySpan<ulong> numbers, int order)
    {
        var bits = 0L;
        foreach (var number in numbers)
            bits += (2 * BitOperations.Log2(number + (1UL << order))) - order + 1;
        return bits;
    }
}
