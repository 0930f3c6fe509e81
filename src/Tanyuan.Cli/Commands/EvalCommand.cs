using System.CommandLine;
using Spectre.Console;
using Tanyuan.Answers;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan eval SET.jsonl</c>: how well the library answers a set of questions whose answers are known.</summary>
internal static class EvalCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var set = new Argument<string>("set")
        {
            Description = speech.Say(
                "JSON Lines of {\"id\",\"question\",\"answers\":[…],\"passage_id\"?,\"answerable\"?}.",
                "JSON Lines 问题集：{\"id\",\"question\",\"answers\":[…],\"passage_id\"?,\"answerable\"?}。"),
        };
        var from = FromOption.Create(speech);
        var threshold = AskCommand.ThresholdOption(speech);
        var command = new CommandWithExamples(
            "eval",
            speech.Say("Score the answers to a set of questions.", "用一组问题评测回答质量。"),
            "tanyuan eval questions.jsonl",
            "tanyuan eval samples/questions.jsonl --from samples/pages",
            "tanyuan eval questions.jsonl --json | jq .all.right")
        {
            set, from, threshold,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            using var lines = new StreamReader(BatchInput.Open(parsed.GetValue(set)!));
            var questions = EvaluationQuestion.Read(lines).ToList();
            await using var library = await FromOption.OpenAsync(verb, parsed.GetValue(from) ?? [], cancellationToken);
            return await RunAsync(verb.Terminal, library, questions, new AskOptions { Threshold = parsed.GetValue(threshold) }, cancellationToken);
        });
        return command;
    }

    static async Task<int> RunAsync(
        Terminal terminal, TanyuanLibrary library, List<EvaluationQuestion> questions, AskOptions ask, CancellationToken cancellationToken)
    {
        var report = await terminal.WithProgressAsync(
            terminal.Say("Asking", "提问"),
            questions.Count,
            progress => Evaluator.RunAsync(library, questions, ask, new Counter(progress), cancellationToken));
        if (terminal.Json)
            JsonOutput.Write(terminal.Out, report.Write);
        else
            WriteTable(report, terminal);
        return questions.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    static void WriteTable(EvaluationReport report, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        string[] columns =
        [
            terminal.Say("kind", "类型"), terminal.Say("questions", "题数"), terminal.Say("answered", "作答"), terminal.Say("right", "正确"),
            terminal.Say("cited right", "出处正确"), "F1", terminal.Say("declined rightly", "正确拒答"), terminal.Say("recall@1", "首位召回"),
            terminal.Say("median ms", "中位毫秒"),
        ];
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column) { Alignment = column == columns[0] ? Justify.Left : Justify.Right });
        AddRow(table, terminal.Say("all", "全部"), report.All);
        foreach (var (kind, scores) in report.Kinds)
            AddRow(table, kind, scores);
        terminal.Results.Write(table);
    }

    static void AddRow(Table table, string kind, EvaluationScores scores)
    {
        var unanswerable = scores.AbstainedRightly + scores.FalseAnswers;
        table.AddRow(
            Markup.Escape(kind),
            $"{scores.Questions}",
            $"{scores.Answered}/{scores.Answerable}",
            $"{scores.Right}/{scores.Answerable}",
            Share(scores.CitedRight),
            Share(scores.F1),
            unanswerable == 0 ? "–" : $"{scores.AbstainedRightly}/{unanswerable}",
            Share(scores.RecallAt1),
            $"{scores.MedianMilliseconds:0.0}");
    }

    static string Share(double? share) => share is { } value ? $"{value:P1}" : "–";

    sealed class Counter(IProgress<(int Done, string Detail)> target) : IProgress<EvaluationRow>
    {
        int done;

        public void Report(EvaluationRow value) => target.Report((++done, value.Question.Id));
    }
}
