namespace Tanyuan.Pages.Batch;

/// <summary>What a batch came to.</summary>
/// <param name="Records">Records answered.</param>
/// <param name="Errors">How many of them with an error.</param>
public sealed record CleanBatchReport(long Records, long Errors)
{
    /// <summary>Whether there were records and none could be read, so that what came in is hardly what it was taken for.</summary>
    public bool NothingRead => Records > 0 && Errors == Records;
}
