using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Words;

/// <summary>
/// The words that a stretch of text may be cut into, and the cheapest cut. Each dictionary word is an edge that costs
/// -ln(frequency / sum); a piece that no word covers costs as much as a word seen once. The cheapest path is found in one
/// forward pass (Viterbi over the directed acyclic graph, as jieba does it backwards). Words may reach over pieces
/// (<c>t恤</c>) but never end inside one. Reused from text to text; allocates only to grow.
/// </summary>
/// <remarks>
/// The dictionary is far bigger than a processor's nearer caches and most lookups end at the second character. So the first
/// two steps of every walk are taken while the stretch is loaded, where nothing waits for their outcome and the loads overlap.
/// </remarks>
internal sealed unsafe class WordLattice
{
    /// <summary>The longest stretch that is cut at once; costs then stay far below the range of an integer.</summary>
    public const int LongestStretch = 1 << 15;

    // A bit for each length: dictionary words of up to 31 units are remembered for sub-words.
    const int LongestRemembered = 31;

    const ushort NoCode = ushort.MaxValue;

    readonly WordTable table = WordTable.BuiltIn;
    readonly UnknownWords unknown = new();
    ushort[] lengths = [];
    uint[] starts = [];
    Node[] pinned = [];
    Node* nodes;

    /// <summary>Creates an empty lattice.</summary>
    public WordLattice() => Grow(512);

    /// <summary>For each unit of the stretch that was cut: the length of the word that begins there, or 0.</summary>
    public ReadOnlySpan<ushort> Lengths => lengths;

    /// <summary>For each unit of the stretch that was cut: bit n is set where a dictionary word of n units begins.</summary>
    public ReadOnlySpan<uint> DictionaryWords => starts;

    /// <summary>
    /// Loads the pieces that follow each other from <paramref name="start"/> on without a gap, at most <see cref="LongestStretch"/>
    /// units; returns how many units they cover.
    /// </summary>
    public int Load(ReadOnlySpan<char> key, int start)
    {
        var text = key.Slice(start, Math.Min(key.Length - start, LongestStretch));
        var length = 0;
        while (length < text.Length)
        {
            var unitClass = UnitClasses.Of(text[length]);
            if (unitClass == UnitClass.Han)
            {
                if (length + 1 >= pinned.Length)
                    Grow(pinned.Length * 2);
                Append(length, text[length]);
                nodes[length++].Piece = 1;
                continue;
            }

            if (unitClass == UnitClass.Other || (unitClass == UnitClass.HanLead && Runs.ClassAt(text, length) == UnitClass.Other))
                break;

            var end = Runs.EndOfPiece(text, length, unitClass);
            while (end + 1 >= pinned.Length)
                Grow(pinned.Length * 2);
            var piece = end - length;
            for (var first = length; length < end; length++)
            {
                Append(length, text[length]);
                nodes[length].Piece = (ushort)(length == first ? piece : 0);
            }
        }

        Append(length, NoCode);
        nodes[length].Piece = 1;
        return length;
    }

    /// <summary>Cuts the stretch that was loaded; returns the cost of the path.</summary>
    public int Cut(ReadOnlySpan<char> stretch, UserWords? user)
    {
        nodes[0].Cost = 0;
        for (var start = 0; start < stretch.Length; start++)
        {
            starts[start] = 0;
            if (nodes[start].Piece == 0)
                continue;

            Walk(start);
            if (user is not null)
                Walk(stretch, start, user);
        }

        TracePath(stretch);
        return nodes[stretch.Length].Cost;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Append(int index, char unit) => Append(index, table.Code(unit) is var code and > 0 ? code : NoCode);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Append(int index, ushort code)
    {
        var node = nodes + index;
        node->Code = code;
        node->Cost = int.MaxValue;
        node->First = table.Slot(table.RootBase, code);
        if (index > 0)
            node[-1].Second = table.Slot(WordTable.BaseOf(node[-1].First), code);
    }

    void Walk(int start)
    {
        var node = nodes + start;
        var before = node->Cost;
        var slot = node->First;
        var inDictionary = WordTable.IsChild(slot, node->Code);
        var single = node->Piece == 1 && inDictionary ? WordTable.CostOf(slot) : 0;
        Relax(node + node->Piece, node->Piece, before + (single > 0 ? single : table.UnknownCost));
        if (!inDictionary)
            return;

        var end = node + 1;
        var found = single > 0 ? 2u : 0;
        for (slot = node->Second; WordTable.IsChild(slot, end->Code); slot = table.Slot(WordTable.BaseOf(slot), end->Code))
        {
            end++;
            var cost = WordTable.CostOf(slot);
            if (cost == 0 || end->Piece == 0)
                continue;

            var length = (int)(end - node);
            Relax(end, length, before + cost);
            found |= length <= LongestRemembered ? 1u << length : 0;
        }

        starts[start] = found;
    }

    void Walk(ReadOnlySpan<char> stretch, int start, UserWords user)
    {
        var word = 0;
        for (var end = start; end < stretch.Length && user.Step(ref word, stretch[end], out var cost);)
        {
            end++;
            if (cost == 0 || nodes[end].Piece == 0)
                continue;

            Relax(nodes + end, end - start, nodes[start].Cost + cost);
            starts[start] |= end - start <= LongestRemembered ? 1u << (end - start) : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Relax(Node* end, int length, int cost)
    {
        if (cost >= end->Cost)
            return;

        end->Cost = cost;
        end->Back = (ushort)length;
    }

    void TracePath(ReadOnlySpan<char> stretch)
    {
        lengths.AsSpan(0, stretch.Length).Clear();
        var singles = 0;
        for (var end = stretch.Length; end > 0;)
        {
            var length = nodes[end].Back;
            end -= length;
            lengths[end] = length;
            singles += length == 1 ? 1 : 0;
        }

        if (singles > 1)
            JoinSingles(stretch);
    }

    void JoinSingles(ReadOnlySpan<char> stretch)
    {
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
        var grown = GC.AllocateUninitializedArray<Node>(capacity, pinned: true);
        pinned.CopyTo(grown, 0);
        pinned = grown;
        nodes = (Node*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(grown));
        lengths = new ushort[capacity];
        starts = new uint[capacity];
    }

    /// <summary>A place between two units: what leads to it, and what follows.</summary>
    struct Node
    {
        /// <summary>The dictionary's slots after one unit from here and after two.</summary>
        public ulong First, Second;

        /// <summary>The cost of the cheapest path to here.</summary>
        public int Cost;

        /// <summary>The dictionary's code of the unit here.</summary>
        public ushort Code;

        /// <summary>The length of the last word on that path.</summary>
        public ushort Back;

        /// <summary>The length of the piece that begins here; 0 inside a piece.</summary>
        public ushort Piece;
    }
}
