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

    static readonly Lazy<WordPairTable> Shared = new(() => new(TableFile.Open("bigrams.bin", "BIGR"u8, 1)));

    readonly ushort[] numberOfSlot;
    readonly ushort[] numberOfUnit = new ushort[char.MaxValue + 1];
    readonly uint* starts;
    readonly ushort* seconds;
    readonly byte* costs;
    readonly RowFilter filter;
    readonly (float Alone, float Least)[] costsOfWords;

    WordPairTable(TableFile file)
    {
        var words = file.Read<int>();
        var pairs = file.Read<int>();
        var units = file.Read<int>();
        starts = file.ReadArray<uint>(words + 1);
        var text = new ReadOnlySpan<char>(file.ReadArray<char>(units), units);
        seconds = file.ReadArray<ushort>(pairs);
        var lengths = file.ReadArray<byte>(words);
        costs = file.ReadArray<byte>(pairs);
        var frequencies = file.ReadArray<byte>(words);
        costsOfWords = new (float, float)[words + 1];
        Array.Fill(costsOfWords, (0, Unknown));
        numberOfSlot = new ushort[WordTable.BuiltIn.SlotCount];
        for (var word = 0; word < words; word++)
        {
            var slot = WordTable.BuiltIn.SlotOf(text[..lengths[word]]);
            if (lengths[word] == 1)
                numberOfUnit[text[0]] = (ushort)(word + 1);
            else if (slot >= 0)
                numberOfSlot[slot] = (ushort)(word + 1);
            var listed = slot < 0 ? 0 : Math.Exp(-WordTable.BuiltIn.CostAt(slot) / (double)WordTable.CostScale);
            costsOfWords[word + 1].Alone = (float)-Math.Log((Math.Exp(-frequencies[word] / (double)StepsPerNat) + listed) / 2);
            text = text[lengths[word]..];
        }

        for (var digit = '1'; digit <= '9'; digit++)
            numberOfUnit[digit] = numberOfUnit['0'];
        var counts = new int[words + 1];
        for (var first = 0; first < words; first++)
            counts[first + 1] = (int)(starts[first + 1] - starts[first]);
        filter = new(counts);
        for (var first = 0; first < words; first++)
        {
            for (var pair = starts[first]; pair < starts[first + 1]; pair++)
            {
                filter.Add(first + 1, seconds[pair] + 1);
                ref var least = ref costsOfWords[seconds[pair] + 1].Least;
                least = Math.Min(least, costs[pair] / StepsPerNat);
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
    public float LeastCost(int second) => costsOfWords[second].Least;

    /// <summary>What a word costs by itself: by half as often as it was counted here, by half as the dictionary has it.</summary>
    public float AloneCost(int number) => costsOfWords[number].Alone;

    /// <summary>Whether a pair of words may be in the table; nearly all others are told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(int first, int second) => filter.MayHold(first, second);

    /// <summary>What a word costs behind another, in nats.</summary>
    public float Cost(int first, int second)
    {
        if (!filter.MayHold(first, second))
            return Unknown;
        var start = starts[first - 1];
        var index = new ReadOnlySpan<ushort>(seconds + start, (int)(starts[first] - start)).BinarySearch((ushort)(second - 1));
        return index < 0 ? Unknown : costs[start + (uint)index] / StepsPerNat;
    }
}
