namespace Tanyuan.Index.Queries;

/// <summary>
/// Documents in which terms stand in a given arrangement: each at some common base plus its position. With a slop, each term after
/// the first may stand up to that many positions before or after its place, as seen from the first; one occurrence may then serve
/// two equal terms. Scored with BM25 like one term whose occurrences are those of the first term that complete the phrase,
/// and whose rarity is that of all terms together.
/// </summary>
/// <param name="Field">The place of the field in the schema; it keeps positions.</param>
/// <param name="Terms">The terms and their places; at least one.</param>
/// <param name="Slop">How far a term may stand from its place, 0 or more.</param>
/// <param name="Boost">A factor on the score, 0 or more.</param>
public sealed record PhraseQuery(int Field, IReadOnlyList<(string Term, int Position)> Terms, int Slop = 0, double Boost = 1) : Query;
