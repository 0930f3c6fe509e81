using Tanyuan.Text.Folding;
using Tanyuan.Text.Repairing.ByteSlips.Kernels;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Tells which of many characters words of the dictionary go on with: a byte for each slot of the double array tells its parent, so few that they stay in the processor's
/// cache, and those of one node stand near each other. What passes is looked up in the dictionary. Before that, the bytes of all that goes on behind a node tell in one look that none of the characters does: a slip lattice
/// knows one byte of nearly all its characters.
/// </summary>
internal static class WordChildren
{
    static readonly ulong[] OfKeys = SignsOfAllKeys();

    // A base lies in the table, the slots of its codes may lie behind it.
    static readonly byte[] Parents = new byte[WordTable.BuiltIn.SlotCount + ushort.MaxValue + 1 + ParentBytes.Padding];
    static readonly ulong[] SignsOfChildren = new ulong[WordTable.BuiltIn.SlotCount];

    static WordChildren() => TakeIn(WordTable.BuiltIn);

    /// <summary>The places of those characters that words may go on with; at most 256 are asked for.</summary>
    /// <param name="nodeBase">The base of what the words begin with, in the dictionary.</param>
    /// <param name="options">The characters.</param>
    /// <param name="places">Where their places are written.</param>
    /// <returns>How many places were written.</returns>
    public static int Among(int nodeBase, SlipOptions options, Span<byte> places) => ParentBytes.Find(Parents, nodeBase, options.Codes, places);

    /// <summary>The signs of the bytes of all characters that words go on with behind a node (see <see cref="GbkPairs.Signs"/>); 0 where none goes on.</summary>
    public static ulong SignsBehind(int nodeBase) => (uint)nodeBase < (uint)SignsOfChildren.Length ? SignsOfChildren[nodeBase] : 0;

    /// <summary>For each search key, the signs of the bytes of all characters with it.</summary>
    public static ReadOnlySpan<ulong> SignsOfKeys => OfKeys;

    static ulong[] SignsOfAllKeys()
    {
        var signs = new ulong[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
            signs[TextFolder.Fold((char)unit)] |= GbkPairs.Table.Signs((char)unit);
        return signs;
    }

    static void TakeIn(WordTable words)
    {
        var ofCode = new ulong[ushort.MaxValue + 1];
        for (var key = 0; key <= char.MaxValue; key++)
            ofCode[words.Code((char)key)] |= OfKeys[key];
        for (var place = 0; place < words.SlotCount; place++)
        {
            if (words.CodeAt(place) is not (var code and not 0))
                continue;
            Parents[place] = ParentBytes.Of(place - code);
            SignsOfChildren[place - code] |= ofCode[code];
        }
    }
}
