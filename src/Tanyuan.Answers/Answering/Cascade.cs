using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Hops;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Verification;
using Tanyuan.Answers.Writing;
using Tanyuan.Library;
using Tanyuan.Text;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// The stages of an answer: the reader first, always and at once, in steps where one passage does not have it; then, where a model is configured and the reader is not sure or the
/// question asks to explain, the writer, every sentence of which the verifier holds to its sources. A model that fails, lies or says nothing
/// leaves the reader's answer as it was, so a model can only add to what is answered.
/// </summary>
internal sealed class Cascade(TanyuanLibrary library, Reader reader)
{
    /// <summary>How much verified writing adds to the reader's confidence at most: it shows that something is true, not that it was asked for.</summary>
    const double VerifiedShare = 0.5;

    /// <summary>A direct answer this sure is not looked for in steps.</summary>
    const double SureWithoutSteps = 0.8;

    /// <summary>How much of a question some passage must cover for a model to be asked at all.</summary>
    const double WorthAsking = 0.35;

    /// <summary>Answers a question as it goes.</summary>
    public async IAsyncEnumerable<AnswerUpdate> AskAsync(string text, AskOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answerer = new Answerer(library, reader);
        var outcome = await answerer.ReadAsync(text, options, cancellationToken);
        var hops = new HopAnswerer(library, answerer);
        var inSteps = await hops.TryAsync(text, options, cancellationToken) ?? await new ComparedFacts(answerer).TryAsync(text, options, cancellationToken);
        if (inSteps is { } walked && IsBetter(walked.Answer, outcome.Answer, options))
        {
            outcome = walked with { Answer = walked.Answer with { Elapsed = Stopwatch.GetElapsedTime(started) } };
            foreach (var step in outcome.Answer.Steps)
                yield return new AnswerUpdate.Step(step);
        }
        else if ((outcome.Answer is { Abstained: false } direct && direct.Statements[0].Citations[0].Field is null && hops.HasReached(direct.Statements[0].Text)) || (outcome.Answer.Confidence < SureWithoutSteps && options.MaxSteps > 1 && HopPlanner.Plan(text).Any(plan => plan.IsOfTwo)))
        {
            // What fits one clause is told of the wrong thing, and who stands in the middle is not what is asked of him.
            outcome = outcome with { Answer = outcome.Answer with { Statements = [], InOne = null, IsSo = null, Disagrees = false } };
        }

        var asks = options.Writer is { } configured && IsWorthAsking(outcome, configured);
        yield return new AnswerUpdate.Draft(outcome.Answer, asks);
        if (!asks)
        {
            yield return new AnswerUpdate.Finished(outcome.Answer);
            yield break;
        }

        var evidence = EvidenceBudget.Take(outcome.Passages, options.Writer!.EvidenceTokens);
        var writer = new Writer(options.Writer);
        var verifier = new Verifier(evidence);
        var relevance = new Relevance(outcome.Question);
        var written = new List<Statement>();
        var rejected = new List<RejectedSentence>();
        string? failure = null;
        await using var sentences = writer.WriteAsync(outcome.Question, FormName(outcome.Answer.Form), evidence, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await sentences.MoveNextAsync())
                    break;
            }
            catch (TanyuanException error)
            {
                failure = error.Message;
                break;
            }

            var sentence = sentences.Current;
            var verdict = verifier.Verify(sentence.Text, sentence.Citations);
            if (verdict.Reason is null && !relevance.IsToThePoint(sentence.Text, verdict.Support))
                verdict = Verdict.Rejected(RejectionReason.BesideThePoint);
            if (verdict.Reason is null
                && await CitationCheck.KeepTrueAsync(library, [WrittenStatement.Make(sentence.Text, verdict.Support)], cancellationToken) is [var statement])
            {
                written.Add(statement);
                yield return new AnswerUpdate.Written(statement);
                continue;
            }

            rejected.Add(new RejectedSentence(sentence.Text, verdict.Reason ?? RejectionReason.Unsupported, verdict.Detail));
            yield return new AnswerUpdate.Refused(rejected[^1]);
        }

        var answer = outcome.Answer with { Rejected = rejected, Usage = writer.Usage, WriterFailure = failure, Elapsed = Stopwatch.GetElapsedTime(started) };
        if (written.Count > 0)
        {
            var share = VerifiedShare * written.Count / (written.Count + rejected.Count);
            answer = answer with
            {
                Statements = Join(outcome.Answer, written),
                InOne = null,
                Stage = AnswerStage.Writer,
                Confidence = 1 - ((1 - outcome.Answer.Confidence) * (1 - share)),
            };
        }

        yield return new AnswerUpdate.Finished(answer);
    }

    // Every step held the threshold by itself, so by default the whole may be as unsure as two of them; a direct answer that is but the first
    // step's is none.
    bool IsBetter(Answer walked, Answer direct, AskOptions options) =>
        walked.Confidence >= (options.Threshold ?? reader.Threshold * reader.Threshold)
        && (direct.Abstained || direct.Confidence < SureWithoutSteps || walked.Steps.SkipLast(1).Any(step => step.Statement.Text == direct.Statements[0].Text));

    static bool IsWorthAsking(ReaderOutcome outcome, WriterOptions writer)
    {
        if (!writer.Always && !AskedForm.Explains(outcome.Answer.Form) && outcome.Answer is { Abstained: false } answer && answer.Confidence >= writer.SureAt)
            return false;
        var matcher = new QuestionMatcher(outcome.Question);
        return outcome.Passages.Any(passage => matcher.Union(matcher.Cover(passage.Key).Terms, matcher.Cover(passage.TitleKey).Terms) >= WorthAsking);
    }

    // A fact that the reader found stands first unless the writer tells it, too.
    static List<Statement> Join(Answer draft, List<Statement> written)
    {
        if (draft.Abstained || draft.Form is not (AnswerForm.Fact or AnswerForm.YesNo))
            return written;
        var fact = draft.Statements[0];
        return written.Exists(statement => statement.Text.Contains(fact.Text, StringComparison.OrdinalIgnoreCase)) ? written : [fact, .. written];
    }

    static string FormName(AnswerForm form) => form.ToString().ToLowerInvariant();
}
