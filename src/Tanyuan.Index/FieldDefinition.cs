namespace Tanyuan.Index;

/// <summary>A field of the index: what is stored for its tokens, and how they are scored with BM25.</summary>
/// <param name="Name">Its name, unique within the schema.</param>
/// <param name="Positions">Whether positions are kept, which phrase queries need.</param>
/// <param name="K1">How slowly repeated occurrences stop adding to the score; 0 or more, 1.2 is usual.</param>
/// <param name="B">How much a long field is held against a document; 0 to 1, 0.75 is usual.</param>
/// <param name="Boost">A factor on every score of the field; above 0.</param>
public sealed record FieldDefinition(string Name, bool Positions, double K1 = 1.2, double B = 0.75, double Boost = 1);
