using System.CommandLine;
using Tanyuan.Cli.Localization;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan rebuild</c>: makes the index anew from the record.</summary>
internal static class RebuildCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var command = new CommandWithExamples(
            "rebuild",
            speech.Say("Make the index again from the library's record. Searches go on meanwhile.", "由资料库记录重建索引；期间仍可检索。"),
            "tanyuan rebuild");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            await using var library = await verb.OpenLibraryAsync(cancellationToken);
            await library.RebuildAsync(cancellationToken);
            verb.Terminal.Remark(verb.Terminal.Say("The index is made anew.", "索引已重建。"));
            return ExitCode.Done;
        });
        return command;
    }
}
