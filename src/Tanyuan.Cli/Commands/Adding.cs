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
            terminal.Remark(terminal.Say($"  set aside: {DocumentLabel.Page(item.Name)} ({item.Code}): {item.Reason}", $"  已隔离：{DocumentLabel.Page(item.Name)}（{Reason(item)}）"));
    }

    static string Reason(Quarantine item) => item.Code switch
    {
        QuarantineCodes.Empty => "空文件",
        QuarantineCodes.NotText => "不是文本",
        QuarantineCodes.TooLarge => "过大",
        QuarantineCodes.BadJson => $"JSON 格式错误：{item.Reason}",
        QuarantineCodes.Unreadable => $"无法读取：{item.Reason}",
        QuarantineCodes.UnknownFormat => "文件夹中不读取的格式；直接给出这个文件的路径可按纯文本读取",
        QuarantineCodes.Undecodable => "无法辨认编码",
        QuarantineCodes.NoArticle => "没有正文",
        QuarantineCodes.Truncated => $"文件不完整：{item.Reason}",
        QuarantineCodes.Encrypted => "有密码保护",
        QuarantineCodes.ExpandsTooMuch => "解压后体积异常，其余部分未读",
        QuarantineCodes.TooDeep => "嵌套过深",
        QuarantineCodes.TooSlow => "读取超时",
        QuarantineCodes.MissingTool => "读取 PDF 需要 pdftotext，请先安装 poppler-utils",
        QuarantineCodes.Malformed => $"页面结构无法读取：{item.Reason}",
        _ => $"{item.Code}：{item.Reason}",
    };

    /// <summary>Passes the library's progress on. Not <see cref="Progress{T}"/>, whose callbacks may still come after the work is done.</summary>
    sealed class Relay(IProgress<(int Done, string Detail)> target) : IProgress<AddProgress>
    {
        public void Report(AddProgress value) => target.Report((value.Pages, value.Current));
    }
}
