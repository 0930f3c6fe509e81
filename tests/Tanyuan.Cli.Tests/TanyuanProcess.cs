using System.Diagnostics;
using System.Text;

namespace Tanyuan.Cli.Tests;

/// <summary>Runs the real command in a process of its own, as a shell would.</summary>
internal static class TanyuanProcess
{
    static readonly string Application = Path.Combine(AppContext.BaseDirectory, "tanyuan.dll");

    public sealed record Outcome(int ExitCode, string Output, string Error);

    public static Task<Outcome> RunAsync(string folder, params string[] arguments) => RunAsync(folder, input: null, new Dictionary<string, string>(), arguments);

    public static async Task<Outcome> RunAsync(
        string folder, string? input, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Application);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        // The outcome must not hang on who runs the tests, nor find a library of theirs.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TANYUAN_LIBRARY"] = Path.Combine(folder, "library");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, await output, await error);
    }
}
