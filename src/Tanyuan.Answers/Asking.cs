using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Reading;
using Tanyuan.Library;

namespace Tanyuan.Answers;

/// <summary>How a question is answered.</summary>
public sealed record AskOptions
{
    /// <summary>Below this confidence the answer is an abstention, 0 to 1; null for the reader's own calibrated default.</summary>
    public double? Threshold { get; init; }
}

/// <summary>Asks a library questions.</summary>
public static class Asking
{
    /// <summary>Answers a question from the library's documents, or abstains.</summary>
    public static Task<Answer> AskAsync(
        this TanyuanLibrary library, string question, AskOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(question);
        return new Answerer(library, Reader.Default).AskAsync(question, options ?? new AskOptions(), cancellationToken);
    }
}
