using System.Numerics;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// How often the Chinese characters of a page, and the pairs of neighbouring ones, stand on it, by their search keys. One pass strings the places of each character
/// together; its pairs are counted once one of them is asked for, since those of most characters never are. The tables are used again for the next page, for clearing them
/// costs less than making them.
/// </summary>
internal sealed class PagePairs
{
    const int FewestSlots = 1024;

    static readonly char[] KeysOfHan = KeysOfAllHan();

    // The number of each key's character among those of the page, 0 where it is not there: they lie close together, in the processor's nearest cache.
    readonly ushort[] numbers = new ushort[char.MaxValue + 1];
    Character[] characters = new Character[1];
    readonly CharacterSet holds = new();
    readonly CharacterSet begins = new();
    readonly CharacterSet isCounted = new();

    // For each place of the page the key of its character, NUL where it is no Chinese one or the page ends, and the place behind the same character before it.
    char[] keys = [];
    int[] earlier = [];

    // The characters of the page, each once.
    char[] onPage = [];
    int differentCount;
    ulong[] slots = new ulong[FewestSlots];
    int slotCount;
    int pairCount;

    /// <summary>A character: how often it stands on the page, the place behind the last one, its signs, and those of what stands behind it.</summary>
    struct Character
    {
        public int Count;
        public int End;
        public ulong Signs;
        public ulong SignsBehind;
    }

    /// <summary>How many Chinese characters the page has.</summary>
    public int Length { get; private set; }

    /// <summary>How often the commonest of them stands there.</summary>
    public int MostOfOne { get; private set; }

    /// <summary>Goes over to another page.</summary>
    public void Begin(string page)
    {
        Forget();
        if (keys.Length <= page.Length)
            (keys, earlier, onPage, characters) = (new char[2 * (page.Length + 1)], new int[2 * (page.Length + 1)], new char[2 * (page.Length + 1)], new Character[2 * (page.Length + 1)]);
        var (keysOfHan, numberOf, all, ownKeys, before, different) = (KeysOfHan, numbers, characters, keys, earlier, onPage);
        var signs = WordChildren.BuiltIn.SignsOfKeys;
        var none = default(Character);
        ref var last = ref none;
        for (var place = 0; place < page.Length; place++)
        {
            var key = keysOfHan[page[place]];
            ownKeys[place] = key;
            if (key == 0)
            {
                last = ref none;
                continue;
            }

            ref var number = ref numberOf[key];
            if (number == 0)
            {
                different[differentCount++] = key;
                number = (ushort)differentCount;
                all[number] = new() { Signs = signs[key] };
            }

            ref var own = ref all[number];
            last.SignsBehind |= own.Signs;
            last = ref own;
            before[place] = own.End;
            (own.Count, own.End) = (own.Count + 1, place + 1);
        }

        ownKeys[page.Length] = '\0';
        for (var number = 1; number <= differentCount; number++)
        {
            Length += all[number].Count;
            MostOfOne = Math.Max(MostOfOne, all[number].Count);
            holds.Add(different[number - 1]);
            if (all[number].SignsBehind != 0)
                begins.Add(different[number - 1]);
        }
    }

    /// <summary>How often a character stands on the page.</summary>
    public int CountOf(char key) => characters[numbers[key]].Count;

    /// <summary>The characters of the page.</summary>
    public CharacterSet OnPage => holds;

    /// <summary>Whether a character stands on the page.</summary>
    public bool Holds(char key) => holds.Contains(key);

    /// <summary>Whether a character stands before another.</summary>
    public bool Begins(char first) => begins.Contains(first);

    /// <summary>The signs of the bytes of all characters that stand behind another, in any of their forms; 0 where none does.</summary>
    public ulong SignsBehind(char first) => characters[numbers[first]].SignsBehind;

    /// <summary>How often a character stands before another.</summary>
    public int CountOf(char first, char second)
    {
        if (!isCounted.Contains(first))
            CountBehind(first);
        return (int)SlotOf(PairKey(first, second));
    }

    void Forget()
    {
        foreach (var key in onPage.AsSpan(0, differentCount))
        {
            numbers[key] = 0;
            holds.Remove(key);
            begins.Remove(key);
            isCounted.Remove(key);
        }

        (Length, MostOfOne, differentCount, slotCount, pairCount) = (0, 0, 0, FewestSlots, 0);
        slots.AsSpan(0, slotCount).Clear();
    }

    void CountBehind(char first)
    {
        for (var end = characters[numbers[first]].End; end != 0; end = earlier[end - 1])
        {
            if (keys[end] != 0)
                Add(PairKey(first, keys[end]));
        }

        isCounted.Add(first);
    }

    void Add(uint pair)
    {
        ref var slot = ref SlotOf(pair);
        if (slot == 0)
        {
            if (2 * ++pairCount > slotCount)
            {
                Grow();
                slot = ref SlotOf(pair);
            }

            slot = (ulong)pair << 32;
        }

        slot++;
    }

    void Grow()
    {
        var old = slots.AsSpan(0, slotCount).ToArray();
        slotCount *= 2;
        if (slots.Length < slotCount)
            slots = new ulong[slotCount];
        slots.AsSpan(0, slotCount).Clear();
        foreach (var slot in old)
        {
            if (slot != 0)
                SlotOf((uint)(slot >> 32)) = slot;
        }
    }

    /// <summary>The slot of a pair, or the empty one that it would go to; at most half of them are taken.</summary>
    ref ulong SlotOf(uint pair)
    {
        var place = (pair * 0x9E3779B1u) >> (BitOperations.LeadingZeroCount((uint)slotCount) + 1);
        while (slots[place] != 0 && (uint)(slots[place] >> 32) != pair)
            place = (place + 1) & ((uint)slotCount - 1);
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
