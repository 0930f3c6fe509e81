namespace Tanyuan.Index;

/// <summary>A place in a document where a term stands that a query looks for.</summary>
/// <param name="Field">The place of the field in the schema.</param>
/// <param name="Position">The position, as it was given when the document was added.</param>
/// <param name="Term">The term.</param>
public readonly record struct Occurrence(int Field, int Position, string Term);
