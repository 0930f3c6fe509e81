namespace Tanyuan.Library;

/// <summary>How the score of a hit came about: the sum of its terms and of how close they stand, times a factor.</summary>
/// <param name="Terms">What of the query its best passage holds, what counted most first.</param>
/// <param name="Closeness">What it got for the words of the query standing close together.</param>
/// <param name="Factor">1; less for side text, the teasers for other stories that stood on the page.</param>
public sealed record ScoreExplanation(IReadOnlyList<ScoredTerm> Terms, double Closeness, double Factor);

/// <summary>A term of a query that a passage holds.</summary>
/// <param name="Field">Where it was found.</param>
/// <param name="Term">The term as the index has it; a beginning of words ends with <c>*</c>.</param>
/// <param name="Score">What the passage got for it, by BM25.</param>
public sealed record ScoredTerm(ScoredField Field, string Term, double Score);

/// <summary>Where terms are found, and as what.</summary>
public enum ScoredField
{
    /// <summary>As a word of the text, or a part of one.</summary>
    TextWords,

    /// <summary>As two neighbouring characters, or a run of letters and digits, of the text.</summary>
    TextGrams,

    /// <summary>As a character of the text.</summary>
    TextCharacters,

    /// <summary>As a word of the title, or a part of one.</summary>
    TitleWords,

    /// <summary>As two neighbouring characters, or a run of letters and digits, of the title.</summary>
    TitleGrams,
}
