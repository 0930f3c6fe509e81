using System.Numerics;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// How often the Chinese characters of a page, and the pairs of neighbouring ones, stand on it, by their search keys. One pass strings the places of each character
/// together; its pairs are counted once they are asked for, since most characters of a page never are. The tables are used again for the next page, for clearing them costs
/// less than making them.
/// </summary>
internal sealed class PagePairs
{
    const int FewestSlots = 256;

    static readonly char[] KeysOfHan = KeysOfAllHan();

    readonly Character[] characters = new Character[char.MaxValue + 1];
    readonly List<char> onPage = [];
    readonly CharacterSet holds = new();
    readonly CharacterSet begins = new();
    readonly CharacterSet isCounted = new();

    // For each place of the page the key of its character, NUL where it is no Chinese one or the page ends, and the place behind the same character before it.
    char[] keys = [];
    int[] earlier = [];
    ulong[] slots = new ulong[FewestSlots];
    int shift;

    /// <summary>A character: how often it stands on the page, the place behind the last one, and the signs of what stands behind it, once that is counted.</summary>
    struct Character
    {
        public int Count;
        public int End;
        public ulong SignsBehind;
    }

    /// <summary>How many Chinese characters the page has.</summary>
    public int Length { get; private set; }

    /// <summary>Goes over to another page.</summary>
    public void Begin(string page)
    {
        Forget();
        MakeRoom(page.Length);
        var before = '\0';
        for (var place = 0; place < page.Length; place++)
        {
            var key = KeysOfHan[page[place]];
            keys[place] = key;
            if (key != 0)
            {
                ref var character = ref characters[key];
                if (character.Count == 0)
                {
                    onPage.Add(key);
                    holds.Add(key);
                }

                earlier[place] = character.End;
                (character.Count, character.End) = (character.Count + 1, place + 1);
                Length++;
                if (before != 0)
                    begins.Add(before);
            }

            before = key;
        }

        keys[page.Length] = '\0';
    }

    /// <summary>How often a character stands on the page.</summary>
    public int CountOf(char key) => characters[key].Count;

    /// <summary>Whether a character stands on the page.</summary>
    public bool Holds(char key) => holds.Contains(key);

    /// <summary>Whether a character stands before another.</summary>
    public bool Begins(char first) => begins.Contains(first);

    /// <summary>The signs of the bytes of all characters that stand behind another, in any of their forms; 0 where none does.</summary>
    public ulong SignsBehind(char first)
    {
        if (!isCounted.Contains(first))
            CountBehind(first);
        return characters[first].SignsBehind;
    }

    /// <summary>How often a character stands before another.</summary>
    public int CountOf(char first, char second)
    {
        if (!isCounted.Contains(first))
            CountBehind(first);
        return (int)SlotOf(first, second);
    }

    void Forget()
    {
        foreach (var key in onPage)
        {
            characters[key] = default;
            holds.Remove(key);
            begins.Remove(key);
            isCounted.Remove(key);
        }

        onPage.Clear();
        Length = 0;
    }

    void MakeRoom(int length)
    {
        if (keys.Length <= length)
            (keys, earlier) = (new char[2 * (length + 1)], new int[2 * (length + 1)]);
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestSlots, 2 * length));
        if (slots.Length < capacity)
            slots = new ulong[capacity];
        else
            slots.AsSpan(0, capacity).Clear();
        shift = 32 - BitOperations.Log2((uint)capacity);
    }

    void CountBehind(char first)
    {
        var signs = 0ul;
        for (var end = characters[first].End; end != 0; end = earlier[end - 1])
        {
            var second = keys[end];
            if (second == 0)
                continue;
            ref var slot = ref SlotOf(first, second);
            if (slot == 0)
            {
                slot = (ulong)PairKey(first, second) << 32;
                signs |= WordChildren.SignsOf(second);
            }

            slot++;
        }

        characters[first].SignsBehind = signs;
        isCounted.Add(first);
    }

    /// <summary>The slot of a pair, or the empty one that it would go to; at most half of them are taken.</summary>
    ref ulong SlotOf(char first, char second)
    {
        var key = PairKey(first, second);
        var mask = (1u << (32 - shift)) - 1;
        var place = (key * 0x9E3779B1u) >> shift;
        while (slots[place] != 0 && (uint)(slots[place] >> 32) != key)
            place = (place + 1) & mask;
        return ref slots[place];
    }

    static uint PairKey(char first, char second) => ((uint)first << 16) | second;

    static char[] KeysOfAllHan()
    {
        var keys = new char[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
            keys[unit] = UnitClasses.Of((char)unit) == UnitClass.Han ? TextFolder.Fold((char)unit) : '\0';
        return keys;
    }
}
