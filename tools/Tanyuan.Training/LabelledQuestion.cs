using Tanyuan.Answers.Evaluation;
using Tanyuan.Answers.Evidence;
using Tanyuan.Text.Folding;

namespace Tanyuan.Training;

/// <summary>A question with its gold answers folded, so that the same question in the other script is the same example.</summary>
internal sealed class LabelledQuestion
{
    readonly List<List<string>> _goldTokens;
    readonly string? _home;

    /// <summary>Folds the gold answers of a question.</summary>
    public LabelledQuestion(EvaluationQuestion question)
    {
        Id = question.Id;
        Text = question.Question;
        DocumentId = PassageId = question.DocumentId ?? "";
        Gold = [.. question.Answers.Select(TextFolder.Fold).Distinct(StringComparer.Ordinal)];
        _goldTokens = [.. Gold.Select(gold => AnswerScoring.Tokens(Unfolded(gold)))];
    }

    LabelledQuestion(LabelledQuestion question, string documentId, string home)
    {
        (Id, Text, PassageId, Gold, _goldTokens) = (question.Id, question.Text, question.PassageId, question.Gold, question._goldTokens);
        (DocumentId, _home) = (documentId, home);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The passage that answers it.</summary>
    public string PassageId { get; }

    /// <summary>The document that answers it: the passage itself, or the page that holds it.</summary>
    public string DocumentId { get; }

    /// <summary>The folded gold answers.</summary>
    public IReadOnlyList<string> Gold { get; }

    /// <summary>The same question, asked of a page that holds its passage.</summary>
    /// <param name="pageId">The page's id.</param>
    /// <param name="passage">The passage's text.</param>
    public LabelledQuestion On(string pageId, string passage) => new(this, pageId, TextFolder.Fold(passage));

    /// <summary>Whether a sentence is of the passage that answers it.</summary>
    public bool IsHome(EvidenceSentence sentence) =>
        sentence.Passage.PublicId == DocumentId && (_home is null || _home.AsSpan().Contains(sentence.Key, StringComparison.Ordinal));

    /// <summary>The best F1 of a folded answer.</summary>
    public double F1(string key)
    {
        var tokens = AnswerScoring.Tokens(Unfolded(key));
        var best = 0.0;
        foreach (var gold in _goldTokens)
            best = Math.Max(best, AnswerScoring.F1(tokens, gold));
        return best;
    }

    /// <summary>Whether a folded answer equals a gold one.</summary>
    public bool IsExact(string key) => Gold.Any(gold => AnswerScoring.ExactMatch(Unfolded(key), Unfolded(gold)));

    /// <summary>Whether a folded text holds a gold answer.</summary>
    public bool IsIn(string key) => Gold.Any(gold => AnswerScoring.Contains(key, gold));

    /// <summary>Whether a folded sentence is part of an answer that runs over several.</summary>
    public bool IsPart(string key) => key.Length >= 8 && Gold.Any(gold => gold.Contains(key.TrimEnd('。', '!', '?', ' '), StringComparison.Ordinal));

    // The comparison leaves Chinese punctuation out, which folding made ASCII.
    static string Unfolded(string key)
    {
        var kept = new System.Text.StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            var within = i > 0 && i + 1 < key.Length && char.IsAsciiLetterOrDigit(key[i - 1]) && char.IsAsciiLetterOrDigit(key[i + 1]);
            if (within || key[i] is not (',' or ':' or ';' or '?' or '!' or '(' or ')'))
                kept.Append(key[i]);
        }

        return kept.ToString();
    }
}
