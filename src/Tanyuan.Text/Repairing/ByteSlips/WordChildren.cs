using System.Runtime.CompilerServices;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Repairing.ByteSlips.Kernels;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Tells which of many characters words of the dictionary go on with: a byte for each slot of the double array tells its parent, so few that they stay in the processor's
/// cache, and those of one node stand near each other. What passes is looked up in the dictionary. Before that, the bytes of all that goes on behind a node tell in one look that none of the characters does: a slip lattice
/// knows one byte of nearly all its characters.
/// </summary>
internal sealed class WordChildren
{
    readonly ulong[] signsOfKeys = SignsOfAllKeys();

    // A base lies in the table, the slots of its codes may lie behind it.
    readonly byte[] parents;
    readonly ulong[] signsOfChildren;

    WordChildren(WordTable words)
    {
        (parents, signsOfChildren) = (new byte[words.SlotCount + ushort.MaxValue + 1 + ParentBytes.Padding], new ulong[words.SlotCount]);
        var ofCode = new ulong[ushort.MaxValue + 1];
        for (var key = 0; key <= char.MaxValue; key++)
            ofCode[words.Code((char)key)] |= signsOfKeys[key];
        var slots = words.Slots;
        for (var place = 0; place < slots.Length; place++)
        {
            if (WordTable.CodeOf(slots[place]) is not (var code and not 0))
                continue;
            parents[place] = ParentBytes.Of(place - code);
            signsOfChildren[place - code] |= ofCode[code];
        }
    }

    /// <summary>Those of the built-in dictionary.</summary>
    public static WordChildren BuiltIn { get; } = new(WordTable.BuiltIn);

    /// <summary>The places of those characters that words may go on with; at most 256 are asked for.</summary>
    /// <param name="nodeBase">The base of what the words begin with, in the dictionary.</param>
    /// <param name="options">The characters.</param>
    /// <param name="places">Where their places are written.</param>
    /// <returns>How many places were written.</returns>
    public int Among(int nodeBase, SlipOptions options, Span<byte> places) => ParentBytes.Find(parents, nodeBase, options.Codes, places);

    /// <summary>Whether words may go on with a character.</summary>
    /// <param name="nodeBase">The base of what the words begin with, in the dictionary.</param>
    /// <param name="code">The character's code there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBe(int nodeBase, ushort code) => parents[nodeBase + code] == ParentBytes.Of(nodeBase);

    /// <summary>The signs of the bytes of all characters that words go on with behind a node (see <see cref="GbkPairs.Signs"/>); 0 where none goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong SignsBehind(int nodeBase) => signsOfChildren is var all && (uint)nodeBase < (uint)all.Length ? all[nodeBase] : 0;

    /// <summary>For each search key, the signs of the bytes of all characters with it.</summary>
    public ReadOnlySpan<ulong> SignsOfKeys => signsOfKeys;

    static ulong[] SignsOfAllKeys()
    {
        var signs = new ulong[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
            signs[TextFolder.Fold((char)unit)] |= GbkPairs.Table.Signs((char)unit);
        return signs;
    }
}
