namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// All characters with one first byte behind which a pair may have vanished. A slip lattice has an edge for each class of blank pairs; a word that goes on with such
/// a character is looked for in this one list, which tells the edge.
/// </summary>
internal sealed class SlipGaps
{
    /// <summary>Puts the lists of the classes together.</summary>
    public SlipGaps(int first, SlipAlphabet alphabet)
    {
        SlipOptions[] lists = [.. Enumerable.Range(0, GbkPairs.Table.BlankClasses.Length).Select(blankClass => alphabet.EndingBlank(first, blankClass))];
        Classes = [.. Enumerable.Range(0, lists.Length).Where(blankClass => lists[blankClass].Items.Length > 0)];
        Options = new([.. Classes.SelectMany(blankClass => lists[blankClass].Items)]);
        EdgeOfPlace = [.. Classes.SelectMany((blankClass, edge) => Enumerable.Repeat((byte)edge, lists[blankClass].Items.Length))];
        PlaceOnEdge = [.. Classes.SelectMany(blankClass => Enumerable.Range(0, lists[blankClass].Items.Length)).Select(place => (byte)place)];
    }

    /// <summary>The classes that have such a character: each of them has an edge.</summary>
    public int[] Classes { get; }

    /// <summary>The characters.</summary>
    public SlipOptions Options { get; }

    /// <summary>For each character, which of the edges it stands on.</summary>
    public byte[] EdgeOfPlace { get; }

    /// <summary>For each character, its place among the options of that edge.</summary>
    public byte[] PlaceOnEdge { get; }
}
