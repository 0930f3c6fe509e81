using Tanyuan.Text.Repairing;

namespace Tanyuan.Cli.Output;

/// <summary>How a document is called where people read.</summary>
internal static class DocumentLabel
{
    public static string Title(string title, Terminal terminal) => title.Length > 0 ? title : terminal.Say("(no title)", "（无标题）");

    /// <summary>How many copies of a story there are; empty for the only one.</summary>
    public static string Copies(int copies, Terminal terminal) => copies > 1 ? terminal.Say($"{copies} copies", $"{copies} 份转载") : "";

    /// <summary>What a page is called where its name was damaged on the way.</summary>
    public static string Page(string name) => TextRepairer.RepairName(name).Text;
}
