namespace Tanyuan.Index.Segments;

/// <summary>The numbers that the dictionary has of terms, each kind with an order of its own in each block; see <see cref="TermDictionaryWriter"/>.</summary>
enum TermNumber
{
    /// <summary>The last unit less that of the term before; 0 where more than that differs.</summary>
    Unit,

    /// <summary>Documents with the term, less one.</summary>
    Frequency,

    /// <summary>How much oftener the term occurs than there are documents.</summary>
    Repeats,

    /// <summary>What the length of short postings differs from the expected one by.</summary>
    Difference,

    /// <summary>The length of the postings or positions of a term with blocks.</summary>
    Length,
}
