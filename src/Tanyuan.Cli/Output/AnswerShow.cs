using Tanyuan.Answers;
using Tanyuan.Library;

namespace Tanyuan.Cli.Output;

/// <summary>Asks and shows: the reader's answer at once, then what the writer writes as it is verified; as JSON only the whole answer.</summary>
internal static class AnswerShow
{
    public static async Task<Answer> AskAsync(TanyuanLibrary library, string question, AskOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var answer = default(Answer);
        var wrote = false;
        await foreach (var update in library.AskStreamingAsync(question, options, cancellationToken))
        {
            if (update is AnswerUpdate.Finished finished)
                answer = finished.Answer;
            else if (terminal.Json)
                continue;
            else if (update is AnswerUpdate.Draft { WriterFollows: true } draft)
            {
                AnswerText.WriteStatements(draft.Answer.Statements, terminal);
                terminal.Remark(terminal.Style.Faint(terminal.Say("Asking the model…", "正在询问模型……")));
            }
            else if (update is AnswerUpdate.Written written)
            {
                wrote = true;
                AnswerText.WriteStatements([written.Statement], terminal);
            }
        }

        if (terminal.Json)
            JsonOutput.Write(terminal.Out, json => AnswerJson.Write(json, answer!));
        else if (options.Writer is null || answer!.Usage is null || (answer.Abstained && !wrote))
            AnswerText.Write(answer!, terminal);
        else
            AnswerText.WriteCost(answer, terminal);
        return answer!;
    }
}
