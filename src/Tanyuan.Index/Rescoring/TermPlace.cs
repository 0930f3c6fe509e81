namespace Tanyuan.Index.Rescoring;

/// <summary>Where a term of a second pass stands.</summary>
/// <param name="Field">The field.</param>
/// <param name="Position">The position.</param>
/// <param name="Term">The place of the term in the plan.</param>
readonly record struct TermPlace(int Field, int Position, int Term);
