using System.CommandLine;
using System.Text.Json;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Text;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan repair [PATH|-]</c>: damaged text in, sound text out; what was changed, where and by which rule; and back again.</summary>
internal static class RepairCommand
{
    const int LongestShown = 40;

    public static Command Create(Speech speech, GlobalOptions options)
    {
        var path = TextOptions.Path(speech);
        var show = new Option<bool>("--show") { Description = speech.Say("List the repairs instead of the text.", "列出各处修复，而不是输出文本。") };
        var undo = new Option<bool>("--undo")
        {
            Description = speech.Say("Take what --json or --batch wrote and give the text before all repairs.", "读入 --json 或 --batch 的输出，还原修复前的文本。"),
        };
        var lines = new Option<bool>("--lines")
        {
            Description = speech.Say("Each line is a text of its own: line in, line out, as they come.", "每行作为单独的文本：逐行读入，逐行输出。"),
        };
        var batch = TextOptions.Batch(speech);
        var command = new CommandWithExamples(
            "repair",
            speech.Say("Undo damaged encodings, lost bytes, readings in brackets and the like.", "修复乱码、丢失的字节、夹带的拼音等文本损坏。"),
            "tanyuan repair page.txt > sound.txt",
            "tanyuan repair --show page.txt",
            "tanyuan repair --json page.txt | tanyuan repair --undo",
            "tanyuan repair --batch < records.jsonl")
        {
            path, show, undo, lines, batch,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = new Terminal(speech, parsed.GetValue(options.Json), parsed.GetValue(options.Quiet));
            var file = parsed.GetValue(path)!;
            Func<string, string>? answer = parsed.GetValue(undo) ? Undo
                : parsed.GetValue(batch) ? line => TextRecord.Answer(line, (json, text) => WriteFields(json, TextRepairer.Repair(text)))
                : parsed.GetValue(lines) ? line => TextRepairer.Repair(line).Text.ReplaceLineEndings(" ")
                : null;
            if (answer is null)
            {
                Write(terminal, TextRepairer.Repair(await TextInput.ReadAsync(file, cancellationToken)), parsed.GetValue(show));
                return ExitCode.Done;
            }

            await using var input = BatchInput.Open(file);
            await using var output = Console.OpenStandardOutput();
            await LineFilter.RunAsync(input, output, answer, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    static void Write(Terminal terminal, RepairedText repaired, bool show)
    {
        if (terminal.Json)
        {
            JsonOutput.WriteLine(terminal.Out, json =>
            {
                json.WriteStartObject();
                WriteFields(json, repaired);
                json.WriteEndObject();
            });
            return;
        }

        if (show)
        {
            foreach (var repair in repaired.Repairs)
                terminal.Out.WriteLine($"{repair.Start}–{repair.Start + repair.Length}\t{repair.Rule}\t{Shorten(repair.Before)}\t→\t{Shorten(repair.After)}");
            return;
        }

        terminal.Out.Write(repaired.Text);
        var rules = repaired.Repairs.GroupBy(repair => repair.Rule).Select(rule => $"{rule.Key} {rule.Count()}");
        if (repaired.Repairs.Count > 0)
            terminal.Remark(terminal.Say($"Repairs: {string.Join(", ", rules)}", $"修复：{string.Join("，", rules)}"));
    }

    static string Shorten(string text)
    {
        text = text.ReplaceLineEndings("⏎");
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }

    static void WriteFields(Utf8JsonWriter json, RepairedText repaired)
    {
        json.WriteString("text", repaired.Text);
        json.WriteStartArray("repairs");
        foreach (var repair in repaired.Repairs)
        {
            json.WriteStartObject();
            json.WriteString("rule", repair.Rule);
            json.WriteNumber("start", repair.Start);
            json.WriteNumber("length", repair.Length);
            json.WriteString("before", repair.Before);
            json.WriteString("after", repair.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The text before the repairs that a line tells of: plain where it came from <c>--json</c>, a record where it came from <c>--batch</c>.</summary>
    static string Undo(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var repairs = root.GetProperty("repairs").EnumerateArray().Select(repair => new Repair(
                repair.GetProperty("rule").GetString()!, repair.GetProperty("start").GetInt32(), repair.GetProperty("length").GetInt32(),
                repair.GetProperty("before").GetString()!, repair.GetProperty("after").GetString()!)).ToList();
            var original = new RepairedText(root.GetProperty("text").GetString()!, repairs).Undo();
            return root.TryGetProperty("id", out _) ? TextRecord.Answer(line, (json, _) => json.WriteString("text", original)) : original;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new TanyuanException("batch-line-invalid", "A line is not what tanyuan repair --json or --batch writes.");
        }
    }
}
