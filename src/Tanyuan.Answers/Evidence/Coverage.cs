namespace Tanyuan.Answers.Evidence;

/// <summary>How much of a question a stretch of text covers.</summary>
/// <param name="Terms">For each term of the question how well it is matched, 0 to 1.</param>
/// <param name="Words">The share of term weight matched, 0 to 1.</param>
/// <param name="Pairs">The share of weighted neighbouring characters matched, 0 to 1.</param>
/// <param name="Characters">The share of weighted single characters matched, 0 to 1.</param>
/// <param name="Longest">The longest run of characters shared with the question.</param>
internal sealed record Coverage(float[] Terms, double Words, double Pairs, double Characters, int Longest);
