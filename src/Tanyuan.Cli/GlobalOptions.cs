using System.CommandLine;
using Tanyuan.Cli.Localization;

namespace Tanyuan.Cli;

/// <summary>The options that every verb takes.</summary>
internal sealed class GlobalOptions
{
    public GlobalOptions(Speech speech)
    {
        Library = new Option<string?>("--library", "-L")
        {
            Description = speech.Say(
                "The library folder. Default: $TANYUAN_LIBRARY, else .tanyuan here or in the nearest parent, else your data folder.",
                "资料库文件夹。默认依次为 $TANYUAN_LIBRARY、当前或最近上级目录中的 .tanyuan、用户数据目录。"),
            HelpName = "DIR",
            Recursive = true,
        };
        Lang = new Option<string?>("--lang")
        {
            Description = speech.Say("The language of messages: zh or en. Default: the locale.", "提示语言：zh 或 en。默认随系统区域设置。"),
            HelpName = "zh|en",
            Recursive = true,
        };
        Lang.AcceptOnlyFromAmong("zh", "en");
        Json = new Option<bool>("--json")
        {
            Description = speech.Say("Write JSON to standard output.", "以 JSON 输出到标准输出。"),
            Recursive = true,
        };
        Quiet = new Option<bool>("--quiet", "-q")
        {
            Description = speech.Say("No progress and no remarks on standard error.", "不在标准错误输出进度和说明。"),
            Recursive = true,
        };
    }

    public Option<string?> Library { get; }

    public Option<string?> Lang { get; }

    public Option<bool> Json { get; }

    public Option<bool> Quiet { get; }

    public IEnumerable<Option> All => [Library, Lang, Json, Quiet];
}
