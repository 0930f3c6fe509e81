using System.CommandLine;
using System.Text.Json;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan add PATH…</c>: pages into the library.</summary>
internal static class AddCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = speech.Say(
                "Files and folders: text, HTML, MHTML, Markdown, CSV, JSON Lines, RSS/Atom, e-mail, Word, EPUB, PDF; ZIP, TAR, gzip and WARC of these.",
                "文件或文件夹：文本、HTML、MHTML、Markdown、CSV、JSON Lines、RSS/Atom、邮件、Word、EPUB、PDF，以及含有这些内容的 ZIP、TAR、gzip、WARC。"),
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new CommandWithExamples(
            "add",
            speech.Say("Add pages to the library. Adding again is no work for what has not changed.", "把页面加入资料库。再次添加时，没有变化的不会重复处理。"),
            "tanyuan add ~/pages",
            "tanyuan add news.html notes.txt export.jsonl --library ./.tanyuan")
        {
            paths,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(new Verb(parsed, options, speech), parsed.GetValue(paths)!, cancellationToken));
        return command;
    }

    static async Task<int> RunAsync(Verb verb, string[] paths, CancellationToken cancellationToken)
    {
        // Every path is looked at before any work, so that a typo in the last one does not leave half an add behind.
        var files = paths.Sum(PageSource.CountFiles);
        await using var library = await verb.OpenOrCreateLibraryAsync(cancellationToken);
        var report = await Adding.AddAsync(library, paths, files, verb.Terminal, cancellationToken);

        if (verb.Terminal.Json)
            WriteJson(report, verb.LibraryPath, verb.Terminal.Out);
        else
            WriteText(report, verb.Terminal);
        verb.Terminal.Remark(verb.Terminal.Say($"The library is in {verb.LibraryPath}.", $"资料库位于 {verb.LibraryPath}。"));
        return report.Pages > 0 && report.Quarantined.Count == report.Pages ? ExitCode.Failed : ExitCode.Done;
    }

    static void WriteText(AddReport report, Terminal terminal)
    {
        terminal.Out.WriteLine(terminal.Say(
            $"{report.Pages:N0} pages: {report.Added:N0} new documents, {report.Updated:N0} updated, {report.Renamed:N0} renamed, "
            + $"{report.Unchanged:N0} unchanged, {report.Duplicates:N0} duplicates, {report.Reprints:N0} reprints, {report.Quarantined.Count:N0} quarantined.",
            $"共 {report.Pages:N0} 个页面：新增文档 {report.Added:N0}，更新 {report.Updated:N0}，改名 {report.Renamed:N0}，"
            + $"未变 {report.Unchanged:N0}，重复 {report.Duplicates:N0}，转载 {report.Reprints:N0}，隔离 {report.Quarantined.Count:N0}。"));
        Adding.WriteQuarantined(report.Quarantined, terminal);
    }

    static void WriteJson(AddReport report, string library, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("library", library);
        json.WriteNumber("pages", report.Pages);
        json.WriteNumber("added", report.Added);
        json.WriteNumber("updated", report.Updated);
        json.WriteNumber("renamed", report.Renamed);
        json.WriteNumber("unchanged", report.Unchanged);
        json.WriteNumber("duplicates", report.Duplicates);
        json.WriteNumber("reprints", report.Reprints);
        JsonOutput.WriteQuarantined(json, report.Quarantined);
        json.WriteEndObject();
    });
}
