namespace Tanyuan.Index.Scoring;

/// <summary>A query made ready for one snapshot: with global statistics and boosts worked in, so that scores do not depend on how documents are spread over segments.</summary>
abstract class Weight
{
    /// <summary>What is looked for, in words.</summary>
    internal abstract string Description { get; }

    /// <summary>The weights this one combines.</summary>
    internal virtual IReadOnlyList<Weight> Parts => [];

    /// <summary>A matcher over a segment, or null where nothing in it can match.</summary>
    /// <param name="segment">The place of the segment in the snapshot.</param>
    internal abstract Matcher? CreateMatcher(int segment);

    internal Explanation Explain(int segment, int document)
    {
        var matcher = CreateMatcher(segment);
        var matches = matcher is not null && matcher.Advance(document) == document;
        return new Explanation(matches, matches ? matcher!.Score() : 0, Description, [.. Parts.Select(part => part.Explain(segment, document))]);
    }
}
