using System.Numerics;
using System.Runtime.CompilerServices;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Words;

/// <summary>
/// The words that a stretch of text may be cut into, and the cheapest cut. Each dictionary word is an edge that costs
/// -ln(frequency / sum); a piece that no word covers costs as much as a word seen once. The cheapest path is found in one
/// forward pass (Viterbi over the directed acyclic graph, as jieba does it backwards). Words may reach over pieces
/// (<c>卡拉ok</c>) but never end inside one. Reused from text to text; allocates only to grow.
/// </summary>
internal sealed class WordLattice
{
    /// <summary>The longest stretch that is cut at once; costs then stay far below the range of an integer.</summary>
    public const int LongestStretch = 1 << 15;

    // A bit for each length: dictionary words of up to 31 units are remembered for sub-words.
    const int LongestRemembered = 31;

    readonly UnknownWords unknown = new();
    ushort[] codes = new ushort[256];
    ushort[] pieces = new ushort[256];
    ushort[] back = new ushort[257];
    ushort[] lengths = new ushort[257];
    int[] costs = new int[257];
    uint[] starts = new uint[256];

    /// <summary>For each unit of the stretch that was cut: the length of the word that begins there, or 0.</summary>
    public ReadOnlySpan<ushort> Lengths => lengths;

    /// <summary>For each unit of the stretch that was cut: bit n is set where a dictionary word of n units begins.</summary>
    public ReadOnlySpan<uint> DictionaryWords => starts;

    /// <summary>Cuts a stretch of folded text without gaps, at most <see cref="LongestStretch"/> units; returns the cost of the path.</summary>
    public int Cut(ReadOnlySpan<char> stretch, WordTable table, UserWords? user)
    {
        Prepare(stretch, table);
        for (var start = 0; start < stretch.Length; start++)
        {
            int piece = pieces[start];
            if (piece == 0 || costs[start] == int.MaxValue)
                continue;

            Relax(start, piece, costs[start] + table.UnknownCost);
            Walk(stretch.Length, start, table);
            if (user is not null)
                Walk(stretch, start, user);
        }

        TracePath(stretch);
        return costs[stretch.Length];
    }

    void Prepare(ReadOnlySpan<char> stretch, WordTable table)
    {
        if (codes.Length < stretch.Length)
            Grow((int)BitOperations.RoundUpToPowerOf2((uint)stretch.Length));

        for (var index = 0; index < stretch.Length;)
        {
            var unitClass = Runs.ClassAt(stretch, index);
            var end = Runs.EndOfPiece(stretch, index, unitClass);
            pieces[index] = (ushort)(end - index);
            codes[index] = table.Code(stretch[index]);
            while (++index < end)
            {
                pieces[index] = 0;
                codes[index] = table.Code(stretch[index]);
            }
        }

        costs.AsSpan(1, stretch.Length).Fill(int.MaxValue);
        costs[0] = 0;
        starts.AsSpan(0, stretch.Length).Clear();
    }

    void Walk(int length, int start, WordTable table)
    {
        var nodeBase = table.RootBase;
        var before = costs[start];
        var found = 0u;
        for (var end = start; end < length && table.Step(ref nodeBase, codes[end], out var cost);)
        {
            end++;
            if (cost == 0 || (end < length && pieces[end] == 0))
                continue;

            Relax(start, end - start, before + cost);
            found |= end - start <= LongestRemembered ? 1u << (end - start) : 0;
        }

        starts[start] = found;
    }

    void Walk(ReadOnlySpan<char> stretch, int start, UserWords user)
    {
        var node = 0;
        for (var end = start; end < stretch.Length && user.Step(ref node, stretch[end], out var cost);)
        {
            end++;
            if (cost == 0 || (end < stretch.Length && pieces[end] == 0))
                continue;

            Relax(start, end - start, costs[start] + cost);
            starts[start] |= end - start <= LongestRemembered ? 1u << (end - start) : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Relax(int start, int length, int cost)
    {
        ref var known = ref costs[start + length];
        if (cost >= known)
            return;

        known = cost;
        back[start + length] = (ushort)length;
    }

    void TracePath(ReadOnlySpan<char> stretch)
    {
        lengths.AsSpan(0, stretch.Length).Clear();
        for (var end = stretch.Length; end > 0;)
        {
            var length = back[end];
            end -= length;
            lengths[end] = length;
        }

        for (var index = 0; index < stretch.Length;)
        {
            var end = index;
            while (end < stretch.Length && lengths[end] == 1 && UnitClasses.Of(stretch[end]) == UnitClass.Han)
                end++;

            // Single characters that make a dictionary word together were left apart because that is likelier.
            var run = end - index;
            if (run > 1 && !(run <= LongestRemembered && (starts[index] >> run & 1) != 0))
            {
                lengths.AsSpan(index, run).Clear();
                unknown.Join(stretch.Slice(index, run), lengths.AsSpan(index, run));
            }

            index = run > 0 ? end : index + lengths[index];
        }
    }

    void Grow(int capacity)
    {
        codes = new ushort[capacity];
        pieces = new ushort[capacity];
        starts = new uint[capacity];
        back = new ushort[capacity + 1];
        lengths = new ushort[capacity + 1];
        costs = new int[capacity + 1];
    }
}
