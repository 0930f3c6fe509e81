namespace Tanyuan.Answers;

/// <summary>What a constraint holds an answer to.</summary>
public enum ConstraintKind
{
    /// <summary>The time that is told of.</summary>
    Time,

    /// <summary>When the page was published.</summary>
    Published,

    /// <summary>The site that the page comes from.</summary>
    Site,

    /// <summary>Whose word it is.</summary>
    Source,

    /// <summary>How it is now: the newest page counts.</summary>
    Newest,
}

/// <summary>Something that the question itself held the answer to, and that was applied.</summary>
/// <param name="Kind">What it holds the answer to.</param>
/// <param name="Text">The words of the question that say so.</param>
/// <param name="Value">
/// What it was taken to mean: for a time an ISO 8601 year, month, day or interval, <c>..</c> for an open end; for a site or source its folded name;
/// for the newest the date of the page that answers, empty where none is known.
/// </param>
/// <param name="IsMet">Whether the sources have anything that meets it.</param>
public sealed record AnswerConstraint(ConstraintKind Kind, string Text, string Value, bool IsMet);
