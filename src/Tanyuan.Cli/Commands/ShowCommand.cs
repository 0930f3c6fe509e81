using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Batch;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan show ID</c>: a document, its original, or what was changed in it.</summary>
internal static class ShowCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var id = new Argument<string>("id") { Description = speech.Say("A document id or external id.", "文档编号或外部编号。") };
        var original = new Option<bool>("--original") { Description = speech.Say("The page's bytes, as they were added.", "输出页面添加时的原始字节。") };
        var repairs = new Option<bool>("--repairs")
        {
            Description = speech.Say("What was repaired and what was left out, with the rules.", "列出修复与删去的内容及所用规则。"),
        };
        var command = new CommandWithExamples(
            "show",
            speech.Say("Show a document.", "显示文档。"),
            "tanyuan show 3f2a9c",
            "tanyuan show 3f2a9c --repairs",
            "tanyuan show 3f2a9c --original > page.html")
        {
            id, original, repairs,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            await using var library = await verb.OpenLibraryAsync(cancellationToken);
            var wanted = parsed.GetValue(id)!;
            if (await library.FindAsync(wanted, cancellationToken) is not { } stored)
            {
                verb.Terminal.Remark(verb.Terminal.Say($"No document {wanted} in the library.", $"资料库中没有文档 {wanted}。"));
                return ExitCode.Nothing;
            }

            if (parsed.GetValue(original))
                await WriteOriginalAsync(library, stored, cancellationToken);
            else if (verb.Terminal.Json)
                JsonOutput.Write(verb.Terminal.Out, json => DocumentJson.Write(json, stored.Document, stored.PublicId));
            else if (parsed.GetValue(repairs))
                WriteRepairs(stored, verb.Terminal);
            else
                WriteText(stored, verb.Terminal);
            return ExitCode.Done;
        });
        return command;
    }

    static async Task WriteOriginalAsync(TanyuanLibrary library, StoredDocument stored, CancellationToken cancellationToken)
    {
        var bytes = await library.ReadOriginalAsync(stored.Id, cancellationToken) ?? [];
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(bytes, cancellationToken);
    }

    static string? Published(Document document, Terminal terminal) => document.PublishedIsInferred
        ? $"{document.Published} {terminal.Say("(inferred)", "（推定）")}"
        : document.Published;

    static void WriteText(StoredDocument stored, Terminal terminal)
    {
        var document = stored.Document;
        terminal.Out.WriteLine(terminal.Style.Strong(DocumentLabel.Title(document.Title, terminal)));
        var details = new[] { Published(document, terminal), document.Author, document.Site, document.Url, DocumentLabel.Page(stored.PageName), $"{document.Language}-{document.Script}",
            DocumentLabel.Copies(stored.Reprints?.Copies ?? 1, terminal) };
        terminal.Out.WriteLine(terminal.Style.Faint(string.Join(" · ", details.Where(part => !string.IsNullOrEmpty(part)))));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(document.Text);
        if (document.Side.Count > 0)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(terminal.Style.Faint(terminal.Say("Beside the article:", "文外内容：")));
            foreach (var side in document.Side)
                terminal.Out.WriteLine(terminal.Style.Faint(side));
        }

        terminal.Remark(terminal.Style.Faint(terminal.Say(
            $"{document.Repairs.Count} repairs, {document.Drops.Count} drops: see them with --repairs.",
            $"修复 {document.Repairs.Count} 处，删去 {document.Drops.Count} 处：用 --repairs 查看。")));
    }

    static void WriteRepairs(StoredDocument stored, Terminal terminal)
    {
        var name = TextRepairer.RepairName(stored.PageName);
        foreach (var repair in name.Repairs)
            terminal.Out.WriteLine($"{terminal.Say("name", "文件名"),8}  {repair.Rule,-18} {Quoted(repair.Before)} → {Quoted(repair.After)}");
        foreach (var repair in stored.Document.Repairs)
            terminal.Out.WriteLine($"{repair.Start,8}  {repair.Rule,-18} {Quoted(repair.Before)} → {Quoted(repair.After)}");
        foreach (var drop in stored.Document.Drops)
            terminal.Out.WriteLine($"{"-",8}  {drop.Rule,-18} {Quoted(drop.Text)}");
        if (name.Repairs.Count + stored.Document.Repairs.Count + stored.Document.Drops.Count == 0)
            terminal.Remark(terminal.Say("Nothing was changed or left out.", "没有任何改动或删减。"));
    }

    static string Quoted(string text) => $"“{text.Replace("\n", "⏎")}”";
}
