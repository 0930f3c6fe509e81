using System.Text.Json;
using Spectre.Console;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Text;

namespace Tanyuan.Cli.Output;

/// <summary>Evaluation reports: as a table, as JSON, into files, beside an older one and against floors.</summary>
internal static class ReportOutput
{
    /// <summary>The first report, with the others under <c>others</c>.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<EvaluationReport> reports)
    {
        writer.WriteStartObject();
        reports[0].WriteMembers(writer);
        writer.WriteStartArray("others");
        foreach (var report in reports.Skip(1))
            report.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Save(IReadOnlyList<EvaluationReport> reports, string? json, string? markdown, string? plot, string? reliability)
    {
        if (json is not null)
        {
            using var file = ResultFile.Create(json);
            using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
            Write(writer, reports);
        }

        if (markdown is not null)
            ResultFile.Write(markdown, ReportMarkdown.Of(reports));
        if (plot is not null)
            ResultFile.Write(plot, RiskCoveragePlot.Of(reports));
        if (reliability is not null)
            ResultFile.Write(reliability, ReliabilityPlot.Of(reports[0]));
    }

    /// <summary>Whether no figure got worse than an older report by more than a tolerance.</summary>
    public static bool Compare(EvaluationReport report, string? old, double tolerance, Terminal terminal)
    {
        if (old is null)
            return true;
        if (!File.Exists(old))
            throw new TanyuanException("path-not-found", $"There is no file {old}.");
        using var file = File.OpenRead(old);
        var worse = 0;
        foreach (var change in ReportComparison.Compare(report, file))
        {
            var fails = change.Gain < -tolerance;
            worse += fails ? 1 : 0;
            var mark = fails ? terminal.Say("worse", "变差") : change.Gain > tolerance ? terminal.Say("better", "变好") : "=";
            terminal.Remark($"  {change.Name,-18} {change.Old:0.0000} → {change.New:0.0000}  {change.New - change.Old:+0.0000;-0.0000;0.0000}  {mark}");
        }

        return worse == 0;
    }

    /// <summary>Whether no figure is below its floor.</summary>
    public static bool HoldsFloors(EvaluationReport report, IReadOnlyList<string> floors, Terminal terminal)
    {
        var below = ReportComparison.Below(report, floors);
        foreach (var (name, floor, value) in below)
            terminal.Remark(terminal.Say($"{name} is {value:0.0000}, its floor {floor:0.0000}.", $"{name} 为 {value:0.0000}，下限为 {floor:0.0000}。"));
        return below.Count == 0;
    }

    public static void WriteTable(IReadOnlyList<EvaluationReport> reports, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        string[] columns =
        [
            terminal.Say("kind", "类型"), terminal.Say("questions", "题数"), terminal.Say("answered", "作答"), terminal.Say("right", "正确"),
            terminal.Say("cited right", "出处正确"), "F1", terminal.Say("declined rightly", "正确拒答"), terminal.Say("recall@1", "首位召回"),
            terminal.Say("median ms", "中位毫秒"), terminal.Say("tokens", "词元"), terminal.Say("cost", "费用"),
        ];
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column) { Alignment = column == columns[0] ? Justify.Left : Justify.Right });
        foreach (var report in reports)
        {
            AddRow(table, reports.Count > 1 ? report.System : terminal.Say("all", "全部"), report.All);
            foreach (var (kind, scores) in reports.Count > 1 ? [] : report.Kinds)
                AddRow(table, kind, scores);
        }

        terminal.Results.Write(table);
        if (reports[0].All is { F1: { } f1 } && reports[0].All.Metrics.First(metric => metric.Name == "f1") is var interval)
            terminal.Remark(terminal.Say($"F1 {f1:0.000}, 95 % interval {interval.Low:0.000}–{interval.High:0.000}", $"F1 {f1:0.000}，95% 区间 {interval.Low:0.000}–{interval.High:0.000}"));
    }

    static void AddRow(Table table, string name, EvaluationScores scores)
    {
        var unanswerable = scores.AbstainedRightly + scores.FalseAnswers;
        table.AddRow(
            Markup.Escape(name),
            $"{scores.Questions}",
            $"{scores.Answered}/{scores.Answerable}",
            $"{scores.Right}/{scores.Answerable}",
            Share(scores.CitedRight),
            Share(scores.F1),
            unanswerable == 0 ? "–" : $"{scores.AbstainedRightly}/{unanswerable}",
            Share(scores.RecallAt1),
            $"{scores.MedianMilliseconds:0.0}",
            scores.Value("tokens") is { } tokens ? $"{tokens:0}" : "–",
            scores.Value("cost") is { } cost ? $"{cost:0.000000}" : "–");
    }

    static string Share(double? share) => share is { } value ? $"{value:P1}" : "–";
}
