namespace Tanyuan.Index.Searching;

/// <summary>A phrase of a <see cref="FlatQuery"/>.</summary>
/// <param name="Field">Its field.</param>
/// <param name="Slop">How far a term may stand from its place.</param>
/// <param name="Boost">The factor on its score, all boosts around it included.</param>
readonly record struct FlatPhrase(int Field, int Slop, double Boost);
