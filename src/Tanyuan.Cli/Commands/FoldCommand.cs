using System.CommandLine;
using System.Text.Json;
using Tanyuan.Cli.Localization;
using Tanyuan.Text.Conversion;
using Tanyuan.Text.Folding;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan fold [PATH|-] --to SCRIPT</c>: text from one Chinese script to another, line in, line out.</summary>
internal static class FoldCommand
{
    const string Key = "key";

    static readonly Dictionary<string, ChineseScript> Scripts = new(StringComparer.Ordinal)
    {
        ["simplified"] = ChineseScript.Simplified,
        ["traditional"] = ChineseScript.Traditional,
        ["taiwan"] = ChineseScript.Taiwan,
        ["hongkong"] = ChineseScript.HongKong,
    };

    public static Command Create(Speech speech, GlobalOptions options)
    {
        var path = TextOptions.Path(speech);
        var to = new Option<string>("--to")
        {
            Description = speech.Say(
                "The script: simplified, traditional, taiwan, hongkong; or key, the form that search compares (same length, half width, lower case).",
                "目标字体：simplified（简体）、traditional（繁体）、taiwan（台湾）、hongkong（香港），或 key：检索所用的形式（等长、半角、小写）。"),
            HelpName = "SCRIPT",
            DefaultValueFactory = _ => "simplified",
        };
        to.AcceptOnlyFromAmong([.. Scripts.Keys, Key]);
        var from = new Option<string?>("--from")
        {
            Description = speech.Say("The script that the text is in. Default: each line is judged by its characters.", "原文的字体。默认逐行按用字判断。"),
            HelpName = "SCRIPT",
        };
        from.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var words = new Option<bool>("--words") { Description = speech.Say("Convert regional words, too.", "同时转换地区用词。") };
        var batch = TextOptions.Batch(speech);
        var command = new CommandWithExamples(
            "fold",
            speech.Say("Convert Chinese between Simplified and Traditional, line by line.", "逐行转换简体与繁体中文。"),
            "tanyuan fold --to traditional page.txt",
            "echo 頭髮與發展 | tanyuan fold",
            "tanyuan fold --to taiwan --words --batch < records.jsonl")
        {
            path, to, from, words, batch,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string Convert(string text) => parsed.GetValue(to) == Key
                ? TextFolder.Fold(text)
                : ScriptConverter.Convert(
                    text, Scripts[parsed.GetValue(to)!], parsed.GetValue(words), parsed.GetValue(from) is { } script ? Scripts[script] : null);

            var asRecords = parsed.GetValue(batch);
            var asJson = parsed.GetValue(options.Json);
            await using var input = BatchInput.Open(parsed.GetValue(path)!);
            await using var output = Console.OpenStandardOutput();
            await LineFilter.RunAsync(
                input,
                output,
                line => asRecords ? TextRecord.Answer(line, (json, text) => json.WriteString("text", Convert(text)))
                    : asJson ? JsonSerializer.Serialize(Convert(line), TextOptions.Json)
                    : Convert(line),
                cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
