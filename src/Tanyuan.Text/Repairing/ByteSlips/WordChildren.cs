using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Tanyuan.Text.Repairing.ByteSlips.Kernels;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Tells which of many characters words of the dictionary go on with, from <c>children.bin</c> (made by <c>tools/tables/build_slips.py</c>; docs/formats.md describes the
/// layout): a byte for each slot of the double array tells its parent, so few that they stay in the processor's
/// cache, and those of one node stand near each other. What passes is looked up in the dictionary. Before that, the bytes of all that goes on behind a node tell in one look that none of the characters does: a slip lattice
/// knows one byte of nearly all its characters.
/// </summary>
internal sealed unsafe class WordChildren
{
    // A base lies in the table, the slots of its codes may lie behind it.
    readonly byte* parents;
    readonly int length;
    readonly RankedPlaces nodes;
    readonly ulong* signsOfNodes;
    readonly ulong* signsOfKeys;

    WordChildren(TableFile file)
    {
        var slots = file.Read<int>();
        signsOfNodes = file.ReadArray<ulong>(file.Read<int>());
        signsOfKeys = file.ReadArray<ulong>(char.MaxValue + 1);
        nodes = new(file.ReadArray<ulong>(RankedPlaces.GroupsOf(slots)), slots);
        length = slots + ushort.MaxValue + 1 + ParentBytes.Padding;
        parents = file.ReadArray<byte>(length);
    }

    /// <summary>Those of the built-in dictionary.</summary>
    public static WordChildren BuiltIn { get; } = new(TableFile.Open("children.bin", "CHLD"u8, 1));

    /// <summary>The places of those characters that words may go on with; at most 256 are asked for.</summary>
    /// <param name="nodeBase">The base of what the words begin with, in the dictionary.</param>
    /// <param name="codes">The characters' codes there.</param>
    /// <param name="places">Where their places are written.</param>
    /// <returns>How many places were written.</returns>
    public int Among(int nodeBase, ReadOnlySpan<ushort> codes, Span<byte> places) => ParentBytes.Find(new(parents, length), nodeBase, codes, places);

    /// <summary>Whether words may go on with a character.</summary>
    /// <param name="nodeBase">The base of what the words begin with, in the dictionary.</param>
    /// <param name="code">The character's code there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBe(int nodeBase, ushort code) => parents[nodeBase + code] == ParentBytes.Of(nodeBase);

    /// <summary>The signs of the bytes of all characters that words go on with behind a node (see <see cref="GbkPairs.Signs"/>); 0 where none goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong SignsBehind(int nodeBase) => nodes.NumberOf(nodeBase) is var node and >= 0 ? signsOfNodes[node] : 0;

    /// <summary>Has the signs behind a node brought near that will be asked for soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int nodeBase)
    {
        if (Sse.IsSupported && nodes.NumberOf(nodeBase) is var node and >= 0)
            Sse.Prefetch0(signsOfNodes + node);
    }

    /// <summary>For each search key, the signs of the bytes of all characters with it.</summary>
    public ReadOnlySpan<ulong> SignsOfKeys => new(signsOfKeys, char.MaxValue + 1);
}
