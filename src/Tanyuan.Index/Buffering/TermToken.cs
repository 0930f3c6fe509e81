namespace Tanyuan.Index.Buffering;

/// <summary>
/// An occurrence of a term in one word: the number that the term is known by, its key, above its place in the run, which is that of its document and below it the position. The tokens of a run
/// come in ascending order of their places. Where a run has one document alone, a position may take the bits of the document, too.
/// </summary>
/// <param name="key">The key.</param>
/// <param name="document">The document, counted from the first one of the run.</param>
/// <param name="position">The position.</param>
readonly struct TermToken(uint key, int document, int position)
{
    internal const int Size = sizeof(ulong);

    /// <summary>How many documents a run can have.</summary>
    internal const int MostDocuments = 1 << (PlaceBits - PositionBits);

    /// <summary>The greatest position in a run of several documents.</summary>
    internal const int GreatestPosition = (1 << PositionBits) - 1;

    const int PlaceBits = 32;
    const int PositionBits = 20;

    readonly ulong word = ((ulong)key << PlaceBits) | (((uint)document << PositionBits) + (uint)position);

    internal uint Key => (uint)(word >> PlaceBits);

    /// <summary>How many bits the position has: <paramref name="alone"/> says whether the run has one document alone.</summary>
    internal static int BitsOfPosition(bool alone) => alone ? PlaceBits : PositionBits;

    /// <summary>The key and the document, in a word that is the same for all tokens of both, and that of the next document one more.</summary>
    internal ulong WithoutPosition(int positionBits) => word >> positionBits;

    /// <summary>The document, counted from the first one of the run.</summary>
    internal uint Document(int positionBits) => (uint)((word & uint.MaxValue) >> positionBits);

    internal uint Position(int positionBits) => (uint)(word & ((1UL << positionBits) - 1));
}
