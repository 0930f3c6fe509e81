namespace Tanyuan.Pages.Batch;

/// <summary>How a batch is cleaned.</summary>
public sealed record CleanBatchOptions
{
    /// <summary>How many records are worked on at a time; all cores where nothing is said.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>The limits on records and pages.</summary>
    public PageLimits Limits { get; init; } = PageLimits.Default;
}
