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
    const int Place = Kinds + 2;

    // Of a term its unit or three numbers that say what it is, two frequencies, and two more.
    const int MostOfTerm = 7;
    const int MostOfKind = 2 * TermDictionaryWriter.BlockTerms;

    readonly (int Kind, ulong Value)[] said = new (int, ulong)[TermDictionaryWriter.BlockTerms * MostOfTerm];
    readonly List<char> rests = [];
    readonly ulong[] values = new ulong[Kinds * MostOfKind];
    readonly int[] counts = new int[Kinds];
    readonly BitWriter bits = new();
    int saidCount;

    /// <summary>Adds a term, <paramref name="shared"/> units of which are those of the one before in the block.</summary>
    internal void Add(ReadOnlySpan<char> term, int shared, ReadOnlySpan<char> before, in TermEntry entry, bool positions, in ShortLength lengths)
    {
        if (shared > 0 && shared == term.Length - 1 && term.Length == before.Length)
        {
            Add(TermNumber.Unit, term[^1] - before[^1]);
        }
        else
        {
            if (saidCount > 0)
                Add(TermNumber.Unit, 0);
            Say(Shared, (ulong)shared);
            Say(Rest, (ulong)(term.Length - shared));
            rests.AddRange(term[shared..]);
        }

        Add(TermNumber.Frequency, entry.DocumentFrequency - 1);
        Add(TermNumber.Repeats, entry.TotalFrequency - entry.DocumentFrequency);
        if (entry.DocumentFrequency == 1)
            Say(Place, entry.Place);
        if (entry.HasBlocks)
        {
            Add(TermNumber.Length, entry.PostingsLength / 8);
            if (positions)
                Add(TermNumber.Length, entry.PositionsLength);
        }
        else if (entry.HasPostings(positions))
        {
            var difference = entry.PostingsLength - lengths.Expected(entry.DocumentFrequency, entry.TotalFrequency - entry.DocumentFrequency);
            Add(TermNumber.Difference, (difference << 1) ^ (difference >> 63));
        }
    }

    /// <summary>Writes the block, and begins another.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="places">How many places the documents of the field have.</param>
    internal void Write(SealedFileWriter output, ulong places)
    {
        var orders = default(TermBefore);
        Span<int> orderOf = stackalloc int[Kinds + 1];
        for (var kind = 0; kind < Kinds; kind++)
        {
            orderOf[kind] = CheapestOrder(values.AsSpan(kind * MostOfKind, counts[kind]));
            orders.SetOrder((TermNumber)kind, orderOf[kind]);
        }

        orderOf[Shared] = TermDictionaryWriter.SharedOrder;
        output.WriteUInt32(orders.Orders);
        WriteEntries(orderOf, places);
        output.WriteBytes(bits.Bytes);
        bits.Clear();
        rests.Clear();
        saidCount = 0;
        Array.Clear(counts);
    }

    // Numbers take up to twice as many bits as they have.
    void WriteEntries(ReadOnlySpan<int> orderOf, ulong places)
    {
        var pen = bits.Begin((saidCount * 2 * sizeof(ulong)) + (rests.Count * sizeof(char)));
        var left = CollectionsMarshal.AsSpan(rests);
        foreach (var (kind, value) in said.AsSpan(0, saidCount))
        {
            if (kind <= Shared)
            {
                pen.WriteByMagnitude(value, orderOf[kind]);
            }
            else if (kind == Place)
            {
                pen.WriteUpTo(places - 1, value);
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
