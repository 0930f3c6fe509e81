using Tanyuan.Answers.Questions;
using Tanyuan.Library;

namespace Tanyuan.Answers.Evaluation;

/// <summary>
/// Asks a library the questions of a set and scores the answers: retrieval, answer, citation and abstention. An answer is <em>right</em>
/// when, after the normalisation of <see cref="AnswerScoring"/>, it equals a gold answer or holds one (for why and how: when one of its
/// sentences holds one); an abstention on an answerable question scores 0 everywhere.
/// </summary>
public static class Evaluator
{
    /// <summary>Scores the answers to <paramref name="questions"/>.</summary>
    /// <param name="library">The library asked.</param>
    /// <param name="questions">The set.</param>
    /// <param name="options">How the questions are asked.</param>
    /// <param name="progress">Hears of each row as it is scored.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    public static async Task<EvaluationReport> RunAsync(
        TanyuanLibrary library, IEnumerable<EvaluationQuestion> questions, AskOptions? options = null,
        IProgress<EvaluationRow>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(questions);
        var rows = new List<EvaluationRow>();
        foreach (var question in questions)
        {
            var answer = await library.AskAsync(question.Question, options, cancellationToken);
            var row = await ScoreAsync(library, question, answer, cancellationToken);
            rows.Add(row);
            progress?.Report(row);
        }

        var kinds = rows.GroupBy(row => row.Kind, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Sum([.. group]))).ToList();
        return new EvaluationReport(Sum(rows), kinds, options?.Threshold);
    }

    static async Task<EvaluationRow> ScoreAsync(TanyuanLibrary library, EvaluationQuestion question, Answer answer, CancellationToken cancellationToken)
    {
        var kind = question.Kind ?? QuestionAnalyzer.Analyze(question.Question).Kind.ToString();
        var known = question.DocumentId is { } wanted && await library.FindAsync(wanted, cancellationToken) is not null;
        int? rank = known && question.DocumentId is { } id ? Enumerable.Range(0, answer.Ranked.Count).FirstOrDefault(i => answer.Ranked[i] == id, -1) + 1 : null;
        if (answer.Abstained || !question.Answerable)
            return new EvaluationRow(question, kind, answer, false, 0, false, false, false, rank);
        var statement = answer.Statements[0];
        var exact = question.Answers.Any(gold => AnswerScoring.ExactMatch(statement.Text, gold));
        var f1 = question.Answers.Count == 0 ? 0 : question.Answers.Max(gold => AnswerScoring.F1(statement.Text, gold));
        var holding = Parts(question, answer).FirstOrDefault(part => question.Answers.Any(gold => AnswerScoring.Contains(part.Sentence, gold)));
        var right = exact || (Explains(question) && holding is not null) || question.Answers.Any(gold =>
            AnswerScoring.Normalize(gold) is { Length: > 0 } normal && AnswerScoring.Normalize(statement.Text).Contains(normal, StringComparison.Ordinal));
        var cited = holding is not null && await IsTrueAsync(library, holding.Citations[0], cancellationToken)
            && (!known || question.DocumentId == holding.Citations[0].DocumentId);
        return new EvaluationRow(question, kind, answer, exact, f1, right, holding is not null, cited, rank);
    }

    /// <summary>Why and how are answered by sentences, which together are the answer; a fact by the first statement alone.</summary>
    static bool Explains(EvaluationQuestion question) => QuestionAnalyzer.Analyze(question.Question).Kind is not QuestionKind.Factoid;

    static IEnumerable<Statement> Parts(EvaluationQuestion question, Answer answer) => answer.Statements.Take(Explains(question) ? answer.Statements.Count : 1);

    static async Task<bool> IsTrueAsync(TanyuanLibrary library, Citation citation, CancellationToken cancellationToken)
    {
        var stored = await library.FindAsync(citation.DocumentId, cancellationToken);
        if (stored is null)
            return false;
        var text = citation.IsSide ? string.Join('\n', stored.Document.Side) : stored.Document.Text;
        return citation.Start + citation.Length <= text.Length && text.AsSpan(citation.Start, citation.Length).SequenceEqual(citation.Quote);
    }

    static EvaluationScores Sum(List<EvaluationRow> rows)
    {
        var answerable = rows.Where(row => row.Question.Answerable).ToList();
        var unanswerable = rows.Where(row => !row.Question.Answerable).ToList();
        var ranked = rows.Where(row => row.Rank is not null).ToList();
        var times = rows.Select(row => row.Answer.Elapsed.TotalMilliseconds).Order().ToList();
        return new EvaluationScores(
            rows.Count, answerable.Count, answerable.Count(row => !row.Answer.Abstained), answerable.Count(row => row.Right),
            Mean(answerable, row => row.ExactMatch ? 1 : 0), Mean(answerable, row => row.F1), Mean(answerable, row => row.SentenceHolds ? 1 : 0),
            Mean(answerable, row => row.CitedRight ? 1 : 0), unanswerable.Count(row => row.Answer.Abstained), unanswerable.Count(row => !row.Answer.Abstained),
            Mean(ranked, row => row.Rank == 1 ? 1 : 0), Mean(ranked, row => row.Rank is >= 1 and <= 10 ? 1 : 0), Percentile(times, 0.5), Percentile(times, 0.95));
    }

    static double? Mean(List<EvaluationRow> rows, Func<EvaluationRow, double> value) => rows.Count == 0 ? null : rows.Average(value);

    static double Percentile(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
}
