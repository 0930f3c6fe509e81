using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// What a word costs behind another one in ordinary text, from <c>bigrams.bin</c> (made by <c>tools/tables/build_pairs.py</c>; docs/formats.md describes
/// the layout): only pairs that were counted are in it. Words have numbers, 0 where nothing is known of one. Any
/// digit stands for a number.
/// </summary>
internal sealed unsafe class WordPairTable
{
    /// <summary>In place of a cost: the pair is not in the table.</summary>
    public const float Unknown = float.PositiveInfinity;

    const float StepsPerNat = 16;
    const uint Factor = 0x9E3779B1;

    static readonly Lazy<WordPairTable> Shared = new(() => new(TableFile.Open("bigrams.bin", "BIGR"u8, 1)));

    readonly ushort[] numberOfSlot;
    readonly ushort[] numberOfUnit = new ushort[char.MaxValue + 1];
    readonly ulong[] slots;
    readonly float[] leasts;
    readonly float[] alone;
    readonly int shift;

    WordPairTable(TableFile file)
    {
        var words = file.Read<int>();
        var pairs = file.Read<int>();
        var units = file.Read<int>();
        var starts = file.ReadArray<uint>(words + 1);
        var text = new ReadOnlySpan<char>(file.ReadArray<char>(units), units);
        var seconds = file.ReadArray<ushort>(pairs);
        var lengths = file.ReadArray<byte>(words);
        var costs = file.ReadArray<byte>(pairs);
        var frequencies = file.ReadArray<byte>(words);
        alone = new float[words + 1];

        numberOfSlot = new ushort[WordTable.BuiltIn.SlotCount];
        for (var word = 0; word < words; word++)
        {
            var slot = WordTable.BuiltIn.SlotOf(text[..lengths[word]]);
            if (lengths[word] == 1)
                numberOfUnit[text[0]] = (ushort)(word + 1);
            else if (slot >= 0)
                numberOfSlot[slot] = (ushort)(word + 1);
            var listed = slot < 0 ? 0 : Math.Exp(-WordTable.BuiltIn.CostAt(slot) / (double)WordTable.CostScale);
            alone[word + 1] = (float)-Math.Log((Math.Exp(-frequencies[word] / (double)StepsPerNat) + listed) / 2);
            text = text[lengths[word]..];
        }

        for (var digit = '1'; digit <= '9'; digit++)
            numberOfUnit[digit] = numberOfUnit['0'];
        shift = 32 - BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)pairs * 2));
        slots = new ulong[1 << (32 - shift)];
        leasts = new float[words + 1];
        Array.Fill(leasts, Unknown);
        for (var first = 0; first < words; first++)
        {
            for (var pair = starts[first]; pair < starts[first + 1]; pair++)
            {
                var key = Key(first + 1, seconds[pair] + 1);
                slots[Place(key)] = ((ulong)key << 32) | costs[pair];
                leasts[seconds[pair] + 1] = Math.Min(leasts[seconds[pair] + 1], costs[pair] / StepsPerNat);
            }
        }
    }

    /// <summary>The built-in table.</summary>
    public static WordPairTable BuiltIn => Shared.Value;

    /// <summary>The number of a word of several units, by its slot in the dictionary.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NumberOfSlot(int slot) => numberOfSlot[slot];

    /// <summary>The number of a word of one unit, by its search key.</summary>
    public int NumberOf(char key) => numberOfUnit[key];

    /// <summary>What a word costs behind the one that it is likeliest behind.</summary>
    public float LeastCost(int second) => leasts[second];

    /// <summary>What a word costs by itself: by half as often as it was counted here, by half as the dictionary has it.</summary>
    public float AloneCost(int number) => alone[number];

    /// <summary>What a word costs behind another, in nats.</summary>
    public float Cost(int first, int second)
    {
        if (first == 0 || second == 0)
            return Unknown;
        var slot = slots[Place(Key(first, second))];
        return slot == 0 ? Unknown : (uint)slot / StepsPerNat;
    }

    static uint Key(int first, int second) => ((uint)first << 16) | (uint)second;

    uint Place(uint key)
    {
        var mask = (uint)slots.Length - 1;
        var place = (key * Factor) >> shift;
        while (slots[place] != 0 && (uint)(slots[place] >> 32) != key)
            place = (place + 1) & mask;
        return place;
    }
}
