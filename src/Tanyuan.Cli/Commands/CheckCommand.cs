using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan check</c>: proves that the record is sound and the index agrees with it.</summary>
internal static class CheckCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var command = new CommandWithExamples(
            "check",
            speech.Say("Prove that the library is sound and its index agrees with it. Changes nothing.", "检查资料库是否完好、索引是否与之一致；不做任何改动。"),
            "tanyuan check",
            "tanyuan check --json");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            await using var library = await verb.OpenLibraryAsync(cancellationToken);
            var report = await library.CheckAsync(cancellationToken);
            if (verb.Terminal.Json)
            {
                JsonOutput.Write(verb.Terminal.Out, json =>
                {
                    json.WriteStartObject();
                    json.WriteBoolean("sound", report.IsSound);
                    json.WriteNumber("documents", report.Documents);
                    json.WriteNumber("passages", report.Passages);
                    json.WriteStartArray("problems");
                    foreach (var problem in report.Problems)
                        json.WriteStringValue(problem);
                    json.WriteEndArray();
                    json.WriteEndObject();
                });
            }
            else
            {
                verb.Terminal.Out.WriteLine(report.IsSound
                    ? verb.Terminal.Say(
                        $"Sound: {report.Documents:N0} documents, {report.Passages:N0} passages.",
                        $"完好：{report.Documents:N0} 个文档，{report.Passages:N0} 个段落。")
                    : string.Join('\n', report.Problems));
            }

            return report.IsSound ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
