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

    // Made when they are asked for: most never are.
    readonly NumberRow?[] rows;
    readonly (float Alone, float Least)[] costsOfWords;

    // What a word costs by itself is told from these once it is asked for; not a number until then.
    readonly byte* frequencies;
    readonly int[] slotOfWord;

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
        frequencies = file.ReadArray<byte>(words);
        slotOfWord = new int[words];
        costsOfWords = new (float, float)[words + 1];
        Array.Fill(costsOfWords, (float.NaN, Unknown));
        numberOfSlot = new ushort[WordTable.BuiltIn.SlotCount];
        for (var word = 0; word < words; word++)
        {
            var slot = WordTable.BuiltIn.SlotOf(text[..lengths[word]]);
            if (lengths[word] == 1)
                numberOfUnit[text[0]] = (ushort)(word + 1);
            else if (slot >= 0)
                numberOfSlot[slot] = (ushort)(word + 1);
            slotOfWord[word] = slot;
            text = text[lengths[word]..];
        }

        for (var digit = '1'; digit <= '9'; digit++)
            numberOfUnit[digit] = numberOfUnit['0'];
        rows = new NumberRow?[words + 1];
        rows[0] = NumberRow.Empty;
        var leastOfWords = new short[words];
        Array.Fill(leastOfWords, short.MaxValue);
        for (var pair = 0; pair < pairs; pair++)
        {
            ref var least = ref leastOfWords[seconds[pair]];
            if (costs[pair] < least)
                least = costs[pair];
        }

        for (var word = 0; word < words; word++)
            costsOfWords[word + 1].Least = leastOfWords[word] == short.MaxValue ? Unknown : leastOfWords[word] / StepsPerNat;
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float AloneCost(int number) => costsOfWords[number].Alone is var cost && float.IsNaN(cost) ? TellAlone(number) : cost;

    /// <summary>The words that were counted behind one: which (<see cref="NumberRow.MayHold(int)"/>), and their <see cref="Cost"/>.</summary>
    public NumberRow RowOf(int first) => rows[first] ?? MakeRow(first);

    /// <summary>What a word costs behind the row's first one, in nats.</summary>
    public static float Cost(NumberRow row, int second) => row.ValueOf(second) is var cost and >= 0 ? cost / StepsPerNat : Unknown;

    float TellAlone(int number)
    {
        var slot = slotOfWord[number - 1];
        var listed = slot < 0 ? 0 : Math.Exp(-WordTable.BuiltIn.CostAt(slot) / (double)WordTable.CostScale);
        return costsOfWords[number].Alone = (float)-Math.Log((Math.Exp(-frequencies[number - 1] / (double)StepsPerNat) + listed) / 2);
    }

    // Two threads may make one row twice; either will do.
    NumberRow MakeRow(int first)
    {
        var (start, end) = (starts[first - 1], starts[first]);
        var row = new NumberRow((int)(end - start));
        for (var pair = start; pair < end; pair++)
            row.Add(seconds[pair] + 1, costs[pair]);
        Volatile.Write(ref rows[first], row);
        return row;
    }
}
