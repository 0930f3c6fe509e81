namespace Tanyuan.Answers.Batch;

/// <summary>What a batch came to.</summary>
/// <param name="Rows">Rows written, one for each line that is not empty.</param>
/// <param name="Errors">How many of them with an error.</param>
public sealed record BatchReport(int Rows, int Errors)
{
    /// <summary>Whether there were lines and none could be read, so that what came in is hardly what it was taken for.</summary>
    public bool NothingRead => Rows > 0 && Errors == Rows;
}
