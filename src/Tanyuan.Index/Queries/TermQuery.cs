namespace Tanyuan.Index.Queries;

/// <summary>Documents with a term in a field, scored with BM25.</summary>
/// <param name="Field">The place of the field in the schema.</param>
/// <param name="Term">The term.</param>
/// <param name="Boost">A factor on the score, 0 or more.</param>
public sealed record TermQuery(int Field, string Term, double Boost = 1) : Query;
