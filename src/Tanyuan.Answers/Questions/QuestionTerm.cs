namespace Tanyuan.Answers.Questions;

/// <summary>A word or phrase of a question that its answer's surroundings should hold.</summary>
/// <param name="Key">The folded term.</param>
/// <param name="Start">Where it begins in the question.</param>
/// <param name="Weight">How much it tells, 0 to about 1.2: rare words, names and numbers tell most.</param>
/// <param name="IsDistinctive">Whether it is a name, a Latin word, a number or a word that the dictionary lacks.</param>
internal readonly record struct QuestionTerm(string Key, int Start, double Weight, bool IsDistinctive)
{
    /// <summary>Whether it is what a person is called by office, and not a deputy: one that a longer title holds is another's (总裁, 副总裁, 总裁助理).</summary>
    public bool IsTitle { get; init; }

    /// <summary>The unit of the question after the term.</summary>
    public int End => Start + Key.Length;
}
