using Tanyuan.Text.Repairing.ByteSlips.Kernels;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Tells which of many characters words of the dictionary go on with: a byte for each slot of the double array tells its parent, so few that they stay in the processor's
/// cache, and those of one node stand near each other. What passes is looked up in the dictionary. A slip lattice asks of ten million characters that no word goes on with.
/// </summary>
internal static class WordChildren
{
    static readonly byte[] Parents = ParentsOf(WordTable.BuiltIn);

    /// <summary>The places of those characters that words may go on with; at most 256 are asked for.</summary>
    /// <param name="nodeBase">The base of what the words begin with, in the dictionary.</param>
    /// <param name="options">The characters.</param>
    /// <param name="places">Where their places are written.</param>
    /// <returns>How many places were written.</returns>
    public static int Among(int nodeBase, SlipOptions options, Span<byte> places) => ParentBytes.Find(Parents, nodeBase, options.Codes, places);

    static byte[] ParentsOf(WordTable words)
    {
        // A base lies in the table, the slots of its codes may lie behind it.
        var parents = new byte[words.SlotCount + ushort.MaxValue + 1 + ParentBytes.Padding];
        for (var place = 0; place < words.SlotCount; place++)
        {
            if (words.CodeAt(place) is var code and not 0)
                parents[place] = ParentBytes.Of(place - code);
        }

        return parents;
    }
}
