using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Cli.Commands;

/// <summary>What <c>add</c> and <c>ask --from</c> share: reading paths into a library under a progress bar.</summary>
internal static class Adding
{
    public static Task<AddReport> AddAsync(
        TanyuanLibrary library, IReadOnlyList<string> paths, int files, Terminal terminal, CancellationToken cancellationToken) =>
        terminal.WithProgressAsync(terminal.Say("Reading pages", "读取页面"), files, progress => library.AddAsync(
            paths.SelectMany(path => PageSource.Enumerate(path, cancellationToken)),
            new Relay(progress),
            cancellationToken));

    public static void WriteQuarantined(IReadOnlyList<Quarantine> quarantined, Terminal terminal)
    {
        foreach (var item in quarantined)
            terminal.Remark(terminal.Say($"  set aside: {DocumentLabel.Page(item.Name)} ({item.Code}): {item.Reason}", $"  已隔离：{DocumentLabel.Page(item.Name)}（{item.Code}）：{ChineseReasons.Of(item.Reason)}"));
    }

    /// <summary>Passes the library's progress on. Not <see cref="Progress{T}"/>, whose callbacks may still come after the work is done.</summary>
    sealed class Relay(IProgress<(int Done, string Detail)> target) : IProgress<AddProgress>
    {
        public void Report(AddProgress value) => target.Report((value.Pages, value.Current));
    }
}
