using System.CommandLine;
using Tanyuan.Answers;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Answers.Writing;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Text;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan eval SET</c>: how well the library, or a language model, answers a set of questions whose answers are known; and the gate for builds.</summary>
internal static class EvalCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var set = new Argument<string[]>("set")
        {
            Description = speech.Say(
                "JSON Lines of {\"id\",\"question\",\"answers\":[…],\"passage_id\"?,\"answerable\"?,\"kind\"?}, a set in the form of SQuAD, DRCD or CMRC 2018, or a multiple-choice CSV id,question,A,B,C,D,answer (needs a model).",
                "JSON Lines 问题集 {\"id\",\"question\",\"answers\":[…],\"passage_id\"?,\"answerable\"?,\"kind\"?}，SQuAD、DRCD、CMRC 2018 格式的 JSON，或选择题 CSV：id,question,A,B,C,D,answer（需要模型）。"),
            Arity = ArgumentArity.OneOrMore,
        };
        var from = FromOption.Create(speech);
        var threshold = AskCommand.ThresholdOption(speech);
        var expand = AskCommand.ExpandOption(speech);
        var model = new ModelOptions(speech);
        var write = new Option<bool>("--write")
        {
            Description = speech.Say("Let the model write where the reader is not sure, too, not only answer by itself.", "除让模型单独作答外，也让它在阅读器没有把握时撰写答案。"),
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = speech.Say("The seed of the confidence intervals.", "置信区间的随机种子。"),
            DefaultValueFactory = _ => Evaluator.DefaultSeed,
            HelpName = "N",
        };
        var json = File("--out", speech.Say("Write the report as JSON to this file.", "把 JSON 报告写入文件。"));
        var markdown = File("--report", speech.Say("Write the report as Markdown to this file.", "把 Markdown 报告写入文件。"));
        var plot = File("--plot", speech.Say("Draw the risk–coverage curve as SVG into this file.", "把风险—覆盖曲线画成 SVG 文件。"));
        var reliability = File("--reliability", speech.Say("Draw how often answers of each confidence are right as SVG into this file.", "把各置信度下的正确率（可靠性图）画成 SVG 文件。"));
        var compare = File("--compare", speech.Say("Compare with this older JSON report; exit with 1 where a figure got worse.", "与旧的 JSON 报告比较，有指标变差时以 1 退出。"));
        var tolerance = new Option<double>("--tolerance")
        {
            Description = speech.Say("How much worse a figure may get in --compare.", "--compare 容许变差的幅度。"),
            DefaultValueFactory = _ => 0.01,
            HelpName = "X",
        };
        var floors = new Option<string[]>("--fail-under")
        {
            Description = speech.Say("Exit with 1 where a figure is below its floor, such as f1=0.6; may be given again.", "指标低于下限时以 1 退出，如 f1=0.6，可重复。"),
            HelpName = "NAME=X",
        };
        var priceIn = Price("--price-in", speech.Say("What a million tokens read by the model cost.", "模型读入一百万词元的价格。"));
        var priceOut = Price("--price-out", speech.Say("What a million tokens written by the model cost.", "模型写出一百万词元的价格。"));
        var command = new CommandWithExamples(
            "eval",
            speech.Say("Score the answers to a set of questions.", "用一组问题评测回答质量。"),
            "tanyuan eval questions.jsonl",
            "tanyuan eval samples/questions.jsonl --from samples/pages --out new.json --compare old.json --fail-under f1=0.6",
            "tanyuan eval questions.jsonl --report report.md --plot curve.svg --model-url http://localhost:11434/v1 --model qwen3",
            "tanyuan eval questions.jsonl --json | jq .all.right")
        {
            set, from, threshold, expand, write, seed, json, markdown, plot, reliability, compare, tolerance, floors, priceIn, priceOut,
        };
        model.AddTo(command, speech);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            var terminal = verb.Terminal;
            var endpoint = model.Endpoint(parsed);
            using var client = endpoint?.CreateClient();
            var price = new TokenPrice(parsed.GetValue(priceIn), parsed.GetValue(priceOut));
            var asked = parsed.GetValue(seed);
            var files = parsed.GetValue(set)!;
            var choices = files.Where(file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).SelectMany(file => Read(file, ChoiceQuestion.Read)).ToList();
            var questions = files.Where(file => !file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).SelectMany(file => Read(file, lines => EvaluationQuestion.Read(lines).ToList())).ToList();
            if (choices.Count > 0 && (client is null || questions.Count > 0))
                throw new TanyuanException("evaluation-needs-model", "A multiple-choice set is answered by a model alone: give --model-url, and no other set beside it.");

            var reports = new List<EvaluationReport>();
            if (questions.Count > 0)
            {
                await using var library = await FromOption.OpenAsync(verb, parsed.GetValue(from) ?? [], cancellationToken);
                var ask = new AskOptions
                {
                    Threshold = parsed.GetValue(threshold),
                    Expansion = AskCommand.ExpansionOf(parsed, expand),
                    Writer = client is not null && parsed.GetValue(write) ? new WriterOptions(client) : null,
                };
                reports.Add(await WithProgressAsync(terminal, questions.Count, progress => Evaluator.RunAsync(library, questions, ask, price, asked, progress, cancellationToken)));
                if (client is not null)
                    reports.Add(await WithProgressAsync(terminal, questions.Count, progress => EndpointEvaluator.RunAsync(client, endpoint!.Model, questions, price, asked, progress, cancellationToken)));
            }
            else if (choices.Count > 0)
            {
                reports.Add(await WithProgressAsync(terminal, choices.Count, progress => EndpointEvaluator.RunChoicesAsync(client!, endpoint!.Model, choices, price, asked, progress, cancellationToken)));
            }

            if (reports.Count == 0)
            {
                terminal.Remark(terminal.Say("The set has no questions.", "问题集里没有问题。"));
                return ExitCode.Nothing;
            }

            if (terminal.Json)
                JsonOutput.Write(terminal.Out, writer => ReportOutput.Write(writer, reports));
            else
                ReportOutput.WriteTable(reports, terminal);
            ReportOutput.Save(reports, parsed.GetValue(json), parsed.GetValue(markdown), parsed.GetValue(plot), parsed.GetValue(reliability));
            var passed = ReportOutput.Compare(reports[0], parsed.GetValue(compare), parsed.GetValue(tolerance), terminal);
            return ReportOutput.HoldsFloors(reports[0], parsed.GetValue(floors) ?? [], terminal) && passed ? ExitCode.Done : ExitCode.Failed;
        });
        return command;

        static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

        static Option<double> Price(string name, string description) => new(name) { Description = description, HelpName = "X" };
    }

    static List<T> Read<T>(string file, Func<TextReader, List<T>> read)
    {
        using var lines = new StreamReader(BatchInput.Open(file));
        return read(lines);
    }

    static Task<EvaluationReport> WithProgressAsync(Terminal terminal, int count, Func<IProgress<EvaluationRow>, Task<EvaluationReport>> run) =>
        terminal.WithProgressAsync(terminal.Say("Asking", "提问"), count, progress => run(new Counter(progress)));

    sealed class Counter(IProgress<(int Done, string Detail)> target) : IProgress<EvaluationRow>
    {
        int done;

        public void Report(EvaluationRow value) => target.Report((++done, value.Question.Id));
    }
}
