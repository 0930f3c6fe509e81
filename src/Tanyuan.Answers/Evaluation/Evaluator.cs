using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Questions;
using Tanyuan.Library;

namespace Tanyuan.Answers.Evaluation;

/// <summary>
/// Asks a library the questions of a set and scores the answers: retrieval, answer, citation and abstention. An answer is <em>right</em>
/// when, after the normalisation of <see cref="AnswerScoring"/>, it equals a gold answer or holds one (for why and how: when one of its
/// sentences holds one); an abstention on an answerable question scores 0 everywhere. A citation is right when its quote stands in the
/// document at its place, in a sentence that holds a gold answer, in the right document where that is known.
/// </summary>
public static class Evaluator
{
    /// <summary>The seed of the intervals where none is given.</summary>
    public const ulong DefaultSeed = 1;

    /// <summary>Scores the answers to <paramref name="questions"/>.</summary>
    /// <param name="library">The library asked.</param>
    /// <param name="questions">The set.</param>
    /// <param name="options">How the questions are asked.</param>
    /// <param name="price">What a model's tokens cost.</param>
    /// <param name="seed">The seed of the intervals.</param>
    /// <param name="progress">Hears of each row as it is scored.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    public static async Task<EvaluationReport> RunAsync(
        TanyuanLibrary library, IEnumerable<EvaluationQuestion> questions, AskOptions? options = null, TokenPrice price = default, ulong seed = DefaultSeed,
        IProgress<EvaluationRow>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(questions);
        var rows = new List<EvaluationRow>();
        foreach (var question in questions)
        {
            var answer = await library.AskAsync(question.Question, options, cancellationToken);
            var row = await ScoreAsync(library, question, answer, price, cancellationToken);
            rows.Add(row);
            progress?.Report(row);
        }

        return new EvaluationReport("tanyuan", rows, seed, options?.Threshold);
    }

    static async Task<EvaluationRow> ScoreAsync(
        TanyuanLibrary library, EvaluationQuestion question, Answer answer, TokenPrice price, CancellationToken cancellationToken)
    {
        var analyzed = QuestionAnalyzer.Analyze(question.Question);
        var known = question.DocumentId is { } wanted && await library.FindAsync(wanted, cancellationToken) is not null;
        int? rank = known && question.DocumentId is { } id ? Enumerable.Range(0, answer.Ranked.Count).FirstOrDefault(i => answer.Ranked[i] == id, -1) + 1 : null;
        var usage = answer.Usage ?? default;
        var row = new EvaluationRow(question, question.Kind ?? analyzed.Kind.ToString(), answer.InOne?.Text, answer.Confidence, answer.Elapsed)
        {
            Rank = rank,
            Tokens = usage.Total,
            Cost = price.Of(usage),
        };
        if (answer.Abstained || !question.Answerable)
            return row;

        // Why and how are answered by sentences, which together are the answer; a fact by the first statement alone.
        var explains = analyzed.Kind is not QuestionKind.Factoid;
        var statement = answer.InOne!;
        var holding = (explains ? answer.Statements.Prepend(statement) : [statement]).FirstOrDefault(part => Holds(question, part.Sentence));
        row = AnswerScoring.Score(row, statement.Text) with { SentenceHolds = holding is not null };
        var (right, all, supported) = (0, 0, 0);
        foreach (var part in answer.Statements)
        {
            var before = right;
            foreach (var citation in part.Citations)
            {
                all++;
                right += await IsRightAsync(library, question, citation, known, cancellationToken) ? 1 : 0;
            }

            supported += right > before ? 1 : 0;
        }

        return row with
        {
            Right = row.Right || (explains && holding is not null),
            CitedRight = holding is not null && await IsRightAsync(library, question, holding.Citations[0], known, cancellationToken),
            CitationPrecision = (double)right / all,
            CitationRecall = (double)supported / answer.Statements.Count,
        };
    }

    static bool Holds(EvaluationQuestion question, string text) => question.Answers.Any(gold => AnswerScoring.Contains(text, gold));

    static async Task<bool> IsRightAsync(TanyuanLibrary library, EvaluationQuestion question, Citation citation, bool known, CancellationToken cancellationToken)
    {
        var stored = await library.FindAsync(citation.DocumentId, cancellationToken);
        if (stored is null || (known && question.DocumentId != citation.DocumentId))
            return false;
        var text = CitationCheck.TextOf(citation, stored);
        if (citation.Start + citation.Length > text.Length || !text.AsSpan(citation.Start, citation.Length).SequenceEqual(citation.Quote))
            return false;

        // A span is a part of its sentence; gold answers may be longer than it.
        var end = text.AsSpan(citation.Start + citation.Length).IndexOfAny('。', '\n', '！');
        end = end < 0 ? text.Length : citation.Start + citation.Length + end + 1;
        return Holds(question, text[citation.SentenceStart..end]);
    }
}
