using Tanyuan.Cli.Localization;
using Tanyuan.Text;

namespace Tanyuan.Cli;

/// <summary>Tells a person what went wrong: in their language by the error's code, then the details, in Chinese where they have a Chinese form.</summary>
internal static class ErrorReport
{
    static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["path-not-found"] = "找不到这个路径，请检查拼写",
        ["path-not-a-file"] = "这是文件夹；--batch 要的是 JSON Lines 文件，文件夹可直接用 tanyuan clean 文件夹 --json",
        ["library-not-found"] = "这里还没有资料库，请先用 tanyuan add 添加页面，或用 --library 指定",
        ["library-busy"] = "另一个进程正在写这个资料库，请等它结束后重试",
        ["library-corrupt"] = "资料库文件已损坏，请从备份恢复",
        ["library-too-new"] = "资料库由更新版本的 Tanyuan 创建，请升级后再打开",
        ["library-not-a-folder"] = "这个路径不是文件夹，请换一个",
        ["library-access-denied"] = "没有权限读写这个资料库，请检查权限",
        ["library-read-only"] = "资料库只能读，不能写",
        ["library-disk-full"] = "磁盘已满，请腾出空间后重试",
        ["library-io"] = "读写资料库时出错",
        ["library-failed"] = "资料库操作失败",
        ["index-locked"] = "另一个进程正在写索引，请等它结束后重试",
        ["index-corrupt"] = "索引文件已损坏，请用 tanyuan rebuild 重建",
        ["index-outdated"] = "索引由较早版本的 Tanyuan 创建，请用 tanyuan rebuild 重建",
        ["index-too-new"] = "索引由更新版本的 Tanyuan 创建，请升级，或用 tanyuan rebuild 重建",
        ["index-schema-mismatch"] = "索引与这个版本不符，请用 tanyuan rebuild 重建",
        ["index-not-found"] = "没有索引，请用 tanyuan rebuild 重建",
        ["index-write-failed"] = "写索引失败，请检查磁盘",
        ["evaluation-set-invalid"] = "问题集格式不正确",
        ["evaluation-report-invalid"] = "旧报告无法读取，请用 tanyuan eval --out 重新生成",
        ["evaluation-floor-invalid"] = "下限写法不正确，应形如 f1=0.6",
        ["evaluation-needs-model"] = "选择题由模型作答，请给出 --model-url，且不要与其他问题集混用",
        ["output-unwritable"] = "无法写入结果文件，请换一个存在且可写的位置",
        ["output-needs-file"] = "幻灯片无法在这里显示，请用 --out 文件.pptx",
        ["feedback-too-little"] = "反馈还太少，学不到什么，请用 tanyuan feedback 多给一些",
        ["batch-line-invalid"] = "输入的某一行格式不正确",
        ["model-url-invalid"] = "模型服务的地址不正确，应形如 http://localhost:11434/v1",
        ["model-key-unreadable"] = "读不到密钥文件",
        ["model-refused"] = "模型服务拒绝了请求",
        ["model-unreachable"] = "连不上模型服务",
        ["model-unreadable"] = "模型服务的回复不是对话格式",
        ["model-silent"] = "模型服务迟迟没有回应",
        ["too-large"] = "内容过大",
        ["too-deep"] = "嵌套过深",
    };

    public static string Describe(TanyuanException error, Speech speech) =>
        speech.Language == Language.Chinese && Chinese.TryGetValue(error.Code, out var words)
            ? $"错误（{error.Code}）：{words}。\n  {ChineseReasons.Of(error.Message)}"
            : $"{speech.Say("error", "错误")} ({error.Code}): {error.Message}";
}
