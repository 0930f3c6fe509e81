using System.CommandLine;
using Tanyuan.Answers;
using Tanyuan.Answers.Batch;
using Tanyuan.Cli.Localization;
using Tanyuan.Library;
using Tanyuan.Text;

namespace Tanyuan.Cli.Commands;

/// <summary>What the <c>--batch</c> modes share: JSON Lines from a file or standard input, JSON Lines to standard output, in order.</summary>
internal static class BatchInput
{
    public static Option<string?> Option(Speech speech, string description) => new("--batch")
    {
        Description = description,
        HelpName = speech.Say("FILE|-", "文件|-"),
    };

    public static async Task<int> AskAsync(TanyuanLibrary library, string file, AskOptions ask, CancellationToken cancellationToken)
    {
        using var input = new StreamReader(Open(file));
        await using var output = Console.OpenStandardOutput();
        return (await AskBatch.RunAsync(library, input, output, ask, cancellationToken)).NothingRead ? ExitCode.Failed : ExitCode.Done;
    }

    public static async Task<int> SearchAsync(Verb verb, string file, CancellationToken cancellationToken)
    {
        await using var library = await verb.OpenLibraryAsync(cancellationToken);
        using var input = new StreamReader(Open(file));
        await using var output = Console.OpenStandardOutput();
        return (await SearchBatch.RunAsync(library, input, output, cancellationToken)).NothingRead ? ExitCode.Failed : ExitCode.Done;
    }

    public static Stream Open(string file)
    {
        if (file == "-")
            return Console.OpenStandardInput();
        if (Directory.Exists(file))
            throw new TanyuanException("path-not-a-file", $"{file} is a folder; --batch reads JSON Lines. Pages in a folder are cleaned with `tanyuan clean {file} --json`.");
        if (!File.Exists(file))
            throw new TanyuanException("path-not-found", $"There is no file {file}.");
        return File.OpenRead(file);
    }
}
