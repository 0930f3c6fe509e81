using Tanyuan.Text.Decoding.Kernels;

namespace Tanyuan.Text.Decoding;

/// <summary>
/// What each character costs in each language: rows with a cost for each language, and the number of each character's row. Most characters share the row of what costs the
/// same in every language: what none lists, ASCII, noise.
/// </summary>
internal sealed class CharacterCosts
{
    const int FirstCapacity = 1 << 14;

    readonly ushort[] rowOf = new ushort[char.MaxValue + 1];
    byte[] rows = new byte[FirstCapacity * CostRows.Columns];
    int count;
    int shared;

    /// <summary>Begins with characters that no language lists.</summary>
    /// <param name="unlisted">What such a character costs in each language.</param>
    public CharacterCosts(ReadOnlySpan<byte> unlisted)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unlisted.Length, CostRows.Columns, nameof(unlisted));
        unlisted.CopyTo(rows);
        shared = ++count;
    }

    /// <summary>The costs of a character that no language lists.</summary>
    public ReadOnlySpan<byte> Unlisted => rows.AsSpan(0, CostRows.Columns);

    /// <summary>Gives ranges of characters a row that they share, in which they cost the same in every language. Before any costs are set.</summary>
    public void Share(byte cost, params ReadOnlySpan<(char First, char Last)> ranges)
    {
        var row = NewRow();
        rows.AsSpan(row * CostRows.Columns, CostRows.Columns).Fill(cost);
        foreach (var (first, last) in ranges)
            rowOf.AsSpan(first, last - first + 1).Fill((ushort)row);
        shared = count;
    }

    /// <summary>Sets what a character costs in one language.</summary>
    public void Set(char unit, int language, byte cost)
    {
        if (rowOf[unit] < shared)
        {
            var own = NewRow();
            RowOf(unit).CopyTo(rows.AsSpan(own * CostRows.Columns));
            rowOf[unit] = (ushort)own;
        }

        rows[(rowOf[unit] * CostRows.Columns) + language] = cost;
    }

    /// <summary>The costs of a character, a column for each language.</summary>
    public ReadOnlySpan<byte> RowOf(char unit) => rows.AsSpan(rowOf[unit] * CostRows.Columns, CostRows.Columns);

    /// <summary>Writes what all characters cost in one language.</summary>
    public void CopyTo(Span<byte> table, int language)
    {
        var (all, numbers) = (rows, rowOf);
        for (var unit = 0; unit < numbers.Length; unit++)
            table[unit] = all[(numbers[unit] * CostRows.Columns) + language];
    }

    /// <summary>The cost of a text in one language.</summary>
    public long Of(ReadOnlySpan<char> text, int language)
    {
        long cost = 0;
        foreach (var unit in text)
            cost += rows[(rowOf[unit] * CostRows.Columns) + language];
        return cost;
    }

    /// <summary>Adds the costs of a text to the sums of all languages.</summary>
    public void Add(ReadOnlySpan<char> text, Span<long> sums) => CostRows.Add(rowOf, rows, text, sums);

    int NewRow()
    {
        if ((count + 1) * CostRows.Columns > rows.Length)
            Array.Resize(ref rows, 2 * rows.Length);
        return count++;
    }
}
