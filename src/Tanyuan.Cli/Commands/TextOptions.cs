using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tanyuan.Cli.Localization;

namespace Tanyuan.Cli.Commands;

/// <summary>What the text filters have in common.</summary>
internal static class TextOptions
{
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Argument<string> Path(Speech speech) => new("path")
    {
        Description = speech.Say("A text file, or - for standard input.", "文本文件，或 - 表示标准输入。"),
        DefaultValueFactory = _ => "-",
    };

    public static Option<bool> Batch(Speech speech) => new("--batch")
    {
        Description = speech.Say(
            "JSON Lines in ({\"id\", \"text\"}), JSON Lines out, in order.",
            "输入与输出均为 JSON Lines（{\"id\", \"text\"}），保持顺序。"),
    };
}
