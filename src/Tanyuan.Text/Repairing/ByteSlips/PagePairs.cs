using System.Numerics;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// How often the Chinese characters of a page, and the pairs of neighbouring ones, stand on it, by their search keys. The tables are used again
/// for the next page, for clearing them costs less than making them.
/// </summary>
internal sealed class PagePairs
{
    const int FewestSlots = 256;

    readonly int[] singles = new int[char.MaxValue + 1];
    readonly CharacterSet holds = new();
    readonly CharacterSet begins = new();
    readonly ulong[] behind = new ulong[char.MaxValue + 1];
    ulong[] slots = new ulong[FewestSlots];
    string page = "";
    int shift;

    /// <summary>How many Chinese characters the page has.</summary>
    public int Length { get; private set; }

    /// <summary>Counts another page.</summary>
    public void Count(string text)
    {
        foreach (var unit in page)
        {
            var key = TextFolder.Fold(unit);
            singles[key] = 0;
            holds.Remove(key);
            begins.Remove(key);
            behind[key] = 0;
        }

        page = text;
        Length = 0;
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestSlots, 2 * text.Length));
        if (slots.Length < capacity)
            slots = new ulong[capacity];
        else
            slots.AsSpan(0, capacity).Clear();
        shift = 32 - BitOperations.Log2((uint)capacity);
        var before = '\0';
        foreach (var unit in text)
        {
            var key = UnitClasses.Of(unit) == UnitClass.Han ? TextFolder.Fold(unit) : '\0';
            if (key != 0)
            {
                Length++;
                singles[key]++;
                holds.Add(key);
                if (before != 0)
                {
                    begins.Add(before);
                    behind[before] |= WordChildren.SignsOf(key);
                    ref var slot = ref SlotOf(before, key);
                    slot = ((ulong)PairKey(before, key) << 32) | (uint)((int)slot + 1);
                }
            }

            before = key;
        }
    }

    /// <summary>How often a character stands on the page.</summary>
    public int CountOf(char key) => singles[key];

    /// <summary>Whether a character stands on the page.</summary>
    public bool Holds(char key) => holds.Contains(key);

    /// <summary>Whether a character stands before another.</summary>
    public bool Begins(char first) => begins.Contains(first);

    /// <summary>The signs of the bytes of all characters that stand behind another, in any of their forms; 0 where none does.</summary>
    public ulong SignsBehind(char first) => behind[first];

    /// <summary>How often a character stands before another.</summary>
    public int CountOf(char first, char second) => (int)SlotOf(first, second);

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
}
