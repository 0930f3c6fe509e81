using Tanyuan.Answers.Answering;
using Tanyuan.Library;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Hops;

/// <summary>
/// Answers a question in steps: the reader answers the first question of a plan, its answer goes into the second, and so on, up to a limit of
/// steps. Every step must be answered with confidence; the whole is as likely right as all of its steps together.
/// </summary>
internal sealed class HopAnswerer(TanyuanLibrary library, Answerer answerer)
{
    // What first steps were answered with, whether or not the next one was: no answer to the whole.
    HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a first step was answered with a text, or with that and what it is beside (卫星公司流萤空间).</summary>
    public bool HasReached(string text) => Reached.Any(name => name.EndsWith(text, StringComparison.Ordinal) && name.Length <= 2 * text.Length);

    /// <summary>Tries to answer in steps; null where no plan leads to an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="options">How each step is answered.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReaderOutcome?> TryAsync(string question, AskOptions options, CancellationToken cancellationToken) =>
        await TryAsync(question, options, options.MaxSteps, cancellationToken);

    async Task<ReaderOutcome?> TryAsync(string question, AskOptions options, int steps, CancellationToken cancellationToken)
    {
        if (steps < 2)
            return null;
        foreach (var plan in HopPlanner.Plan(question))
        {
            // A first question that can be planned is asked in steps itself; as it is, whatever fits one half of it would seem to answer it.
            if ((HopPlanner.Plan(plan.First).Any() ? await TryAsync(plan.First, options, steps - 1, cancellationToken) : await ReadAsync(plan.First, options, cancellationToken)) is not { } first)
                continue;
            if (first.Answer.Abstained || first.Answer.Form != AnswerForm.Fact)
                continue;
            var found = first.Answer.Statements[0].Text;
            Reached.Add(found);

            // What the question says already is no answer to it.
            if (TextFolder.Fold(plan.First).Contains(TextFolder.Fold(found), StringComparison.Ordinal))
                continue;
            var then = plan.Then(found);
            var taken = first.Answer.Steps.Count == 0 ? 1 : first.Answer.Steps.Count;
            var second = await TryAsync(then, options, steps - taken, cancellationToken) ?? await ReadAsync(then, options, cancellationToken);
            if (second.Answer.Abstained || !await IsAboutAsync(second.Answer.Steps is [var next, ..] ? next.Statement : second.Answer.Statements[0], found, cancellationToken))
                continue;

            var walked = first.Answer.Steps.Count > 0 ? first.Answer.Steps : [new AnswerStep(plan.First, first.Answer.Statements[0], first.Answer.Confidence)];
            var walkedOn = second.Answer.Steps.Count > 0 ? second.Answer.Steps : [new AnswerStep(then, second.Answer.Statements[0], second.Answer.Confidence)];
            return second with
            {
                Answer = second.Answer with
                {
                    Question = question,
                    Confidence = first.Answer.Confidence * second.Answer.Confidence,
                    Steps = [.. walked, .. walkedOn],
                    PassagesRead = first.Answer.PassagesRead + second.Answer.PassagesRead,
                },
            };
        }

        return null;
    }

    // A step may be worded in more than one way; the first that is answered counts.
    async Task<ReaderOutcome> ReadAsync(string question, AskOptions options, CancellationToken cancellationToken)
    {
        var outcome = await answerer.ReadAsync(question, options, cancellationToken);
        if (outcome.Answer.Abstained && HopPlanner.Reworded(question) is { } other)
            outcome = await answerer.ReadAsync(other, options, cancellationToken);
        return outcome;
    }

    // The second step must be answered from a document that knows of the first answer, and by something else than it.
    async Task<bool> IsAboutAsync(Statement statement, string found, CancellationToken cancellationToken)
    {
        var name = TextFolder.Fold(found).Trim('《', '》', '“', '”', '「', '」', '"', ' ');
        if (name.Length == 0 || TextFolder.Fold(statement.Text).Contains(name, StringComparison.Ordinal) && statement.Text.Length <= found.Length + 2)
            return false;
        var stored = await library.FindAsync(statement.Citations[0].DocumentId, cancellationToken);
        return stored is not null && TextFolder.Fold($"{stored.Document.Title}\n{stored.Document.Text}").Contains(name, StringComparison.Ordinal);
    }
}
