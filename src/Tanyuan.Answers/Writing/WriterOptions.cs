using Microsoft.Extensions.AI;

namespace Tanyuan.Answers.Writing;

/// <summary>The optional writer: a language model that is asked where the reader is not sure, and whose every sentence is verified.</summary>
/// <param name="Client">The model. The caller disposes of it.</param>
public sealed record WriterOptions(IChatClient Client)
{
    /// <summary>The reader's answer stands without asking the model at this confidence or above, 0 to 1.</summary>
    public double SureAt { get; init; } = 0.8;

    /// <summary>Whether the model is asked for every question that the sources have evidence for, even where the reader is sure.</summary>
    public bool Always { get; init; }

    /// <summary>How many tokens of evidence the model is shown at most, by estimate.</summary>
    public int EvidenceTokens { get; init; } = 3000;

    /// <summary>How many tokens the model may write.</summary>
    public int WrittenTokens { get; init; } = 800;
}
