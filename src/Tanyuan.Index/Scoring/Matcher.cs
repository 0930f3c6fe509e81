namespace Tanyuan.Index.Scoring;

/// <summary>Walks the documents of one segment that a query matches, ascending, deleted ones included. Not thread-safe.</summary>
abstract class Matcher
{
    internal const int End = Postings.PostingCursor.End;

    /// <summary>The document at the matcher; −1 before the first, <see cref="End"/> after the last.</summary>
    internal abstract int Document { get; }

    /// <summary>About how many documents it will visit.</summary>
    internal abstract long Cost { get; }

    /// <summary>Moves to the first match that is not before <paramref name="target"/>; stays where it is when that one qualifies.</summary>
    internal abstract int Advance(int target);

    /// <summary>The score of the current document.</summary>
    internal abstract double Score();
}
