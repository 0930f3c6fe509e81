using System.Buffers;
using System.Numerics;
using Tanyuan.Text.Tables;

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

    const byte Other = 0;
    const byte Han = 1;
    const byte Letter = 2;

    static readonly UnitKinds Kinds = new(KindsOfUnits());

    // A table of twice as many slots as there may be terms before it grows.
    const int FewestSlots = 512;
    const int MostSlotsAtFirst = 4096;

    int slots;
    Slot[] table;
    uint[] sought = [];
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

    /// <summary>How many terms are known.</summary>
    public int Count { get; private set; }

    public void Dispose()
    {
        ArrayPool<Slot>.Shared.Return(table);
        ArrayPool<uint>.Shared.Return(sought);
        ArrayPool<int>.Shared.Return(found);
    }

    /// <summary>The numbers of the distinct terms of a folded text.</summary>
    public int[] Of(ReadOnlySpan<char> folded) => LookUp(folded).ToArray();

    /// <summary>The same ones, until the next text is asked for.</summary>
    public ReadOnlySpan<int> LookUp(ReadOnlySpan<char> folded)
    {
        round++;
        if (sought.Length < folded.Length)
            Widen(folded.Length);
        var length = 0;
        foreach (var key in sought.AsSpan(0, Keys(folded, sought)))
        {
            ref var slot = ref SlotOf(key);
            if (slot.Key == 0)
                slot = ref Take(ref slot, key);
            found[length] = slot.Number;
            length += slot.Round == round ? 0 : 1;
            slot.Round = round;
        }

        return found.AsSpan(0, length);
    }

    void Widen(int length)
    {
        ArrayPool<uint>.Shared.Return(sought);
        ArrayPool<int>.Shared.Return(found);
        sought = ArrayPool<uint>.Shared.Rent(Math.Max(FewestSlots, 2 * length));
        found = ArrayPool<int>.Shared.Rent(Math.Max(FewestSlots, 2 * length));
    }

    /// <summary>Writes the keys of the terms of a text and returns how many there are. What is no pair is written, too, and written over: that spares a branch nobody can foresee.</summary>
    static int Keys(ReadOnlySpan<char> folded, Span<uint> keys)
    {
        var kinds = Kinds;
        var (count, position) = (0, 0);
        var before = '\0';
        var kindBefore = (int)Other;
        while (true)
        {
            for (; position < folded.Length; position++)
            {
                var unit = folded[position];
                var kind = kinds.Of(unit);
                if (kind == Letter)
                    break;
                keys[count] = (uint)before << 16 | unit;
                count += kindBefore & kind;
                (before, kindBefore) = (unit, kind);
            }

            if (position == folded.Length)
                return count;
            var word = position;
            while (position < folded.Length && kinds.Of(folded[position]) == Letter)
                position++;
            if (position - word >= ShortestWord)
                keys[count++] = Hash(folded[word..position]);
            kindBefore = Other;
        }
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

    static byte[] KindsOfUnits()
    {
        var kinds = new byte[char.MaxValue + 1];
        for (var unit = 0; unit < kinds.Length; unit++)
            kinds[unit] = HanCharacter.Is((char)unit) ? Han : char.IsLetterOrDigit((char)unit) ? Letter : Other;
        foreach (var unit in FunctionCharacters)
            kinds[unit] = Other;
        return kinds;
    }
}
