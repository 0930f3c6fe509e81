namespace Tanyuan.Index.Searching;

/// <summary>A term of a <see cref="FlatQuery"/>.</summary>
/// <param name="Field">Its field.</param>
/// <param name="Term">The term.</param>
/// <param name="Boost">The factor on its score, all boosts around it included.</param>
/// <param name="Role">What it is there for.</param>
/// <param name="Phrase">The phrase it belongs to, or −1.</param>
/// <param name="Position">Its place in the phrase.</param>
/// <param name="BoundsPhrase">Whether the phrase occurs no more often than it does.</param>
readonly record struct FlatTerm(int Field, string Term, double Boost, Role Role, int Phrase, int Position, bool BoundsPhrase);
