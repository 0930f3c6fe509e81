using System.Globalization;
using Tanyuan.Answers;
using Tanyuan.Cli.Output;
using Tanyuan.Library;

namespace Tanyuan.Cli.Conversing;

/// <summary>
/// Questions one after another, of a person at a terminal or a line each from a pipe. A question may lean on the one before it (「那价格呢？」); how it
/// was understood is shown. A few words are orders: help, history, new, exit, in either language.
/// </summary>
internal sealed class Conversation(TanyuanLibrary library, AskOptions options, Terminal terminal)
{
    readonly List<string> asked = [];
    readonly bool person = !Console.IsInputRedirected;
    string? earlier = options.Earlier;
    bool answered;

    /// <summary>Answers until the questions end.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (person)
            Greet();
        while (!cancellationToken.IsCancellationRequested && Next() is { } line)
        {
            var said = line.Trim();
            if (said.Length == 0)
                continue;
            switch (Order(said))
            {
                case "exit":
                    return ExitCode.Done;
                case "help":
                    Help();
                    break;
                case "history":
                    for (var i = 0; i < asked.Count; i++)
                        terminal.Out.WriteLine($"  {i + 1}  {asked[i]}");
                    break;
                case "new":
                    earlier = null;
                    terminal.Remark(terminal.Say("The next question stands by itself.", "下一个问题不承接上文。"));
                    break;
                default:
                    await AskAsync(Recalled(said), cancellationToken);
                    break;
            }
        }

        return answered || person ? ExitCode.Done : ExitCode.Nothing;
    }

    /// <summary>Says so, and is true, where there is neither a person nor a line to read.</summary>
    public static bool LacksQuestions(Terminal terminal)
    {
        if (!Console.IsInputRedirected || Console.In.Peek() >= 0)
            return false;
        Console.Error.WriteLine(terminal.Say(
            "Give a question, a line each on standard input, or --batch FILE. See `tanyuan ask --help`.",
            "请给出问题，或从标准输入逐行提问，或使用 --batch 文件。用法见 `tanyuan ask --help`。"));
        return true;
    }

    async Task AskAsync(string question, CancellationToken cancellationToken)
    {
        asked.Add(question);
        var understood = await library.UnderstandAsync(question, options with { Earlier = earlier }, cancellationToken);
        if (!terminal.Json && !person)
            terminal.Out.WriteLine($"> {question}");
        if (understood != question)
            terminal.Remark(terminal.Style.Faint(terminal.Say($"understood as: {understood}", $"理解为：{understood}")));
        var answer = await AnswerShow.AskAsync(library, understood, options with { Earlier = null }, terminal, cancellationToken);
        await terminal.Out.FlushAsync(cancellationToken);
        answered |= !answer.Abstained;
        earlier = understood;
    }

    // !3 asks the third question again.
    string Recalled(string said) =>
        said[0] is '!' or '！' && int.TryParse(said.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= asked.Count ? asked[number - 1] : said;

    string? Next()
    {
        if (!person)
            return Console.In.ReadLine();
        var prompt = terminal.Say("ask> ", "提问> ");
        if (Environment.GetEnvironmentVariable("TERM") is not "dumb" && !Console.IsErrorRedirected)
            return new LineEditor(prompt, asked).Read();
        Console.Error.Write(prompt);
        return Console.In.ReadLine();
    }

    static string Order(string said) => said.TrimStart('/', ':').ToLowerInvariant() switch
    {
        "exit" or "quit" or "q" or "bye" or "退出" or "再见" or "结束" => "exit",
        "help" or "h" or "?" or "？" or "帮助" or "幫助" => "help",
        "history" or "历史" or "歷史" => "history",
        "new" or "reset" or "新话题" or "新話題" or "重新开始" => "new",
        _ => "",
    };

    void Greet() => terminal.Remark(terminal.Style.Faint(terminal.Say(
        "Ask your pages. A question may lean on the one before. help tells more; exit or Ctrl-D ends.",
        "向你的资料提问，可以承接上一个问题追问。输入“帮助”查看说明，输入“退出”或按 Ctrl-D 结束。")));

    void Help() => terminal.Out.WriteLine(terminal.Say(
        """
          A line is a question, in Chinese or English. It may lean on the one before: "what about its price?"
          history   what was asked; !3 asks the third again, the up key goes back
          new       the next question stands by itself
          help      this
          exit      ends (also Ctrl-D)
        """,
        """
          一行一个问题，中文或英文。可以承接上一个问题，如“那价格呢？”
          历史      已问过的问题；!3 重问第三个，按上箭头回到前面的问题
          新话题    下一个问题不承接上文
          帮助      显示本说明
          退出      结束（也可按 Ctrl-D）
        """));
}
