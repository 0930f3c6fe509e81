using System.CommandLine;
using Tanyuan.Answers.Feedback;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan learn</c>: ranks by what feedback said, where that is better on questions held out.</summary>
internal static class LearnCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var command = new CommandWithExamples(
            "learn", speech.Say("Learn to rank from your feedback, on this machine.", "在本机根据你的反馈学习排序。"), "tanyuan learn", "tanyuan learn --json");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            await using var library = await verb.OpenLibraryAsync(cancellationToken);
            var report = await library.LearnAsync(cancellationToken);
            if (verb.Terminal.Json)
            {
                JsonOutput.Write(verb.Terminal.Out, json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("learnt", report.Learnt);
                    json.WriteNumber("heldOut", report.HeldOut);
                    json.WriteNumber("before", Math.Round(report.Before, 4));
                    json.WriteNumber("after", Math.Round(report.After, 4));
                    json.WriteBoolean("kept", report.Kept);
                    json.WriteEndObject();
                });
                return ExitCode.Done;
            }

            verb.Terminal.Out.WriteLine(verb.Terminal.Say(
                $"Learnt from {report.Learnt} questions. On {report.HeldOut} held out: {report.Before:P1} before, {report.After:P1} after.",
                $"学习了 {report.Learnt} 个问题；在留出的 {report.HeldOut} 个问题上：之前 {report.Before:P1}，之后 {report.After:P1}。"));
            verb.Terminal.Out.WriteLine(report.Kept
                ? verb.Terminal.Say("The new ranking is kept.", "已采用新的排序。")
                : verb.Terminal.Say("That is no better; the old ranking stays.", "没有变好，保留原来的排序。"));
            return ExitCode.Done;
        });
        return command;
    }
}
