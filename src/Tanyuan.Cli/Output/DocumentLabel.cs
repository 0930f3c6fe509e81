namespace Tanyuan.Cli.Output;

/// <summary>How a document is called where people read.</summary>
internal static class DocumentLabel
{
    public static string Title(string title, Terminal terminal) => title.Length > 0 ? title : terminal.Say("(no title)", "（无标题）");

    /// <summary>How many copies of a story there are; empty for the only one.</summary>
    public static string Copies(int copies, Terminal terminal) => copies > 1 ? terminal.Say($"{copies} copies", $"{copies} 份转载") : "";
}
