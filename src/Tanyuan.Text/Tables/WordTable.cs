using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Tanyuan.Text.Tables;

/// <summary>
/// The dictionary, from <c>words.bin</c>: a double-array trie (Aoe 1989) over folded UTF-16 units, used where it is mapped.
/// Units are first mapped to codes, 1 for the commonest. A node's child under a code lies in slot <c>base + code</c>; no two
/// nodes share a base, so the code kept in the slot proves the parentage.
/// </summary>
/// <remarks>
/// Layout, little-endian: slot count, attribute count, tag count, base of the root, cost of an unknown character, word count,
/// sum of frequencies, longest word (32-bit integers); the slots (64 bits: base 32, code 16, cost 16; cost 0 where no word
/// ends); the code of each of 65,536 units (16 bits); the attributes' frequencies (32 bits); the attribute of each slot (16
/// bits); the attributes' tags (8 bits); the tags (4 ASCII bytes each, zero-padded). A cost is -ln(frequency / sum) × 2,048.
/// </remarks>
internal sealed unsafe class WordTable
{
    /// <summary>Costs are natural logarithms times this.</summary>
    public const int CostScale = 2048;

    readonly ulong* slots;
    readonly uint slotCount;
    readonly int rootBase;
    readonly ushort* codes;
    readonly int* frequencies;
    readonly ushort* attributes;
    readonly byte* tagOfAttribute;
    readonly string[] tags;

    WordTable(TableFile file)
    {
        slotCount = file.Read<uint>();
        var attributeCount = file.Read<int>();
        var tagCount = file.Read<int>();
        rootBase = file.Read<int>();
        UnknownCost = file.Read<int>();
        WordCount = file.Read<int>();
        FrequencySum = file.Read<int>();
        LongestWord = file.Read<int>();
        slots = file.ReadArray<ulong>((int)slotCount);
        codes = file.ReadArray<ushort>(0x10000);
        frequencies = file.ReadArray<int>(attributeCount);
        attributes = file.ReadArray<ushort>((int)slotCount);
        tagOfAttribute = file.ReadArray<byte>(attributeCount);
        tags = new string[tagCount];
        for (var tag = 0; tag < tagCount; tag++)
            tags[tag] = Encoding.ASCII.GetString(file.ReadArray<byte>(4), 4).TrimEnd('\0');
    }

    /// <summary>The built-in dictionary.</summary>
    public static WordTable BuiltIn { get; } = new(TableFile.Open("words.bin", "WORD"u8, 1));

    /// <summary>What a character costs that no word of the dictionary covers: as much as a word seen once.</summary>
    public int UnknownCost { get; }

    /// <summary>How many words there are.</summary>
    public int WordCount { get; }

    /// <summary>The sum of all frequencies.</summary>
    public int FrequencySum { get; }

    /// <summary>The length of the longest word, in UTF-16 units.</summary>
    public int LongestWord { get; }

    /// <summary>All slots.</summary>
    public ReadOnlySpan<ulong> Slots => new(slots, (int)slotCount);

    /// <summary>How many slots there are.</summary>
    public int SlotCount => (int)slotCount;

    /// <summary>The base of the root: where a walk begins.</summary>
    public int RootBase => rootBase;

    /// <summary>The code of a folded unit; 0 where no word holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort Code(char unit) => codes[unit];

    /// <summary>The slot that the child of a node under <paramref name="code"/> would lie in; 0 beyond the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Slot(int nodeBase, ushort code)
    {
        var slot = (uint)(nodeBase + code);
        return slot < slotCount ? slots[slot] : 0;
    }

    /// <summary>A slot by its place; 0 beyond the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Slot(int place) => SlotAt((uint)place);

    /// <summary>Whether a slot holds the child that was looked for. A code is never 0, so an empty slot holds no child.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsChild(ulong slot, ushort code) => CodeOf(slot) == code;

    /// <summary>The base of the node in a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BaseOf(ulong slot) => (int)slot;

    /// <summary>Whether words go on behind a node: a base outside of the table has no children.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasChildren(int nodeBase) => (uint)nodeBase < slotCount;

    /// <summary>The cost of the word that ends in a slot; 0 where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CostOf(ulong slot) => (int)(slot >> 48);

    /// <summary>The frequency of a folded word; 0 for one the dictionary does not hold.</summary>
    public int Frequency(ReadOnlySpan<char> key) => Find(key) is var slot and >= 0 ? frequencies[attributes[slot]] : 0;

    /// <summary>The part-of-speech tag of a folded word, or null.</summary>
    public string? Tag(ReadOnlySpan<char> key) => Find(key) is var slot and >= 0 ? tags[tagOfAttribute[attributes[slot]]] : null;

    /// <summary>The slot that a folded word ends in; -1 for one the dictionary does not hold.</summary>
    public int SlotOf(ReadOnlySpan<char> key) => Find(key);

    /// <summary>The code that leads to a slot from its parent; 0 where the slot is empty.</summary>
    public ushort CodeAt(int slot) => CodeOf(SlotAt((uint)slot));

    /// <summary>The code that leads to a slot's node from its parent; 0 where the slot is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort CodeOf(ulong slot) => (ushort)(slot >> 32);

    /// <summary>The cost of the word that ends in a slot; 0 where none does.</summary>
    public int CostAt(int slot) => CostOf(SlotAt((uint)slot));

    /// <summary>Has a slot brought near that will be asked for soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int slot)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(slots + slot);
    }

    ulong SlotAt(uint place) => place < slotCount ? slots[place] : 0;

    int Find(ReadOnlySpan<char> key)
    {
        var nodeBase = rootBase;
        var index = -1;
        var cost = 0;
        foreach (var unit in key)
        {
            var code = codes[unit];
            var slot = Slot(nodeBase, code);
            if (code == 0 || !IsChild(slot, code))
                return -1;

            index = nodeBase + code;
            nodeBase = BaseOf(slot);
            cost = CostOf(slot);
        }

        return cost > 0 ? index : -1;
    }
}
