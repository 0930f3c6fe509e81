using System.Runtime.CompilerServices;

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

    readonly RowFilter filter;
    readonly ushort[] rowOf = new ushort[char.MaxValue + 1];
    readonly uint* starts;
    readonly char* seconds;
    readonly sbyte* scores;

    PairTable(TableFile file)
    {
        var rows = file.Read<int>();
        var entries = file.Read<int>();
        starts = file.ReadArray<uint>(rows + 1);
        var firsts = file.ReadArray<char>(rows);
        seconds = file.ReadArray<char>(entries);
        scores = file.ReadArray<sbyte>(entries);
        var counts = new int[char.MaxValue + 1];
        for (var row = 0; row < rows; row++)
        {
            rowOf[firsts[row]] = (ushort)(row + 1);
            counts[firsts[row]] = (int)(starts[row + 1] - starts[row]);
        }

        filter = new(counts);
        for (var row = 0; row < rows; row++)
        {
            for (var place = starts[row]; place < starts[row + 1]; place++)
                filter.Add(firsts[row], seconds[place]);
        }
    }

    /// <summary>The built-in table.</summary>
    public static PairTable BuiltIn { get; } = new(TableFile.Open("pairs.bin", "PAIR"u8, 1));

    /// <summary>Whether something may be known of a pair; of nearly all others nothing is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(char first, char second) => filter.MayHold(first, second);

    /// <summary>The logarithm of how much likelier than by chance <paramref name="second"/> follows; 0 where nothing is known.</summary>
    public double Affinity(char first, char second)
    {
        if (!filter.MayHold(first, second))
            return 0;
        var row = rowOf[first];
        var start = starts[row - 1];
        var index = new ReadOnlySpan<char>(seconds + start, (int)(starts[row] - start)).BinarySearch(second);
        return index < 0 ? 0 : scores[start + (uint)index] / StepsPerNat;
    }
}
