using System.Diagnostics;
using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Feedback;
using Tanyuan.Answers.PageFields;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Library;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// Takes a question through the house without a model: analysis, retrieval, what the question holds its answer to, reading, abstention, statements, and the check of every citation
/// against the stored document. Side text is read only when the documents proper do not answer.
/// </summary>
internal sealed class Answerer(TanyuanLibrary library, Reader reader)
{
    // Side text is rarely what was asked for, even where its words fit.
    const double SideFactor = 0.8;

    // Whose language tells in which one a question is asked of them.
    const int PassagesOfLanguage = 3;

    // A figure that no page places in the time asked for may be of any other.
    const double UntoldTimeFactor = 0.5;

    // Where the page asked about does not say who wrote it or when, what its text has is rarely that.
    const double SureWithoutField = 0.7;

    /// <summary>Answers a question, or abstains. An English one is asked of Chinese pages in Chinese, too, and answered as it is answered more surely.</summary>
    public async Task<ReaderOutcome> ReadAsync(string text, AskOptions options, CancellationToken cancellationToken)
    {
        var outcome = await ReadAsWordedAsync(text, options, cancellationToken);
        if (ChineseWording.Of(text) is not { } inChinese || !outcome.Passages.Take(PassagesOfLanguage).Any(passage => Phrases.HasHan(passage.Key)))
            return outcome;
        var told = await ReadAsWordedAsync(inChinese, options, cancellationToken);
        return told.Answer.Abstained || told.Answer.Confidence < outcome.Answer.Confidence ? outcome : told with { Answer = told.Answer with { Question = text } };
    }

    async Task<ReaderOutcome> ReadAsWordedAsync(string text, AskOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var constrained = new ConstrainedEvidence(text, DateOnly.FromDateTime(options.Clock.GetLocalNow().DateTime), options.Expansion);
        var found = await library.RetrieveAsync(constrained.Request, cancellationToken);
        if (found.Count == 0 && constrained.RequestOfAnySite is { } wider)
            found = await library.RetrieveAsync(wider, cancellationToken);
        var hits = constrained.Select(found);
        var question = constrained.Question;
        var ranked = hits.Where(hit => !hit.IsSide).Concat(hits.Where(hit => hit.IsSide))
            .Select(hit => hit.ExternalId ?? hit.DocumentId).Distinct().Take(EvidenceRequest.RankedDocuments).ToList();
        var (field, page) = AskedField.Of(question.Key) is { } asked ? (asked, NamedPage.Find(asked, found)) : default;
        if (page is not null && FieldAnswer.Of(field, page) is { } told && await CitationCheck.KeepTrueAsync(library, [told], cancellationToken) is { Count: > 0 } held)
            return new ReaderOutcome(question, [], new Answer(text, held, FieldAnswer.Confidence, AnswerStage.Reader, Stopwatch.GetElapsedTime(started), 0, ranked) { Form = AnswerForm.Fact });
        var local = await LocalWeights.ReadAsync(library, cancellationToken);
        var threshold = options.Threshold ?? reader.Threshold;
        var answer = new Answer(text, [], 0, AnswerStage.Reader, default, 0, ranked) { Form = AskedForm.Of(question) };
        var all = new List<EvidencePassage>();
        foreach (var side in new[] { false, true })
        {
            var passages = hits.Where(hit => hit.IsSide == side).Take(EvidenceRequest.PassagesRead).Select(EvidencePassage.From).ToList();
            passages = constrained.Read(passages);
            all.AddRange(passages);
            var reading = reader.Read(question, passages);
            reading = constrained.Prefer(local?.Rank(reading) ?? reading);
            var composed = Composer.Compose(question, answer.Form, reading, passages);
            var confidence = composed.Confidence * (side ? SideFactor : 1) * (constrained.LacksTime ? UntoldTimeFactor : 1);
            answer = answer with { Confidence = Math.Max(answer.Confidence, confidence) };
            if (composed.Statements.Count == 0 || confidence < (page is null ? threshold : Math.Max(threshold, SureWithoutField)))
                continue;
            var statements = await CitationCheck.KeepTrueAsync(library, composed.Statements, cancellationToken);
            var inOne = composed.InOne is { } whole ? await CitationCheck.KeepTrueAsync(library, [whole], cancellationToken) : [];
            answer = answer with { Statements = statements, Form = composed.Form ?? answer.Form, InOne = inOne.FirstOrDefault(), IsSo = composed.IsSo, Disagrees = composed.Disagrees && statements.Count > 1 };
            if (statements.Count > 0)
                break;
        }

        return new ReaderOutcome(question, all, answer with { Constraints = constrained.Applied(), Elapsed = Stopwatch.GetElapsedTime(started), PassagesRead = all.Count });
    }
}
