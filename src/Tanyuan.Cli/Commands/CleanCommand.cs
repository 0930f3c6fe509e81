using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Pages;
using Tanyuan.Pages.Batch;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan clean [PATH|-]</c>: a page into its documents, without a library; <c>--batch</c> is a filter for data engines.</summary>
internal static class CleanCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var path = new Argument<string>("path")
        {
            Description = speech.Say("A page, an archive, a folder, or - for standard input; the formats of add.", "页面、归档、文件夹，或 - 表示标准输入；格式与 add 相同。"),
            DefaultValueFactory = _ => "-",
        };
        var batch = new Option<bool>("--batch")
        {
            Description = speech.Say(
                "JSON Lines in ({\"id\", \"html\"|\"text\"|\"base64\"}), JSON Lines out, in order, on all cores. A bad record has an \"error\" in its place; exit code 1 only where all are bad.",
                "输入与输出均为 JSON Lines（{\"id\", \"html\"|\"text\"|\"base64\"}），保持顺序，使用全部核心。坏记录在原位输出 \"error\"；仅当全部记录都坏时退出码为 1。"),
        };
        var command = new CommandWithExamples(
            "clean",
            speech.Say("Clean pages: main text, title, date, author, repairs and drops.", "清洗页面：正文、标题、日期、作者，以及修复与删减记录。"),
            "tanyuan clean page.html --json",
            "tanyuan clean pages --json > documents.jsonl",
            "curl -s https://example.org/ | tanyuan clean -",
            "tanyuan clean --batch < pages.jsonl > documents.jsonl")
        {
            path, batch,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            return parsed.GetValue(batch)
                ? await RunBatchAsync(parsed.GetValue(path)!, cancellationToken)
                : Run(verb.Terminal, parsed.GetValue(path)!, cancellationToken);
        });
        return command;
    }

    static async Task<int> RunBatchAsync(string path, CancellationToken cancellationToken)
    {
        await using var input = BatchInput.Open(path);
        await using var output = Console.OpenStandardOutput();
        return (await CleanBatch.RunAsync(input, output, new CleanBatchOptions(), cancellationToken)).NothingRead ? ExitCode.Failed : ExitCode.Done;
    }

    static int Run(Terminal terminal, string path, CancellationToken cancellationToken)
    {
        using var input = path == "-" ? Console.OpenStandardInput() : Stream.Null;
        var items = path == "-" ? PageSource.FromStream(path, input, PageLimits.Default, cancellationToken) : PageSource.Enumerate(path, cancellationToken);
        var (read, failed) = (0, 0);
        foreach (var item in items)
        {
            var reading = item.Page is null ? null : PageReader.Read(item.Page, cancellationToken);
            if ((reading?.Quarantine ?? item.Quarantine) is { } quarantine)
            {
                failed++;
                Adding.WriteQuarantined([quarantine], terminal);
            }

            if (reading is { Documents.Count: > 0 })
            {
                read++;
                if (terminal.Json)
                    JsonOutput.WriteLine(terminal.Out, json => DocumentJson.Write(json, reading, path == "-" ? null : reading.Page.Name));
                else
                    WriteText(reading, terminal);
            }
        }

        return read > 0 || failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    static void WriteText(PageReading reading, Terminal terminal)
    {
        foreach (var document in reading.Documents)
        {
            // A derived title is the text's own beginning, which would stand there twice.
            if (document.Title.Length > 0 && !document.TitleIsDerived)
            {
                terminal.Out.WriteLine(terminal.Style.Strong(document.Title));
                terminal.Out.WriteLine();
            }

            terminal.Out.WriteLine(document.Text);
            terminal.Out.WriteLine();
        }
    }
}
