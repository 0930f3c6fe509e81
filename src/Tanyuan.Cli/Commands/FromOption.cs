using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Library;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Cli.Commands;

/// <summary><c>--from PATH</c>: work on files directly, through a library that lives in memory for this one command.</summary>
internal static class FromOption
{
    public static Option<string[]> Create(Speech speech) => new("--from")
    {
        Description = speech.Say("Read these files or folders directly, without a library.", "直接读取这些文件或文件夹，不建立资料库。"),
        HelpName = "PATH",
    };

    /// <summary>The library in memory with these pages; without pages the library on disk.</summary>
    public static async Task<TanyuanLibrary> OpenAsync(Verb verb, string[] paths, CancellationToken cancellationToken)
    {
        if (paths.Length == 0)
            return await verb.OpenLibraryAsync(cancellationToken);

        var files = paths.Sum(PageSource.CountFiles);
        var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: cancellationToken);
        var report = await Adding.AddAsync(library, paths, files, verb.Terminal, cancellationToken);
        Adding.WriteQuarantined(report.Quarantined, verb.Terminal);
        return library;
    }
}
