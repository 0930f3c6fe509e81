namespace Tanyuan.Index.Segments;

/// <summary>What has to be known of a term to read the one behind it in a block of the dictionary.</summary>
struct TermBefore
{
    // An order takes so many bits of them all.
    const int OrderBits = 5;

    internal const int MostOrder = (1 << OrderBits) - 1;

    /// <summary>How many units the term before has; 0 before the first of the block.</summary>
    internal int Length;

    /// <summary>The last of them.</summary>
    internal char LastUnit;

    /// <summary>The orders of the block's numbers.</summary>
    internal uint Orders;

    /// <summary>The bit of the block behind it; 0 where nothing of the block was read.</summary>
    internal long Bit;

    /// <summary>The bit that its postings end with.</summary>
    internal long PostingsEnd;

    /// <summary>Where its positions end.</summary>
    internal long PositionsEnd;

    /// <summary>The order of the numbers of a kind (<see cref="Postings.BitPen.WriteByMagnitude"/>).</summary>
    internal readonly int Order(TermNumber kind) => (int)(Orders >> (OrderBits * (int)kind)) & MostOrder;

    internal void SetOrder(TermNumber kind, int order) => Orders |= (uint)order << (OrderBits * (int)kind);
}
