namespace Tanyuan.Index;

/// <summary>What a check of an index found.</summary>
/// <param name="Problems">Everything that is wrong, each with file and place; empty for a sound index.</param>
/// <param name="Progress">The progress of the commit that was checked.</param>
/// <param name="Segments">How many segments it has.</param>
/// <param name="Documents">How many documents are live.</param>
/// <param name="DeletedDocuments">How many documents are deleted and not yet merged away.</param>
/// <param name="Terms">How many entries the term dictionaries have; a term in two segments counts twice.</param>
/// <param name="Postings">How many pairs of term and document there are.</param>
/// <param name="Bytes">How many bytes the files take.</param>
public sealed record IndexReport(
    IReadOnlyList<string> Problems, long Progress, int Segments, long Documents, long DeletedDocuments, long Terms, long Postings, long Bytes)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;
}
