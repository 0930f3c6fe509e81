using System.Runtime.CompilerServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// What a word costs behind another one in ordinary text, from <c>bigrams.bin</c>, and which word is which in the dictionary, from <c>numbers.bin</c> (made by
/// <c>tools/tables/build_pairs.py</c> and <c>build_slips.py</c>; docs/formats.md describes the layouts): only pairs that were counted are in it. Words have numbers, 0 where nothing is known of one. Any
/// digit stands for a number.
/// </summary>
internal sealed unsafe class WordPairTable
{
    /// <summary>In place of a cost: the pair is not in the table.</summary>
    public const float Unknown = float.PositiveInfinity;

    const float StepsPerNat = 16;

    static readonly Lazy<WordPairTable> Shared = new(() => new(TableFile.Open("bigrams.bin", "BIGR"u8, 1), TableFile.Open("numbers.bin", "NUMB"u8, 1)));

    readonly uint* starts;
    readonly ushort* seconds;
    readonly byte* costs;

    // Of each word what it costs by itself, by half as often as it was counted here, by half as the dictionary has it; and behind the one that it is likeliest behind.
    readonly (float Alone, float Least)* costsOfWords;
    readonly RankedPlaces numberedSlots;
    readonly ushort* numbersOfSlots;
    readonly ushort* numberOfUnit;

    // Made when they are asked for: most never are.
    readonly NumberRow[] rows;

    WordPairTable(TableFile file, TableFile numbers)
    {
        var words = file.Read<int>();
        var pairs = file.Read<int>();
        var units = file.Read<int>();
        starts = file.ReadArray<uint>(words + 1);
        file.ReadArray<char>(units);
        seconds = file.ReadArray<ushort>(pairs);
        file.ReadArray<byte>(words);
        costs = file.ReadArray<byte>(pairs);
        rows = new NumberRow[words + 1];
        rows[0] = NumberRow.Empty;
        var slots = numbers.Read<int>();
        var numbered = numbers.Read<int>();
        costsOfWords = numbers.ReadArray<(float, float)>(words + 1);
        numberedSlots = new(numbers.ReadArray<ulong>(RankedPlaces.GroupsOf(slots)), slots);
        numberOfUnit = numbers.ReadArray<ushort>(char.MaxValue + 1);
        numbersOfSlots = numbers.ReadArray<ushort>(numbered);
    }

    /// <summary>The built-in table.</summary>
    public static WordPairTable BuiltIn => Shared.Value;

    /// <summary>The number of a word of several units, by its slot in the dictionary.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NumberOfSlot(int slot) => numberedSlots.NumberOf(slot) is var place and >= 0 ? numbersOfSlots[place] : 0;

    /// <summary>The number of a word of one unit, by its search key.</summary>
    public int NumberOf(char key) => numberOfUnit[key];

    /// <summary>What a word costs behind the one that it is likeliest behind.</summary>
    public float LeastCost(int second) => costsOfWords[second].Least;

    /// <summary>What a word costs by itself.</summary>
    public float AloneCost(int number) => costsOfWords[number].Alone;

    /// <summary>The words that were counted behind one: which (<see cref="NumberRow.MayHold(int)"/>), and their <see cref="Cost"/>.</summary>
    public NumberRow RowOf(int first) => rows[first] is { IsMade: true } row ? row : MakeRow(first);

    /// <summary>What a word costs behind the row's first one, in nats.</summary>
    public static float Cost(NumberRow row, int second) => row.ValueOf(second) is var cost and >= 0 ? cost / StepsPerNat : Unknown;

    // Two threads may make one row twice; either will do.
    NumberRow MakeRow(int first)
    {
        var (start, end) = (starts[first - 1], starts[first]);
        var row = new NumberRow((int)(end - start));
        for (var pair = start; pair < end; pair++)
            row.Add(seconds[pair] + 1, costs[pair]);
        return NumberRow.Publish(row, ref rows[first]);
    }
}
