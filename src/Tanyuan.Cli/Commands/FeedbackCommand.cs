using System.CommandLine;
using Tanyuan.Answers;
using Tanyuan.Answers.Feedback;
using Tanyuan.Cli.Localization;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan feedback QUESTION --right | --wrong | --better TEXT</c>: says what an answer was worth; the library keeps it.</summary>
internal static class FeedbackCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var question = new Argument<string>("question") { Description = speech.Say("The question as it was asked.", "当时提出的问题。") };
        var right = new Option<bool>("--right") { Description = speech.Say("The answer is right.", "答案正确。") };
        var wrong = new Option<bool>("--wrong") { Description = speech.Say("The answer is wrong.", "答案错误。") };
        var better = new Option<string?>("--better")
        {
            Description = speech.Say("These words of the sources would be the answer.", "资料中的这些词句才是答案。"),
            HelpName = speech.Say("TEXT", "文字"),
        };
        var command = new CommandWithExamples(
            "feedback",
            speech.Say("Say whether an answer was right, so that `learn` can learn from it.", "告诉它答案对不对，供 learn 学习。"),
            "tanyuan feedback 大桥全长多少公里？ --right",
            "tanyuan feedback 谁设计了这座桥？ --better 陆知远")
        {
            question, right, wrong, better,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(right) ? 1 : 0) + (result.GetValue(wrong) ? 1 : 0) + (result.GetValue(better) is null ? 0 : 1) != 1)
                result.AddError(speech.Say("Give one of --right, --wrong and --better TEXT.", "请在 --right、--wrong、--better 文字 中选一个。"));
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            await using var library = await verb.OpenLibraryAsync(cancellationToken);
            var asked = parsed.GetValue(question)!;
            var kind = parsed.GetValue(right) ? FeedbackKind.Right : parsed.GetValue(wrong) ? FeedbackKind.Wrong : FeedbackKind.Better;
            var span = parsed.GetValue(better) ?? ((await library.AskAsync(asked, cancellationToken: cancellationToken)).Statements is [var first, ..] ? first.Text : null);
            if (span is null)
            {
                verb.Terminal.Remark(verb.Terminal.Say("There is no answer to judge: your sources don't say.", "没有答案可评：资料中没有提到。"));
                return ExitCode.Nothing;
            }

            await library.AddFeedbackAsync(new FeedbackEntry(asked, kind, span, TimeProvider.System.GetUtcNow()), cancellationToken);
            verb.Terminal.Remark(verb.Terminal.Say($"Kept: “{span}”.", $"已记下：“{span}”。"));
            return ExitCode.Done;
        });
        return command;
    }
}
