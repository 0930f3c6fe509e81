namespace Tanyuan.Answers;

/// <summary>When words of the passages found first are looked for beside the question's own, so that passages on the same topic in other words are found, too.</summary>
public enum QueryExpansion
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Where the answer is put together from several passages: lists, comparisons, summaries, timelines.</summary>
    Several,

    /// <summary>For every question.</summary>
    Always,
}
