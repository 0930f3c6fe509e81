using Tanyuan.Library;

namespace Tanyuan.Cli.Output;

/// <summary>Says that the index is being brought in step with the record, and at every tenth how far it is; what takes only a moment goes unsaid.</summary>
internal sealed class IndexRemarks(Terminal terminal) : IProgress<IndexProgress>
{
    /// <summary>So many changes are done in about two seconds.</summary>
    const long WorthSaying = 2_000;

    IndexProgress first = new(long.MaxValue, 0);
    long tenths;

    public void Report(IndexProgress value)
    {
        // Opening and rebuilding may follow each other.
        var isFirst = value.Done < first.Done;
        if (isFirst)
            (first, tenths) = (value, 0);
        var all = value.Total - first.Done;
        if (all < WorthSaying)
            return;
        if (isFirst)
            terminal.Remark(terminal.Say($"Bringing the index up to date with the record: {all:N0} changes …", $"正在按记录更新索引：{all:N0} 处变更……"));
        if (10 * (value.Done - first.Done) / all is var reached && reached > tenths)
        {
            tenths = reached;
            terminal.Remark($"  {reached * 10} %");
        }
    }
}
