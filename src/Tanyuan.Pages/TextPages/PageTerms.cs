using System.Numerics;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// The vocabulary of a page without a dictionary: pairs of neighbouring Han characters, and whole Latin words or numbers, each numbered
/// from 0 in the order of the page. Pairs with a function character are left out, since every text has them. Numbers instead of sets make
/// counting over lines an array's work. Two Latin words with one 32-bit hash are one term. Not thread-safe; one for each page.
/// </summary>
internal sealed class PageTerms
{
    const string FunctionCharacters = "的了在是和与及也都就而但或这那其之以于为被把将对从到向并且又还很更最不没有我你他她它们个一上下中年月日时说会可能要着过等此所";
    const int ShortestWord = 3;

    // A Han pair begins with 3400 or more, so a hash below that is never one.
    const uint WordKeys = 0x33FF_FFFF;

    static readonly Kind[] Kinds = KindsOfUnits();

    uint[] keys = new uint[2048];
    int[] numbers = new int[2048];
    int[] lastSeen = new int[1024];
    int[] found = new int[256];
    int round;

    enum Kind : byte
    {
        Other,
        Han,
        FunctionHan,
        Letter,
    }

    /// <summary>How many terms are known.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers of the distinct terms of a folded text.</summary>
    public int[] Of(ReadOnlySpan<char> folded)
    {
        round++;
        var length = 0;
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

            var number = NumberOf(key);
            if (lastSeen[number] == round)
                continue;
            lastSeen[number] = round;
            if (length == found.Length)
                Array.Resize(ref found, 2 * length);
            found[length++] = number;
        }

        return found[..length];
    }

    int NumberOf(uint key)
    {
        var mask = keys.Length - 1;
        var slot = (int)(key * 0x9E37_79B1 >> BitOperations.LeadingZeroCount((uint)mask));
        for (; keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
                return numbers[slot];
        }

        if (Count == lastSeen.Length)
        {
            Grow();
            return NumberOf(key);
        }

        keys[slot] = key;
        numbers[slot] = Count;
        return Count++;
    }

    void Grow()
    {
        var (oldKeys, oldNumbers) = (keys, numbers);
        keys = new uint[2 * oldKeys.Length];
        numbers = new int[2 * oldKeys.Length];
        Array.Resize(ref lastSeen, 2 * lastSeen.Length);
        var mask = keys.Length - 1;
        for (var old = 0; old < oldKeys.Length; old++)
        {
            if (oldKeys[old] == 0)
                continue;
            var slot = (int)(oldKeys[old] * 0x9E37_79B1 >> BitOperations.LeadingZeroCount((uint)mask));
            while (keys[slot] != 0)
                slot = (slot + 1) & mask;
            (keys[slot], numbers[slot]) = (oldKeys[old], oldNumbers[old]);
        }
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
