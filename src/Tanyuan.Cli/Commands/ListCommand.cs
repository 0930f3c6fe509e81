using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;
using Tanyuan.Server.Wire;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan list</c>: the documents in the order they were added.</summary>
internal static class ListCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var skip = new Option<int>("--skip") { Description = speech.Say("Leave out the first N.", "跳过前 N 条。"), HelpName = "N" };
        var limit = new Option<int?>("--limit", "-n") { Description = speech.Say("How many at most. Default: all.", "最多列出多少条，默认全部。"), HelpName = "N" };
        var command = new CommandWithExamples(
            "list",
            speech.Say("List the documents of the library.", "列出资料库中的文档。"),
            "tanyuan list -n 20",
            "tanyuan list --json | jq -r .id")
        {
            skip, limit,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            await using var library = await verb.OpenLibraryAsync(cancellationToken);
            var documents = library.ListAsync(parsed.GetValue(skip), parsed.GetValue(limit), cancellationToken);
            return await RunAsync(verb.Terminal, documents);
        });
        return command;
    }

    static async Task<int> RunAsync(Terminal terminal, IAsyncEnumerable<DocumentSummary> documents)
    {
        var count = 0;
        await foreach (var document in documents)
        {
            count++;
            if (terminal.Json)
            {
                JsonOutput.WriteLine(terminal.Out, json => SearchJson.WriteSummary(json, document));
                continue;
            }

            terminal.Out.WriteLine(
                $"{document.ExternalId ?? document.Id}  {document.Published ?? "----------",-10}  {DocumentLabel.Title(document.Title, terminal)}  "
                + terminal.Style.Faint(string.Join(" · ", new[] { $"{document.Length:N0}", DocumentLabel.Copies(document.Reprints?.Copies ?? 1, terminal), DocumentLabel.Page(document.PageName) }
                    .Where(part => part.Length > 0))));
        }

        if (count == 0)
            terminal.Remark(terminal.Say("The library is empty. Add pages with `tanyuan add PATH`.", "资料库是空的。请用 `tanyuan add 路径` 添加页面。"));
        return count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }
}
