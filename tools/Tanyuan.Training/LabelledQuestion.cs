using System.Text.Json;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Text.Folding;

namespace Tanyuan.Training;

/// <summary>A question with its gold answers, folded.</summary>
internal sealed record LabelledQuestion(string Id, string Text, string? PassageId, IReadOnlyList<string> Gold)
{
    readonly List<List<string>> _goldTokens = [.. Gold.Select(AnswerScoring.Tokens)];

    /// <summary>The best F1 of a folded answer against the gold ones.</summary>
    public double F1(string key)
    {
        var tokens = AnswerScoring.Tokens(key);
        return _goldTokens.Count == 0 ? 0 : _goldTokens.Max(gold => AnswerScoring.F1(tokens, gold));
    }

    /// <summary>Whether a folded answer is a gold one.</summary>
    public bool Exact(string key) => Gold.Any(gold => AnswerScoring.ExactMatch(key, gold));

    /// <summary>Whether a folded text holds a gold answer.</summary>
    public bool IsIn(string key) => Gold.Any(gold => AnswerScoring.Contains(key, gold));

    /// <summary>Reads the questions of a JSON Lines file.</summary>
    public static List<LabelledQuestion> Load(string path)
    {
        var questions = new List<LabelledQuestion>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var gold = root.GetProperty("answers").EnumerateArray().Select(answer => TextFolder.Fold(answer.GetProperty("text").GetString()!)).Distinct().ToList();
            var passage = root.TryGetProperty("passage_id", out var id) ? id.GetString() : null;
            questions.Add(new LabelledQuestion(root.GetProperty("id").GetString()!, root.GetProperty("question").GetString()!, passage, gold));
        }

        return questions;
    }
}
