namespace Tanyuan.Answers.Questions;

/// <summary>What a question asks for, as far as it decides the form of the answer.</summary>
internal enum QuestionKind
{
    /// <summary>A short fact: a name, a number, a date, a phrase.</summary>
    Factoid,

    /// <summary>Whether something is so.</summary>
    YesNo,

    /// <summary>Several things.</summary>
    List,

    /// <summary>What something is.</summary>
    Definition,

    /// <summary>A reason.</summary>
    Why,

    /// <summary>A manner or a course of events.</summary>
    How,

    /// <summary>A difference or a choice between things.</summary>
    Compare,

    /// <summary>No question word was found: a topic.</summary>
    Other,
}
