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
        (Codes, EdgeOfPlace, PlaceOnEdge) = (new ushort[count], new byte[count], new byte[count]);
        var next = 0;
        for (var edge = 0; edge < Classes.Length; edge++)
        {
            var codes = lists[Classes[edge]].Codes;
            for (var place = 0; place < codes.Length; place++, next++)
                (Codes[next], EdgeOfPlace[next], PlaceOnEdge[next]) = (codes[place], (byte)edge, (byte)place);
            Signs |= lists[Classes[edge]].Signs;
        }
    }

    /// <summary>The classes that have such a character: each of them has an edge.</summary>
    public int[] Classes { get; }

    /// <summary>The characters' codes in the dictionary.</summary>
    public ushort[] Codes { get; }

    /// <summary>The signs of all their bytes (see <see cref="GbkPairs.Signs"/>).</summary>
    public ulong Signs { get; }

    /// <summary>For each character, which of the edges it stands on.</summary>
    public byte[] EdgeOfPlace { get; }

    /// <summary>For each character, its place among the options of that edge.</summary>
    public byte[] PlaceOnEdge { get; }
}
