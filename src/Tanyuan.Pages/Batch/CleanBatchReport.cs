namespace Tanyuan.Pages.Batch;

/// <summary>What a batch came to.</summary>
/// <param name="Records">Records answered.</param>
/// <param name="Errors">How many of them with an error.</param>
public sealed record CleanBatchReport(long Records, long Errors);
