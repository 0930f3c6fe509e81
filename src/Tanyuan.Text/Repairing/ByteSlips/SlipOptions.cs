using Tanyuan.Text.Repairing.ByteSlips.Kernels;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>The characters that the known bytes allow on an edge; what is looked at in all of them stands side by side.</summary>
internal sealed class SlipOptions
{
    /// <summary>No characters.</summary>
    public static readonly SlipOptions None = new([]);

    /// <summary>A list of characters.</summary>
    public SlipOptions(SlipOption[] items) => (Items, Codes, Keys, Lanes, Signs) =
        (items, Array.ConvertAll(items, option => option.Code), Array.ConvertAll(items, option => option.Key), items.Length < PassingOptions.Count ? SlipLanes.None : new(items), items.Aggregate(0ul, (all, option) => all | GbkPairs.Table.Signs(option.Character)));

    /// <summary>The characters.</summary>
    public SlipOption[] Items { get; }

    /// <summary>Their codes in the dictionary.</summary>
    public ushort[] Codes { get; }

    /// <summary>Their search keys.</summary>
    public char[] Keys { get; }

    /// <summary>What tells that they cost too much; of shorter lists than <see cref="PassingOptions"/> asks about, nothing.</summary>
    public SlipLanes Lanes { get; }

    /// <summary>The signs of all their bytes (see <see cref="GbkPairs.Signs"/>).</summary>
    public ulong Signs { get; }
}
