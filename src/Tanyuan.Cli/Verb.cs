using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;

namespace Tanyuan.Cli;

/// <summary>What a verb runs with: its arguments, where it writes, and how it opens the library.</summary>
internal sealed class Verb(ParseResult arguments, GlobalOptions options, Speech speech)
{
    public ParseResult Arguments { get; } = arguments;

    public Terminal Terminal { get; } = new(speech, arguments.GetValue(options.Json), arguments.GetValue(options.Quiet));

    /// <summary>Opens the library to read: one that is not there is an error, never created by a question.</summary>
    public Task<TanyuanLibrary> OpenLibraryAsync(CancellationToken cancellationToken) =>
        TanyuanLibrary.OpenAsync(LibraryPath, new LibraryOptions { MustExist = true, IndexProgress = new IndexRemarks(Terminal) }, cancellationToken);

    /// <summary>Opens the library to add to it, and creates it where there is none.</summary>
    public Task<TanyuanLibrary> OpenOrCreateLibraryAsync(CancellationToken cancellationToken) =>
        TanyuanLibrary.OpenAsync(LibraryPath, new LibraryOptions { IndexProgress = new IndexRemarks(Terminal) }, cancellationToken);

    public string LibraryPath =>
        LibraryLocator.Find(Arguments.GetValue(options.Library), Environment.GetEnvironmentVariable, Directory.GetCurrentDirectory());
}
