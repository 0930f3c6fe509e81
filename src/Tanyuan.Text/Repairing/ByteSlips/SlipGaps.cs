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
        var lists = new SlipOptions[GbkPairs.Table.BlankClasses.Length];
        for (var blankClass = 0; blankClass < lists.Length; blankClass++)
            lists[blankClass] = alphabet.EndingBlank(first, blankClass);
        Classes = [.. Enumerable.Range(0, lists.Length).Where(blankClass => lists[blankClass].Items.Length > 0)];
        var count = lists.Sum(list => list.Items.Length);
        var items = new SlipOption[count];
        (EdgeOfPlace, PlaceOnEdge) = (new byte[count], new byte[count]);
        var next = 0;
        for (var edge = 0; edge < Classes.Length; edge++)
        {
            for (var place = 0; place < lists[Classes[edge]].Items.Length; place++, next++)
                (items[next], EdgeOfPlace[next], PlaceOnEdge[next]) = (lists[Classes[edge]].Items[place], (byte)edge, (byte)place);
        }

        Options = new(items);
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
