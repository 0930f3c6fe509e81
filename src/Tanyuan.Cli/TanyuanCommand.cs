using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Tanyuan.Cli.Commands;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Text;

namespace Tanyuan.Cli;

/// <summary>The <c>tanyuan</c> command: its verbs, its help, and what becomes of errors.</summary>
internal static class TanyuanCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        Terminal.UseUtf8();
        var speech = Speech.For(arguments, Environment.GetEnvironmentVariable);
        speech.Apply();

        var parsed = Create(speech).Parse(arguments);
        var unknown = UnknownOptions(parsed).ToList();
        if (parsed.Errors.Count > 0 || unknown.Count > 0)
            return ReportBadUsage(parsed, unknown, speech);

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (TanyuanException error)
        {
            await Console.Error.WriteLineAsync(ErrorReport.Describe(error, speech));
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(speech.Say("Stopped.", "已停止。"));
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{speech.Say("error", "错误")}: {error.Message}");
            return ExitCode.Failed;
        }
    }

    static RootCommand Create(Speech speech)
    {
        var options = new GlobalOptions(speech);
        var root = new RootCommand(speech.Say(
            "Tanyuan answers questions from your own pages, on your own machine, and traces every claim to its source.",
            "探源：在你自己的机器上，用你自己的资料回答问题，每一句都能追溯到出处。"));
        foreach (var option in options.All)
            root.Add(option);

        root.Add(AskCommand.Create(speech, options));
        root.Add(SearchCommand.Create(speech, options));
        root.Add(AddCommand.Create(speech, options));
        root.Add(ShowCommand.Create(speech, options));
        root.Add(ListCommand.Create(speech, options));
        root.Add(RemoveCommand.Create(speech, options));
        root.Add(StatusCommand.Create(speech, options));
        root.Add(CheckCommand.Create(speech, options));
        root.Add(RebuildCommand.Create(speech, options));
        root.Add(CleanCommand.Create(speech, options));
        root.Add(RepairCommand.Create(speech, options));
        root.Add(FoldCommand.Create(speech, options));
        root.Add(WordsCommand.Create(speech, options));
        root.Add(EvalCommand.Create(speech, options));
        root.Add(FeedbackCommand.Create(speech, options));
        root.Add(LearnCommand.Create(speech, options));
        root.Add(ServeCommand.Create(speech, options));

        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = speech.Say("Show this help.", "显示帮助。");
        help.Action = new HelpWithExamples(speech);
        root.Options.OfType<VersionOption>().Single().Description = speech.Say("Show the version.", "显示版本。");
        return root;
    }

    // An argument takes whatever no option does, a mistyped option too; behind -- it may begin as it likes.
    static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value is ['-', '-', >= 'a' and <= 'z', ..])
        .Select(token => token.Value);

    static int ReportBadUsage(ParseResult parsed, List<string> unknown, Speech speech)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive)).Select(option => option.Name).ToList();
        foreach (var option in unknown)
        {
            Console.Error.WriteLine(Suggestion.For(option, options) is { } near
                ? speech.Say($"There is no option {option}. Did you mean {near}?", $"没有 {option} 这个选项，是不是 {near}？")
                : speech.Say($"There is no option {option}. Text that begins so goes behind --.", $"没有 {option} 这个选项；以它开头的文字请放在 -- 之后。"));
        }

        if (unknown.Count == 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
            if (parsed.UnmatchedTokens is [var verb, ..] && Suggestion.For(verb, command.Subcommands.Select(known => known.Name)) is { } meant)
                Console.Error.WriteLine(speech.Say($"Did you mean `tanyuan {meant}`?", $"是不是 `tanyuan {meant}`？"));
        }

        Console.Error.WriteLine(speech.Say(
            "See `tanyuan --help`, or `tanyuan VERB --help` for one verb.",
            "用法见 `tanyuan --help`，单个命令见 `tanyuan 命令 --help`。"));
        return ExitCode.BadUsage;
    }
}
