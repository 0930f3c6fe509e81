using Tanyuan.Text.Repairing.ByteSlips.Kernels;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// What tells of many characters at a time that they cost too much, side by side. Behind the last one stand some that cost more than anything, up to a whole block
/// of <see cref="PassingOptions"/>.
/// </summary>
internal sealed class SlipLanes
{
    /// <summary>Of no characters.</summary>
    public static readonly SlipLanes None = new([]);

    /// <summary>Puts a list of characters side by side.</summary>
    public SlipLanes(SlipOption[] items)
    {
        var length = (items.Length + PassingOptions.Count - 1) / PassingOptions.Count * PassingOptions.Count;
        (Keys, Words, Alone, AtBorder, Least) = (new ushort[length], new ushort[length], new float[length], new float[length], new float[length]);
        Array.Fill(Alone, float.PositiveInfinity);
        Array.Fill(AtBorder, float.PositiveInfinity);
        Array.Fill(Least, float.PositiveInfinity);
        for (var place = 0; place < items.Length; place++)
        {
            ref readonly var item = ref items[place];
            (Keys[place], Words[place]) = (item.Key, item.Word);
            (Alone[place], AtBorder[place], Least[place]) = (item.Form + item.Single, item.Form + item.Single + item.Border, item.Form + item.Least);
        }
    }

    /// <summary>Their search keys.</summary>
    public ushort[] Keys { get; }

    /// <summary>Their numbers in <see cref="Tables.WordPairTable"/>.</summary>
    public ushort[] Words { get; }

    /// <summary>What they cost by themselves, borders apart; less for what is no Chinese character.</summary>
    public float[] Alone { get; }

    /// <summary>What they cost at least with the border before them, where the page does not hold them.</summary>
    public float[] AtBorder { get; }

    /// <summary>What they cost at least behind another word by the pairs of words that were counted.</summary>
    public float[] Least { get; }
}
