using Tanyuan.Answers;
using Tanyuan.Text;

namespace Tanyuan.Cli.Output;

/// <summary>An answer for people: what is stated, then for each statement the sentence, its document and the exact span.</summary>
internal static class AnswerText
{
    public static void Write(Answer answer, Terminal terminal)
    {
        if (answer.Abstained)
        {
            terminal.Out.WriteLine(terminal.Say("Your sources don't say.", "资料中没有提到。"));
            WriteConstraints(answer, terminal);
            WriteCost(answer, terminal);
            return;
        }

        // What is compared is told by its steps, which say of what each is told.
        var comparesSteps = answer is { Form: AnswerForm.Compare, Steps.Count: > 0 };
        for (var i = 0; i < (comparesSteps ? answer.Steps.Count : answer.Steps.Count - 1); i++)
        {
            terminal.Out.WriteLine($"  {i + 1}. {answer.Steps[i].Question}");
            WriteStatements([answer.Steps[i].Statement], terminal);
        }

        if (answer.Steps.Count > 0 && !comparesSteps)
            terminal.Out.WriteLine($"  {answer.Steps.Count}. {answer.Steps[^1].Question}");
        if (answer.IsSo is { } isSo)
            terminal.Out.WriteLine($"  {terminal.Style.Answer(isSo ? terminal.Say("Yes.", "是。") : terminal.Say("No.", "否。"))}\n");
        if (answer.Disagrees)
            terminal.Out.WriteLine($"  {terminal.Style.Strong(terminal.Say("Your sources disagree:", "资料说法不一："))}\n");
        if (!comparesSteps)
            WriteStatements(answer.Statements, terminal);
        WriteConstraints(answer, terminal);
        WriteCost(answer, terminal);
    }

    /// <summary>What the question held the answer to, as it was understood.</summary>
    static void WriteConstraints(Answer answer, Terminal terminal)
    {
        foreach (var constraint in answer.Constraints)
        {
            var (value, nothing) = (constraint.Value, terminal.Say("nothing found", "没有找到"));
            var applied = constraint.Kind switch
            {
                ConstraintKind.Time => terminal.Say($"time told of: {value}", $"所述时间：{value}"),
                ConstraintKind.Published => terminal.Say($"pages published: {value}", $"发布时间：{value}"),
                ConstraintKind.Site => terminal.Say($"pages of: {value}", $"来自站点：{value}"),
                ConstraintKind.Source => terminal.Say($"according to: {value}", $"依据来源：{value}"),
                _ => terminal.Say("newest first", "新的优先"),
            };
            terminal.Remark(terminal.Style.Faint($"“{constraint.Text}” → {applied}{(constraint.IsMet || constraint.Kind == ConstraintKind.Newest ? "" : $" ({nothing})")}"));
        }
    }

    /// <summary>Statements, each with its sources.</summary>
    public static void WriteStatements(IEnumerable<Statement> statements, Terminal terminal)
    {
        foreach (var items in BySentence(statements))
        {
            var statement = items[0];
            var quotes = items.ConvertAll(item => new TextSpan(item.Citations[0].Start - item.Citations[0].SentenceStart, item.Citations[0].Length));

            // But for its closing mark.
            var wholeSentence = quotes[0].Length >= statement.Sentence.Length - 1;

            if (!wholeSentence || !statement.Sentence.Contains(statement.Text, StringComparison.Ordinal))
                terminal.Out.WriteLine(string.Concat(items.Select(item => $"  {terminal.Style.Answer(item.Text)}\n")));
            var date = statement.Date is { } when ? $"{terminal.Style.Strong(when)}  " : "";
            terminal.Out.WriteLine($"  {date}{terminal.Style.Highlighted(statement.Sentence.Replace('\n', ' '), wholeSentence ? [] : quotes)}");
            foreach (var source in statement.Citations)
            {
                var place = Place(source, terminal);
                if (source.Copies > 1)
                    place += terminal.Say("; ", "；") + DocumentLabel.Copies(source.Copies, terminal);
                var published = source.Published is { Length: >= 10 } day ? $" {terminal.Style.Faint(day[..10])}" : "";
                terminal.Out.WriteLine($"  — {terminal.Style.Strong(DocumentLabel.Title(source.DocumentTitle, terminal))}{published} {terminal.Style.Faint($"({place})")}");
            }

            if (statement.IndependentSources > 1)
                terminal.Out.WriteLine($"  {terminal.Style.Faint(terminal.Say($"{statement.IndependentSources} independent sources say so", $"{statement.IndependentSources} 个独立来源这样说"))}");

            terminal.Out.WriteLine();
        }
    }

    static string Place(Citation source, Terminal terminal) => source.Field switch
    {
        PageField.Author => terminal.Say($"document {source.DocumentId}, its author as the page gives it", $"文档 {source.DocumentId}，页面标注的作者"),
        PageField.Published => terminal.Say($"document {source.DocumentId}, its date as the page gives it", $"文档 {source.DocumentId}，页面标注的日期"),
        _ => terminal.Say(
            $"document {source.DocumentId}, characters {source.Start}–{source.Start + source.Length}", $"文档 {source.DocumentId}，第 {source.Start}–{source.Start + source.Length} 字"),
    };

    // The items of a list stand in one sentence, which is shown once.
    static List<List<Statement>> BySentence(IEnumerable<Statement> statements)
    {
        var groups = new List<List<Statement>>();
        foreach (var statement in statements)
        {
            var citation = statement.Citations[0];
            if (groups.Count > 0 && groups[^1][^1] is var last && last.Sentence == statement.Sentence && last.Citations[0] is var before
                && before.DocumentId == citation.DocumentId && before.SentenceStart == citation.SentenceStart && before.Start + before.Length <= citation.Start)
                groups[^1].Add(statement);
            else
                groups.Add([statement]);
        }

        return groups;
    }

    /// <summary>What the answer cost, which stage gave it, and what was refused.</summary>
    public static void WriteCost(Answer answer, Terminal terminal)
    {
        if (answer.WriterFailure is { } failure)
            terminal.Remark(terminal.Say($"The model did not help: {failure}", $"模型没有帮上忙：{failure}"));
        foreach (var rejected in answer.Rejected)
        {
            var fault = rejected.Detail.Length > 0 && rejected.Detail.Length < 40 ? $" ({rejected.Detail})" : "";
            terminal.Remark(terminal.Style.Faint(terminal.Say($"  refused: {rejected.Text} – {RejectionText.English(rejected.Reason)}{fault}", $"  未采用：{rejected.Text} —— {RejectionText.Chinese(rejected.Reason)}{fault}")));
        }

        var tokens = answer.Usage is { } usage ? terminal.Say($" · {usage.Total} tokens", $" · {usage.Total} 个词元") : "";
        var stage = answer.Stage == AnswerStage.Writer ? terminal.Say(" · written by the model, verified", " · 模型撰写，已核对") : "";
        terminal.Remark(terminal.Style.Faint(terminal.Say(
            $"confidence {answer.Confidence:0.00} · {answer.PassagesRead} passages read · {answer.Elapsed.TotalMilliseconds:0} ms{tokens}{stage}",
            $"置信度 {answer.Confidence:0.00} · 读了 {answer.PassagesRead} 段 · {answer.Elapsed.TotalMilliseconds:0} 毫秒{tokens}{stage}")));
    }
}
