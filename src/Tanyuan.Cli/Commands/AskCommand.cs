using System.CommandLine;
using Tanyuan.Answers;
using Tanyuan.Answers.Rendering;
using Tanyuan.Answers.Writing;
using Tanyuan.Cli.Conversing;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Text;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan ask QUESTION</c>: an answer with its sources, or "your sources don't say"; without a question, a conversation.</summary>
internal static class AskCommand
{
    const int DeepSteps = 6;

    static readonly Dictionary<string, AnswerFormat> Formats = new(StringComparer.Ordinal)
    {
        ["json"] = AnswerFormat.Json,
        ["markdown"] = AnswerFormat.Markdown,
        ["outline"] = AnswerFormat.Outline,
        ["mindmap"] = AnswerFormat.MindMap,
        ["svg"] = AnswerFormat.Svg,
        ["pptx"] = AnswerFormat.Slides,
    };

    static readonly Dictionary<string, AnswerFormat> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".json"] = AnswerFormat.Json,
        [".md"] = AnswerFormat.Markdown,
        [".svg"] = AnswerFormat.Svg,
        [".pptx"] = AnswerFormat.Slides,
    };

    public static Command Create(Speech speech, GlobalOptions options)
    {
        var question = new Argument<string?>("question")
        {
            Description = speech.Say("The question, in Chinese (either script) or English. Without one, questions are asked one after another, a line each.", "问题，简体、繁体中文或英文均可。不给出时进入连续提问，一行一个。"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var from = FromOption.Create(speech);
        var threshold = ThresholdOption(speech);
        var model = new ModelOptions(speech);
        var always = new Option<bool>("--always-write")
        {
            Description = speech.Say("Ask the model even where the reader is sure.", "即使内置阅读器有把握也询问模型。"),
        };
        var after = new Option<string?>("--after")
        {
            Description = speech.Say("The question before, which this one leans on (\"what about its price?\").", "上一个问题；本问题承接它，如“那价格呢？”。"),
            HelpName = speech.Say("QUESTION", "问题"),
        };
        var deep = new Option<bool>("--deep")
        {
            Description = speech.Say("Allow more steps where the answer must be put together from several passages.", "答案需要由多段资料推出时，允许更多步骤。"),
        };
        var expand = ExpandOption(speech);
        var format = new Option<string?>("--format")
        {
            Description = speech.Say("How to write the answer out.", "答案的输出形式。"),
            HelpName = string.Join('|', Formats.Keys),
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var file = new Option<string?>("--out")
        {
            Description = speech.Say("Write the answer to this file; its ending tells the form (.json, .md, .svg, .pptx) unless --format does.", "把答案写入文件；形式由 --format 或扩展名（.json、.md、.svg、.pptx）决定。"),
            HelpName = speech.Say("FILE", "文件"),
        };
        var batch = BatchInput.Option(speech, speech.Say(
            "Questions as JSON Lines {\"id\",\"question\"} from a file or - for standard input; answers out, in order.",
            "从文件或标准输入（-）读取 JSON Lines 问题 {\"id\",\"question\"}，按顺序逐行输出答案。"));

        var command = new CommandWithExamples(
            "ask",
            speech.Say("Answer a question from your pages, with its source.", "用你的资料回答问题，并给出出处。"),
            "tanyuan ask 小米大模型的平均分是多少？",
            "tanyuan ask --from ~/pages 谁创立了这家公司？",
            "tanyuan ask 他们为什么搬家？ --model-url http://localhost:11434/v1 --model qwen3",
            "tanyuan ask 总结一下这座桥 --out bridge.pptx",
            "tanyuan ask",
            "tanyuan ask --batch questions.jsonl > answers.jsonl")
        {
            question, from, threshold, batch, always, deep, after, expand, format, file,
        };
        model.AddTo(command, speech);
        command.Validators.Add(result =>
        {
            if (result.GetValue(question) is not null && result.GetValue(batch) is not null)
                result.AddError(speech.Say("Give either a question or --batch FILE.", "请给出问题，或使用 --batch 文件，二者取一。"));
            if (result.GetValue(question) is null && (result.GetValue(format) is not null || result.GetValue(file) is not null))
                result.AddError(speech.Say("--format and --out write the answer to a question: give one.", "--format 和 --out 输出一个问题的答案，请给出问题。"));
            if (result.GetValue(format) is null && result.GetValue(file) is { } name && !Endings.ContainsKey(Path.GetExtension(name)))
                result.AddError(speech.Say($"The ending of {name} tells no form: take one of {string.Join(", ", Endings.Keys)}, or give --format.", $"从 {name} 的扩展名看不出形式：请用 {string.Join("、", Endings.Keys)} 之一，或给出 --format。"));
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            if (parsed.GetValue(question) is null && parsed.GetValue(batch) is null && Conversation.LacksQuestions(verb.Terminal))
                return ExitCode.BadUsage;
            if (Environment.ProcessorCount > 1)
                _ = Task.Run(Asking.Prepare, cancellationToken);
            using var client = model.Client(parsed);
            var ask = new AskOptions
            {
                Threshold = parsed.GetValue(threshold),
                Earlier = parsed.GetValue(after),
                Expansion = ExpansionOf(parsed, expand),
                MaxSteps = parsed.GetValue(deep) ? DeepSteps : new AskOptions().MaxSteps,
                Writer = client is null ? null : new WriterOptions(client) { Always = parsed.GetValue(always) },
            };
            await using var library = await FromOption.OpenAsync(verb, parsed.GetValue(from) ?? [], cancellationToken);
            if (parsed.GetValue(batch) is { } input)
                return await BatchInput.AskAsync(library, input, ask, cancellationToken);
            if (parsed.GetValue(question) is not { } asked)
                return await new Conversation(library, ask, verb.Terminal).RunAsync(cancellationToken);
            if (FormatOf(parsed.GetValue(format), parsed.GetValue(file)) is { } written)
            {
                var told = await library.AskAsync(asked, ask, cancellationToken);
                Write(told, written, parsed.GetValue(file), verb.Terminal);
                return told.Abstained ? ExitCode.Nothing : ExitCode.Done;
            }

            var answer = await AnswerShow.AskAsync(library, asked, ask, verb.Terminal, cancellationToken);
            return answer.Abstained ? ExitCode.Nothing : ExitCode.Done;
        });
        return command;
    }

    static AnswerFormat? FormatOf(string? format, string? file)
    {
        if (format is not null)
            return Formats[format];
        return file is null ? null : Endings[Path.GetExtension(file)];
    }

    static void Write(Answer answer, AnswerFormat format, string? file, Terminal terminal)
    {
        if (file is null && AnswerRendering.IsBinary(format) && !Console.IsOutputRedirected)
            throw new TanyuanException("output-needs-file", "Slides cannot be shown here. Give a file with --out FILE.pptx.");
        using var output = file is null ? Console.OpenStandardOutput() : ResultFile.Create(file);
        AnswerRendering.Write(answer, format, output);
        if (file is not null)
            terminal.Remark(terminal.Say($"Written to {file}.", $"已写入 {file}。"));
    }

    public static Option<string> ExpandOption(Speech speech)
    {
        var expand = new Option<string>("--expand")
        {
            Description = speech.Say(
                "When to search again with words of the first passages found: never, for answers put together from several passages, or always.",
                "何时用首批段落里的词再检索一次：never 从不；several 答案需汇集多段时；always 总是。"),
            DefaultValueFactory = _ => "several",
            HelpName = "never|several|always",
        };
        expand.AcceptOnlyFromAmong([.. Enum.GetNames<QueryExpansion>().Select(name => name.ToLowerInvariant())]);
        return expand;
    }

    public static QueryExpansion ExpansionOf(ParseResult parsed, Option<string> expand) => Enum.Parse<QueryExpansion>(parsed.GetRequiredValue(expand), ignoreCase: true);

    public static Option<double?> ThresholdOption(Speech speech)
    {
        var threshold = new Option<double?>("--threshold")
        {
            Description = speech.Say("Answer only at this confidence or above, 0 to 1.", "只在置信度不低于此值时回答，0 到 1。"),
            HelpName = "C",
        };
        threshold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is < 0 or > 1)
                result.AddError(speech.Say("--threshold takes a number from 0 to 1.", "--threshold 的取值范围是 0 到 1。"));
        });
        return threshold;
    }
}
