using System.Diagnostics;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Library;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// Takes a question through the house: analysis, retrieval, reading, abstention, statements, and the check of every citation against the
/// stored document. Side text is read only when the documents proper do not answer.
/// </summary>
internal sealed class Answerer(TanyuanLibrary library, Reader reader)
{
    // Side text is rarely what was asked for, even where its words fit.
    const double SideFactor = 0.8;

    /// <summary>Answers a question, or abstains.</summary>
    public async Task<Answer> AskAsync(string text, AskOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var question = QuestionAnalyzer.Analyze(text);
        var hits = await library.RetrieveAsync(EvidenceRequest.For(question), cancellationToken);
        var ranked = hits.Where(hit => !hit.IsSide).Concat(hits.Where(hit => hit.IsSide))
            .Select(hit => hit.ExternalId ?? hit.DocumentId).Distinct().Take(EvidenceRequest.RankedDocuments).ToList();
        var threshold = options.Threshold ?? reader.Threshold;
        var read = 0;
        var confidence = 0.0;
        foreach (var side in new[] { false, true })
        {
            var passages = hits.Where(hit => hit.IsSide == side).Take(EvidenceRequest.PassagesRead).Select(EvidencePassage.From).ToList();
            read += passages.Count;
            var reading = reader.Read(question, passages);
            var probability = side ? reading.Confidence * SideFactor : reading.Confidence;
            confidence = Math.Max(confidence, probability);
            if (reading.Spans.Count == 0 || probability < threshold)
                continue;
            var statements = await CitationCheck.KeepTrueAsync(library, StatementMaker.Make(question, reading), cancellationToken);
            if (statements.Count > 0)
                return new Answer(text, statements, probability, AnswerStage.Reader, Stopwatch.GetElapsedTime(started), read, ranked);
        }

        return new Answer(text, [], confidence, AnswerStage.Reader, Stopwatch.GetElapsedTime(started), read, ranked);
    }
}
