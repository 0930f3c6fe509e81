using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Rendering;

/// <summary>An answer as all written forms see it: the question, its statements as lines, and under each its sources.</summary>
/// <param name="Title">The question.</param>
/// <param name="Lead">What is said before the statements (是, 资料说法不一), or empty.</param>
/// <param name="Branches">The statements in order.</param>
/// <param name="Words">The words of the forms themselves.</param>
internal sealed record AnswerTree(string Title, string Lead, IReadOnlyList<AnswerBranch> Branches, RenderingWords Words)
{
    /// <summary>The tree of an answer: the steps but the last before the statements; of two things compared in steps the steps tell all.</summary>
    public static AnswerTree Of(Answer answer)
    {
        var words = Phrases.HasHan(answer.Question) ? RenderingWords.Chinese : RenderingWords.English;
        var lead = answer.Abstained ? words.NotSaid
            : answer.IsSo is { } isSo ? (isSo ? words.Yes : words.No)
            : answer.Disagrees ? words.Disagreeing
            : "";
        var comparesSteps = answer is { Form: AnswerForm.Compare, Steps.Count: > 0 };
        var branches = answer.Steps.SkipLast(comparesSteps ? 0 : 1).Select(step => Branch($"{OneLine(step.Question)} {OneLine(step.Statement.Text)}", step.Statement))
            .Concat((comparesSteps ? [] : answer.Statements).Select(statement => Branch(Line(statement), statement)));
        return new AnswerTree(OneLine(answer.Question), lead, [.. branches], words);
    }

    static AnswerBranch Branch(string line, Statement statement) => new(line, statement);

    static string Line(Statement statement)
    {
        var text = OneLine(statement.Text);
        return statement.Date is { } date ? $"{date}  {text}" : text;
    }

    /// <summary>A text on one line.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
