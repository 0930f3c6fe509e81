using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan status</c>: what the library holds.</summary>
internal static class StatusCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var command = new CommandWithExamples(
            "status",
            speech.Say("Show what the library holds and what was set aside.", "显示资料库的内容和被隔离的页面。"),
            "tanyuan status",
            "tanyuan status --json");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            await using var library = await verb.OpenLibraryAsync(cancellationToken);
            var status = await library.GetStatusAsync(cancellationToken);
            if (verb.Terminal.Json)
                WriteJson(status, verb.Terminal.Out);
            else
                WriteText(status, verb.Terminal);
            return ExitCode.Done;
        });
        return command;
    }

    static void WriteText(LibraryStatus status, Terminal terminal)
    {
        void Row(string english, string chinese, string value) => terminal.Out.WriteLine($"{terminal.Say($"{english,-22}", $"{chinese}：")}{value}");

        Row("library", "资料库", status.Path);
        Row("pages", "页面", $"{status.Pages:N0}");
        Row("documents", "文档", $"{status.Documents:N0}");
        Row("passages", "段落", $"{status.Passages:N0}");
        Row("characters", "字符", $"{status.Characters:N0}");
        Row("originals", "原件", Size(status.OriginalBytes));
        Row("on disk", "占用磁盘", Size(status.DiskBytes));
        Row("quarantined", "隔离", $"{status.Quarantined.Count:N0}");
        Row("index", "索引", status.IndexedChange == status.LastChange
            ? terminal.Say("up to date", "已是最新")
            : terminal.Say($"{status.LastChange - status.IndexedChange:N0} changes behind", $"落后 {status.LastChange - status.IndexedChange:N0} 个变更"));
        Adding.WriteQuarantined(status.Quarantined, terminal);
    }

    static void WriteJson(LibraryStatus status, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("path", status.Path);
        json.WriteNumber("pages", status.Pages);
        json.WriteNumber("documents", status.Documents);
        json.WriteNumber("passages", status.Passages);
        json.WriteNumber("characters", status.Characters);
        json.WriteNumber("originalBytes", status.OriginalBytes);
        json.WriteNumber("diskBytes", status.DiskBytes);
        json.WriteNumber("lastChange", status.LastChange);
        json.WriteNumber("indexedChange", status.IndexedChange);
        JsonOutput.WriteQuarantined(json, status.Quarantined);
        json.WriteEndObject();
    });

    static string Size(long bytes) => bytes switch
    {
        < 10_000 => $"{bytes:N0} B",
        < 10_000_000 => $"{bytes / 1e3:N0} kB",
        < 10_000_000_000 => $"{bytes / 1e6:N1} MB",
        _ => $"{bytes / 1e9:N1} GB",
    };
}
