namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>The characters that the known bytes allow on an edge, with their search keys side by side.</summary>
internal sealed class SlipOptions
{
    /// <summary>No characters.</summary>
    public static readonly SlipOptions None = new([]);

    /// <summary>A list of characters.</summary>
    public SlipOptions(SlipOption[] items) => (Items, Keys) = (items, Array.ConvertAll(items, option => option.Key));

    /// <summary>The characters.</summary>
    public SlipOption[] Items { get; }

    /// <summary>Their search keys.</summary>
    public char[] Keys { get; }
}
