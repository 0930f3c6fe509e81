using System.Buffers;
using System.Numerics;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// The vocabulary of a page without a dictionary: pairs of neighbouring Han characters, and whole Latin words or numbers, each numbered
/// from 0 in the order of the page. Pairs with a function character are left out, since every text has them. Numbers instead of sets make
/// counting over lines an array's work. Two Latin words with one 32-bit hash are one term. Not thread-safe; one for each page.
/// </summary>
internal sealed class PageTerms : IDisposable
{
    const string FunctionCharacters = "的了在是和与及也都就而但或这那其之以于为被把将对从到向并且又还很更最不没有我你他她它们个一上下中年月日时说会可能要着过等此所";
    const int ShortestWord = 3;

    // A Han pair begins with 3400 or more, so a hash below that is never one.
    const uint WordKeys = 0x33FF_FFFF;

    static readonly Kind[] Kinds = KindsOfUnits();

    // A table of twice as many slots as there may be terms before it grows.
    const int FewestSlots = 512;
    const int MostSlotsAtFirst = 4096;

    int slots;
    Slot[] table;
    int[] found = [];
    int round;

    /// <summary>The vocabulary of a page.</summary>
    /// <param name="pageLength">The length of the page, about half of which its terms number.</param>
    public PageTerms(int pageLength)
    {
        slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(pageLength, FewestSlots, MostSlotsAtFirst));
        table = Rent(slots);
    }

    /// <summary>A term, its number, and where it was last seen; a key of 0 where there is none.</summary>
    struct Slot
    {
        public uint Key;
        public int Number;
        public int Round;
    }

    enum Kind : byte
    {
        Other,
        Han,
        FunctionHan,
        Letter,
    }

    /// <summary>How many terms are known.</summary>
    public int Count { get; private set; }

    public void Dispose() => ArrayPool<Slot>.Shared.Return(table);

    /// <summary>The numbers of the distinct terms of a folded text.</summary>
    public int[] Of(ReadOnlySpan<char> folded)
    {
        round++;
        var length = 0;
        if (found.Length < folded.Length)
            found = new int[Math.Max(256, 2 * folded.Length)];
        var kinds = Kinds;
        for (var position = 0; position < folded.Length; position++)
        {
            uint key;
            switch (kinds[folded[position]])
            {
                case Kind.Han when position + 1 < folded.Length && kinds[folded[position + 1]] == Kind.Han:
                    key = (uint)folded[position] << 16 | folded[position + 1];
                    break;
                case Kind.Letter:
                    var end = position + 1;
                    while (end < folded.Length && kinds[folded[end]] == Kind.Letter)
                        end++;
                    var word = folded[position..end];
                    position = end - 1;
                    if (word.Length < ShortestWord)
                        continue;
                    key = Hash(word);
                    break;
                default:
                    continue;
            }

            ref var slot = ref SlotOf(key);
            if (slot.Key == 0)
                slot = ref Take(ref slot, key);
            if (slot.Round == round)
                continue;
            slot.Round = round;
            found[length++] = slot.Number;
        }

        return found[..length];
    }

    ref Slot Take(ref Slot slot, uint key)
    {
        if (Count == slots / 2)
        {
            Grow();
            slot = ref SlotOf(key);
        }

        (slot.Key, slot.Number) = (key, Count++);
        return ref slot;
    }

    /// <summary>The slot that holds a key, or the empty one that it belongs in.</summary>
    ref Slot SlotOf(uint key)
    {
        var place = (int)(key * 0x9E37_79B1 >> (BitOperations.LeadingZeroCount((uint)slots) + 1));
        while (table[place].Key != key && table[place].Key != 0)
            place = (place + 1) & (slots - 1);
        return ref table[place];
    }

    void Grow()
    {
        var (old, oldSlots) = (table, slots);
        slots *= 2;
        table = Rent(slots);
        foreach (ref readonly var slot in old.AsSpan(0, oldSlots))
        {
            if (slot.Key != 0)
                SlotOf(slot.Key) = slot;
        }

        ArrayPool<Slot>.Shared.Return(old);
    }

    static Slot[] Rent(int length)
    {
        var array = ArrayPool<Slot>.Shared.Rent(length);
        Array.Clear(array, 0, length);
        return array;
    }

    static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var unit in word)
            hash = (hash ^ unit) * 16777619;
        return Math.Max(1, hash & WordKeys);
    }

    static Kind[] KindsOfUnits()
    {
        var kinds = new Kind[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
            kinds[unit] = HanCharacter.Is((char)unit) ? Kind.Han : char.IsLetterOrDigit((char)unit) ? Kind.Letter : Kind.Other;
        foreach (var unit in FunctionCharacters)
            kinds[unit] = Kind.FunctionHan;
        return kinds;
    }
}
