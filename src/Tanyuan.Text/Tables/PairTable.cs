namespace Tanyuan.Text.Tables;

/// <summary>
/// How much likelier one character begins a word behind another that ends one than chance has it, from <c>pairs.bin</c>
/// (made by <c>tools/tables/build_pairs.py</c>; docs/formats.md describes the layout). Characters are search keys.
/// </summary>
internal sealed unsafe class PairTable
{
    /// <summary>No affinity is greater.</summary>
    public const double MostAffinity = sbyte.MaxValue / StepsPerNat;

    const double StepsPerNat = 16;

    // Made when they are asked for: most never are.
    readonly NumberRow[] rows;
    readonly ushort[] rowOf = new ushort[char.MaxValue + 1];
    readonly sbyte[] most = new sbyte[char.MaxValue + 1];
    readonly uint* starts;
    readonly char* seconds;
    readonly sbyte* scores;

    PairTable(TableFile file)
    {
        var firstCount = file.Read<int>();
        var entries = file.Read<int>();
        starts = file.ReadArray<uint>(firstCount + 1);
        var firsts = file.ReadArray<char>(firstCount);
        seconds = file.ReadArray<char>(entries);
        scores = file.ReadArray<sbyte>(entries);
        rows = new NumberRow[firstCount + 1];
        rows[0] = NumberRow.Empty;
        for (var first = 0; first < firstCount; first++)
            rowOf[firsts[first]] = (ushort)(first + 1);
        for (var place = 0; place < entries; place++)
            most[seconds[place]] = Math.Max(most[seconds[place]], scores[place]);
    }

    /// <summary>The built-in table.</summary>
    public static PairTable BuiltIn { get; } = new(TableFile.Open("pairs.bin", "PAIR"u8, 1));

    /// <summary>The greatest affinity of a character for any that it may follow; 0 where it follows none more often than by chance.</summary>
    public double MostBehindAny(char second) => most[second] / StepsPerNat;

    /// <summary>What is known of pairs with a first character: which second ones (<see cref="NumberRow.MayHold(int)"/>), and <see cref="Affinity"/>.</summary>
    public NumberRow RowOf(char first) => rows[rowOf[first]] is { IsMade: true } row ? row : MakeRow(rowOf[first]);

    /// <summary>The logarithm of how much likelier than by chance a second character follows the row's first one; 0 where nothing is known.</summary>
    public static double Affinity(NumberRow row, char second) => row.ValueOf(second) is var score and >= 0 ? (score + sbyte.MinValue) / StepsPerNat : 0;

    // Two threads may make one row twice; either will do.
    NumberRow MakeRow(int number)
    {
        var (start, end) = (starts[number - 1], starts[number]);
        var row = new NumberRow((int)(end - start));
        for (var place = start; place < end; place++)
            row.Add(seconds[place], (byte)(scores[place] - sbyte.MinValue));
        return NumberRow.Publish(row, ref rows[number]);
    }
}
