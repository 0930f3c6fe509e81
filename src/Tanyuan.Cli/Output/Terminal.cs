using System.Text;
using Spectre.Console;
using Tanyuan.Cli.Localization;

namespace Tanyuan.Cli.Output;

/// <summary>
/// Where a command writes: results to standard output, everything else to standard error. Colours only on a terminal and
/// without <c>NO_COLOR</c>; progress bars only where a person watches.
/// </summary>
internal sealed class Terminal
{
    /// <summary>Wide enough that no line of a table is ever broken in a pipe.</summary>
    const int PipeWidth = 1000;

    readonly Lazy<IAnsiConsole> remarks;
    readonly Lazy<IAnsiConsole> results;

    public Terminal(Speech speech, bool json, bool quiet)
    {
        Speech = speech;
        Json = json;
        Quiet = quiet;
        Style = new AnsiStyle(!Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "");
        remarks = new Lazy<IAnsiConsole>(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));
        results = new Lazy<IAnsiConsole>(CreateResults);
    }

    public Speech Speech { get; }

    public bool Json { get; }

    public bool Quiet { get; }

    public AnsiStyle Style { get; }

    public TextWriter Out { get; } = Console.Out;

    /// <summary>Standard output, for tables.</summary>
    public IAnsiConsole Results => results.Value;

    public string Say(string english, string chinese) => Speech.Say(english, chinese);

    /// <summary>Tells a person something that is not the result.</summary>
    public void Remark(string text)
    {
        if (!Quiet)
            Console.Error.WriteLine(text);
    }

    /// <summary>Runs long work under a progress bar, or plainly where nobody watches.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="total">How many steps, or null when unknown.</param>
    /// <param name="work">The work; it reports the steps done so far and a detail.</param>
    public async Task<T> WithProgressAsync<T>(string title, int? total, Func<IProgress<(int Done, string Detail)>, Task<T>> work)
    {
        if (Quiet || Console.IsErrorRedirected)
            return await work(new Silent());

        return await remarks.Value.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: total ?? 1);
                task.IsIndeterminate = total is null;
                return await work(new Bar(task, title));
            });
    }

    /// <summary>Sets up UTF-8 without a byte order mark on all streams, whatever the locale says.</summary>
    public static void UseUtf8()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        Console.InputEncoding = utf8;
    }

    static IAnsiConsole CreateResults()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = PipeWidth;
        return console;
    }

    sealed class Silent : IProgress<(int Done, string Detail)>
    {
        public void Report((int Done, string Detail) value)
        {
        }
    }

    sealed class Bar(ProgressTask task, string title) : IProgress<(int Done, string Detail)>
    {
        public void Report((int Done, string Detail) value)
        {
            task.Value = value.Done;
            task.Description = Markup.Escape($"{title} {value.Done:N0}");
        }
    }
}
