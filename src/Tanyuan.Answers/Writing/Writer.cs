using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Writing;

/// <summary>Has a language model write an answer from numbered evidence, sentence by sentence as it comes. One writer writes one answer.</summary>
internal sealed class Writer(WriterOptions options)
{
    long? input;
    long? output;
    int estimatedInput;
    int estimatedOutput;

    /// <summary>What the model read and wrote so far.</summary>
    public TokenUsage Usage => new(input ?? estimatedInput, output ?? estimatedOutput, input is null || output is null);

    /// <summary>Whether the model said that the sources do not answer.</summary>
    public bool DeclaredNotSaid { get; private set; }

    /// <summary>The sentences that the model writes.</summary>
    public async IAsyncEnumerable<WrittenSentence> WriteAsync(
        Question question, string form, IReadOnlyList<EvidencePassage> evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var messages = Prompt.For(question, form, evidence);
        estimatedInput = messages.Sum(message => TokenUsage.Estimate(message.Text));
        var written = new StringBuilder();
        var sentences = new SentenceStream();
        var settings = new ChatOptions { Temperature = 0, MaxOutputTokens = options.WrittenTokens };
        await foreach (var update in options.Client.GetStreamingResponseAsync(messages, settings, cancellationToken))
        {
            foreach (var usage in update.Contents.OfType<UsageContent>())
                (input, output) = (usage.Details.InputTokenCount ?? input, usage.Details.OutputTokenCount ?? output);
            written.Append(update.Text);
            estimatedOutput = TokenUsage.Estimate(written.ToString());
            foreach (var sentence in sentences.Push(update.Text))
            {
                if (!IsNotSaid(sentence))
                    yield return sentence;
            }
        }

        foreach (var sentence in sentences.Finish())
        {
            if (!IsNotSaid(sentence))
                yield return sentence;
        }
    }

    bool IsNotSaid(WrittenSentence sentence)
    {
        if (!sentence.Text.Contains(Prompt.NotSaid, StringComparison.OrdinalIgnoreCase))
            return false;
        return DeclaredNotSaid = true;
    }
}
