namespace Tanyuan.Cli.Output;

/// <summary>How a document is called where people read.</summary>
internal static class DocumentLabel
{
    public static string Title(string title, Terminal terminal) => title.Length > 0 ? title : terminal.Say("(no title)", "（无标题）");
}
