using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan remove ID|NAME…</c>: documents, or all documents of a page, out of the library.</summary>
internal static class RemoveCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var ids = new Argument<string[]>("id")
        {
            Description = speech.Say("Document ids, external ids, or page names as `list` shows them.", "文档编号、外部编号，或 list 显示的页面名。"),
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new CommandWithExamples(
            "remove",
            speech.Say("Remove documents from the library.", "从资料库删除文档。"),
            "tanyuan remove 3f2a9c",
            "tanyuan remove ~/pages/old.html")
        {
            ids,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(new Verb(parsed, options, speech), parsed.GetValue(ids)!, cancellationToken));
        return command;
    }

    static async Task<int> RunAsync(Verb verb, string[] ids, CancellationToken cancellationToken)
    {
        var terminal = verb.Terminal;
        await using var library = await verb.OpenLibraryAsync(cancellationToken);
        var removed = 0;
        var missing = new List<string>();
        foreach (var id in ids)
        {
            // A name may be given relative to this folder; the library knows pages by their full path.
            var count = await library.RemoveAsync(id, cancellationToken);
            if (count == 0 && Path.Exists(id))
                count = await library.RemoveAsync(Path.GetFullPath(id), cancellationToken);
            if (count == 0)
                count = await RemoveShownAsync(library, id, cancellationToken);
            removed += count;
            if (count == 0)
                missing.Add(id);
        }

        if (terminal.Json)
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteNumber("removed", removed);
                json.WriteStartArray("missing");
                missing.ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Out.WriteLine(terminal.Say($"{removed:N0} documents removed.", $"已删除 {removed:N0} 个文档。"));
        }

        foreach (var id in missing)
            terminal.Remark(terminal.Say($"  not in the library: {id}", $"  资料库中没有：{id}"));
        return missing.Count == 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    /// <summary>Removes the pages whose damaged names <c>list</c> shows in this way.</summary>
    static async Task<int> RemoveShownAsync(TanyuanLibrary library, string shown, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var document in library.ListAsync(cancellationToken: cancellationToken))
        {
            if (DocumentLabel.Page(document.PageName) == shown)
                names.Add(document.PageName);
        }

        var removed = 0;
        foreach (var name in names)
            removed += await library.RemoveAsync(name, cancellationToken);
        return removed;
    }
}
