using Tanyuan.Answers.Evaluation;
using Tanyuan.Text.Folding;

namespace Tanyuan.Training;

/// <summary>A question with its gold answers folded, so that the same question in the other script is the same example.</summary>
internal sealed class LabelledQuestion
{
    readonly List<List<string>> _goldTokens;

    /// <summary>Folds the gold answers of a question.</summary>
    public LabelledQuestion(EvaluationQuestion question)
    {
        Id = question.Id;
        Text = question.Question;
        DocumentId = question.DocumentId ?? "";
        Gold = [.. question.Answers.Select(TextFolder.Fold).Distinct(StringComparer.Ordinal)];
        _goldTokens = [.. Gold.Select(AnswerScoring.Tokens)];
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The document that answers it.</summary>
    public string DocumentId { get; }

    /// <summary>The folded gold answers.</summary>
    public IReadOnlyList<string> Gold { get; }

    /// <summary>The best F1 of a folded answer.</summary>
    public double F1(string key)
    {
        var tokens = AnswerScoring.Tokens(key);
        var best = 0.0;
        foreach (var gold in _goldTokens)
            best = Math.Max(best, AnswerScoring.F1(tokens, gold));
        return best;
    }

    /// <summary>Whether a folded answer equals a gold one.</summary>
    public bool IsExact(string key) => Gold.Any(gold => AnswerScoring.ExactMatch(key, gold));

    /// <summary>Whether a folded text holds a gold answer.</summary>
    public bool IsIn(string key) => Gold.Any(gold => AnswerScoring.Contains(key, gold));

    /// <summary>Whether a folded sentence is part of an answer that runs over several.</summary>
    public bool IsPart(string key) => key.Length >= 8 && Gold.Any(gold => gold.Contains(key.TrimEnd('。', '!', '?', ' '), StringComparison.Ordinal));
}
