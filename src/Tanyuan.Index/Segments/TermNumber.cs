namespace Tanyuan.Index.Segments;

/// <summary>The numbers that the dictionary has of terms, each kind with an order of its own in each block; see <see cref="TermDictionaryWriter"/>.</summary>
enum TermNumber
{
    /// <summary>Documents with the term, less one.</summary>
    Frequency,

    /// <summary>The last unit less that of the term before, less one.</summary>
    Unit,

    /// <summary>How much oftener the term occurs than there are documents, less one.</summary>
    Total,

    /// <summary>Its only document.</summary>
    Document,

    /// <summary>Its only position.</summary>
    Position,

    /// <summary>The length of its postings or positions.</summary>
    Length,
}
