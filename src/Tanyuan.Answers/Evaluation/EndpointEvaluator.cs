using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Writing;

namespace Tanyuan.Answers.Evaluation;

/// <summary>
/// Asks a language model the questions of a set by itself, without any sources, and scores it as a library is scored: so that one sees what
/// a model knows, how often it owns that it does not, and what it costs. Also multiple-choice sets, of which the letter it names counts.
/// </summary>
public static partial class EndpointEvaluator
{
    /// <summary>Scores a model's answers to <paramref name="questions"/>.</summary>
    /// <param name="client">The model.</param>
    /// <param name="name">Its name in the report.</param>
    /// <param name="questions">The set.</param>
    /// <param name="price">What its tokens cost.</param>
    /// <param name="seed">The seed of the intervals.</param>
    /// <param name="progress">Hears of each row as it is scored.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    public static async Task<EvaluationReport> RunAsync(
        IChatClient client, string name, IEnumerable<EvaluationQuestion> questions, TokenPrice price = default, ulong seed = Evaluator.DefaultSeed,
        IProgress<EvaluationRow>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(questions);
        var rows = new List<EvaluationRow>();
        foreach (var question in questions)
        {
            var prompt = Phrases.HasHan(question.Question)
                ? $"只写答案，不要解释，越短越好。不知道就写 {Prompt.NotSaid}。\n\n问题：{question.Question}"
                : $"Write the answer only, as short as can be, without explanation. If you do not know, write {Prompt.NotSaid}.\n\nQuestion: {question.Question}";
            var (text, elapsed, usage) = await AskAsync(client, prompt, 100, cancellationToken);
            var answer = text.Length == 0 || text.Contains(Prompt.NotSaid, StringComparison.OrdinalIgnoreCase) ? null : text;
            var row = new EvaluationRow(question, question.Kind ?? QuestionAnalyzer.Analyze(question.Question).Kind.ToString(), answer, answer is null ? 0 : 1, elapsed)
            {
                IsSourced = false,
                Tokens = usage.Total,
                Cost = price.Of(usage),
            };
            rows.Add(answer is null || !question.Answerable ? row : AnswerScoring.Score(row, answer));
            progress?.Report(rows[^1]);
        }

        return new EvaluationReport(name, rows, seed, null);
    }

    /// <summary>Scores a model's choices.</summary>
    public static async Task<EvaluationReport> RunChoicesAsync(
        IChatClient client, string name, IEnumerable<ChoiceQuestion> questions, TokenPrice price = default, ulong seed = Evaluator.DefaultSeed,
        IProgress<EvaluationRow>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(questions);
        var rows = new List<EvaluationRow>();
        foreach (var question in questions)
        {
            var choices = string.Join('\n', question.Choices.Select((choice, i) => $"{(char)('A' + i)}. {choice}"));
            var prompt = Phrases.HasHan(question.Question)
                ? $"以下是单项选择题，只写正确选项的字母。\n\n{question.Question}\n{choices}\n答案："
                : $"Write only the letter of the right choice.\n\n{question.Question}\n{choices}\nAnswer:";
            var (text, elapsed, usage) = await AskAsync(client, prompt, 16, cancellationToken);
            var chosen = Letter(text, question.Choices.Count);
            var right = chosen == question.Answer;
            var asked = new EvaluationQuestion(question.Id, question.Question, [question.Answer.ToString()], null, true, "choice");
            rows.Add(new EvaluationRow(asked, "choice", chosen?.ToString(), chosen is null ? 0 : 1, elapsed)
            {
                IsSourced = false,
                ExactMatch = right,
                Right = right,
                F1 = right ? 1 : 0,
                BagF1 = right ? 1 : 0,
                Tokens = usage.Total,
                Cost = price.Of(usage),
            });
            progress?.Report(rows[^1]);
        }

        return new EvaluationReport(name, rows, seed, null);
    }

    static async Task<(string Text, TimeSpan Elapsed, TokenUsage Usage)> AskAsync(IChatClient client, string prompt, int tokens, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, prompt)], new ChatOptions { Temperature = 0, MaxOutputTokens = tokens }, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var text = Thoughts().Replace(response.Text, "").Trim();
        var usage = response.Usage is { InputTokenCount: { } input, OutputTokenCount: { } output }
            ? new TokenUsage(input, output, false)
            : new TokenUsage(TokenUsage.Estimate(prompt), TokenUsage.Estimate(response.Text), true);
        return (text, elapsed, usage);
    }

    // 答案是B, (B), B. …, **B**: the letter after the word for answer, else the first that stands by itself.
    static char? Letter(string text, int choices)
    {
        var named = NamedLetter().Match(text);
        var match = named.Success ? named : LoneLetter().Match(text);
        return match.Success && char.ToUpperInvariant(match.Groups[1].ValueSpan[0]) is var letter && letter - 'A' < choices ? letter : null;
    }

    [GeneratedRegex("<think>.*?(</think>|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Thoughts();

    [GeneratedRegex(@"(?:答案|选项?|answer)[是为选:：\s（(*]*(?:is\s*)?([A-Ha-h])(?![A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedLetter();

    [GeneratedRegex("(?<![A-Za-z])([A-H])(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LoneLetter();
}
