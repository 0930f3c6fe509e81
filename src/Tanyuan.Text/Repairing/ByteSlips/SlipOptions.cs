using Tanyuan.Text.Repairing.ByteSlips.Kernels;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>The characters that the known bytes allow on an edge; what is looked at in all of them stands side by side.</summary>
internal sealed class SlipOptions
{
    /// <summary>No characters.</summary>
    public static readonly SlipOptions None = new([]);

    /// <summary>Fewer characters are as soon looked at one by one as many at a time.</summary>
    public const int ShortestList = 3;

    /// <summary>A list of characters.</summary>
    public SlipOptions(SlipOption[] items)
    {
        (Items, Codes, Keys) = (items, new ushort[items.Length], new char[items.Length]);
        for (var place = 0; place < items.Length; place++)
        {
            ref readonly var item = ref items[place];
            (Codes[place], Keys[place]) = (item.Code, item.Key);
            Signs |= GbkPairs.SignsOf(item.Pair);
        }

        Lanes = items.Length < ShortestList ? default : new(items);
    }

    /// <summary>The characters.</summary>
    public SlipOption[] Items { get; }

    /// <summary>Their codes in the dictionary.</summary>
    public ushort[] Codes { get; }

    /// <summary>Their search keys.</summary>
    public char[] Keys { get; }

    /// <summary>What tells that they cost too much; of shorter lists than <see cref="ShortestList"/>, nothing.</summary>
    public SlipLanes Lanes { get; }

    /// <summary>The signs of all their bytes (see <see cref="GbkPairs.Signs"/>).</summary>
    public ulong Signs { get; }
}
