using System.Runtime.CompilerServices;
using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Writing;
using Tanyuan.Library;

namespace Tanyuan.Answers;

/// <summary>How a question is answered.</summary>
public sealed record AskOptions
{
    /// <summary>Below this confidence the answer is an abstention, 0 to 1; null for the reader's own calibrated default.</summary>
    public double? Threshold { get; init; }

    /// <summary>The question asked before this one in a conversation, complete in itself; null where there is none. A follow-up is completed from it.</summary>
    public string? Earlier { get; init; }

    /// <summary>How many steps an answer may take where one passage does not have it; 1 for none but the direct one.</summary>
    public int MaxSteps { get; init; } = 3;

    /// <summary>When words of the passages found first are looked for, too.</summary>
    public QueryExpansion Expansion { get; init; } = QueryExpansion.Several;

    /// <summary>The clock that 去年 and last year are reckoned by; the system's unless a test sets another.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The language model that is asked where the reader is not sure; null for none.</summary>
    public WriterOptions? Writer { get; init; }
}

/// <summary>Asks a library questions.</summary>
public static class Asking
{
    // Whether a question stands by itself is told by how it is put, unless the library is so much surer of the contrary.
    const double SurerBy = 0.05;

    /// <summary>
    /// Loads the reader's model and tables ahead of the first question, which else pays for it; may run while the library is being opened. Not needed for anything but speed.
    /// </summary>
    public static void Prepare() => Rehearsal.Run(Reader.Default);

    /// <summary>Answers a question from the library's documents, or abstains.</summary>
    public static async Task<Answer> AskAsync(
        this TanyuanLibrary library, string question, AskOptions? options = null, CancellationToken cancellationToken = default)
    {
        Answer? answer = null;
        await foreach (var update in library.AskStreamingAsync(question, options, cancellationToken))
            answer = (update as AnswerUpdate.Finished)?.Answer;
        return answer!;
    }

    /// <summary>Answers a question as it goes: the reader's answer at once, then the writer's verified statements, at last the whole answer.</summary>
    public static async IAsyncEnumerable<AnswerUpdate> AskStreamingAsync(
        this TanyuanLibrary library, string question, AskOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(question);
        options ??= new AskOptions();
        var understood = await library.UnderstandAsync(question, options, cancellationToken);
        await foreach (var update in new Cascade(library, Reader.Default).AskAsync(understood, options, cancellationToken))
            yield return update;
    }

    /// <summary>
    /// The question, complete in itself: a follow-up is completed from <see cref="AskOptions.Earlier"/>, and of what it may mean that is taken which the library answers with the most confidence.
    /// </summary>
    public static async Task<string> UnderstandAsync(this TanyuanLibrary library, string question, AskOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(question);
        options ??= new AskOptions();
        var readings = FollowUp.Readings(question, options.Earlier);
        if (readings.Count == 1)
            return readings[0];
        var answerer = new Answerer(library, Reader.Default);
        var (best, most) = (readings[0], double.MinValue);
        var margin = readings.Contains(question) ? SurerBy : 0;
        foreach (var reading in readings)
        {
            var confidence = (await answerer.ReadAsync(reading, options, cancellationToken)).Answer.Confidence;
            if (confidence > most + margin)
                (best, most) = (reading, confidence);
        }

        return best;
    }
}
