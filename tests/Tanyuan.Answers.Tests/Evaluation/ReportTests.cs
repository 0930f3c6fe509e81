using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Text;

namespace Tanyuan.Answers.Tests.Evaluation;

public class ReportTests
{
    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_they_hold_the_mean()
    {
        var (first, again, other) = (Report(seed: 7), Report(seed: 7), Report(seed: 8));
        Assert.Equal(Json(first), Json(again));
        Assert.NotEqual(Json(first), Json(other));
        Assert.All(first.All.Metrics, metric => Assert.InRange(metric.Value, metric.Low, metric.High));
        var f1 = first.All.Metrics.Single(metric => metric.Name == "f1");
        Assert.InRange(f1.High - f1.Low, 0.05, 0.3);
    }

    [Fact]
    public void The_risk_coverage_curve_of_a_confidence_that_knows_lies_below_one_that_does_not()
    {
        var knowing = Report().All.RiskArea;
        var ignorant = Report(confidence: (right, _) => right ? 0.2 : 0.9).All.RiskArea;
        Assert.True(knowing < ignorant);
        var curve = Report().RiskCurve;
        Assert.Equal(curve.Select(point => point.Coverage).Order(), curve.Select(point => point.Coverage));
        Assert.Equal(0.25, curve[^1].Risk, 6);
    }

    [Fact]
    public void A_confidence_that_means_what_it_says_has_no_calibration_error_and_one_that_boasts_has()
    {
        var honest = Report(confidence: (_, _) => 0.75).Calibration;
        var bin = Assert.Single(honest.Bins);
        Assert.Equal((100, 0.75), (bin.Count, bin.Right));
        Assert.Equal(0, honest.Error!.Value, 9);
        Assert.Equal(0.1875, honest.Brier!.Value, 9);

        var boasting = Report(confidence: (_, _) => 1).Calibration;
        Assert.Equal(0.25, boasting.Error!.Value, 9);
        Assert.Equal((0.9, 1), (boasting.Bins[0].From, boasting.Bins[0].To));

        var mixed = Report(confidence: (right, i) => right ? 0.9 : i % 2 == 0 ? 0.35 : 0.15).Calibration;
        Assert.Equal([0.15, 0.35, 0.9], mixed.Bins.Select(each => Math.Round(each.Confidence, 6)));
        Assert.Equal(((75 * 0.1) + (13 * 0.15) + (12 * 0.35)) / 100, mixed.Error!.Value, 9);
    }

    [Fact]
    public void The_reliability_diagram_and_the_reports_show_the_calibration()
    {
        var report = Report(confidence: (right, i) => right ? 0.9 : (i % 10) / 10.0);
        var svg = XDocument.Parse(ReliabilityPlot.Of(report));
        Assert.Equal(report.Calibration.Bins.Count, svg.Descendants().Count(element => element.Name.LocalName == "circle"));
        Assert.Contains("| expected calibration error | 0.", ReportMarkdown.Of([report]), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Json(report));
        Assert.Equal(report.Calibration.Error!.Value, json.RootElement.GetProperty("calibration").GetProperty("error").GetDouble(), 5);
        Assert.Null(new EvaluationReport("none", [], 1, null).Calibration.Error);
    }

    [Fact]
    public void A_planted_regression_is_caught_and_a_small_one_tolerated()
    {
        using var old = new MemoryStream(Encoding.UTF8.GetBytes(Json(Report())));
        var changes = ReportComparison.Compare(Report(share: 0.65), old);
        var right = changes.Single(change => change.Name == "right");
        Assert.Equal(-0.1, right.Gain, 6);
        Assert.DoesNotContain(changes, change => change.Name == "meanMs");
        Assert.Equal("evaluation-report-invalid", Assert.Throws<TanyuanException>(() => ReportComparison.Compare(Report(), new MemoryStream("{}"u8.ToArray()))).Code);
    }

    [Fact]
    public void Floors_are_held_and_a_wrong_one_is_named()
    {
        Assert.Empty(ReportComparison.Below(Report(), ["right=0.75", "f1=0.5"]));
        var (name, floor, value) = Assert.Single(ReportComparison.Below(Report(), ["right=0.8"]));
        Assert.Equal(("right", 0.8, 0.75), (name, floor, value));
        Assert.Equal("evaluation-floor-invalid", Assert.Throws<TanyuanException>(() => ReportComparison.Below(Report(), ["beauty=1"])).Code);
        Assert.Equal("evaluation-floor-invalid", Assert.Throws<TanyuanException>(() => ReportComparison.Below(Report(), ["f1"])).Code);
    }

    [Fact]
    public void Systems_stand_side_by_side_in_Markdown_and_in_the_plot()
    {
        var reports = new[] { Report(), Report(system: "model <a|b>") };
        var markdown = ReportMarkdown.Of(reports);
        Assert.Contains("| figure | tanyuan | model <a\\|b> |", markdown, StringComparison.Ordinal);
        Assert.Contains("| right | 0.7500", markdown, StringComparison.Ordinal);
        var svg = XDocument.Parse(RiskCoveragePlot.Of(reports));
        Assert.Equal(2, svg.Descendants().Count(element => element.Name.LocalName == "polyline"));
    }

    [Theory]
    [InlineData("沈怀远 2019年", "2019年 沈怀远", 1)]
    [InlineData("北岸学院", "学院北岸", 1)]
    [InlineData("沈怀远", "罗清许", 0)]
    [InlineData("the red house", "the house", 0.8)]
    public void The_bag_of_tokens_forgets_the_order(string answer, string gold, double expected) => Assert.Equal(expected, AnswerScoring.BagF1(answer, gold), 9);

    // 100 answerable questions, a share of them answered right and surely, the others wrong and less so.
    static EvaluationReport Report(ulong seed = 1, double share = 0.75, Func<bool, int, double>? confidence = null, string system = "tanyuan")
    {
        var rows = Enumerable.Range(0, 100).Select(i =>
        {
            var right = i < share * 100;
            var question = new EvaluationQuestion($"{i}", "谁？", ["甲"], null, true, null);
            return new EvaluationRow(question, i % 2 == 0 ? "Factoid" : "Why", right ? "甲" : "乙", confidence?.Invoke(right, i) ?? (right ? 0.9 : 0.4), TimeSpan.FromMilliseconds(i + 1))
            {
                Right = right,
                ExactMatch = right,
                F1 = right ? 1 : 0,
                BagF1 = right ? 1 : 0,
            };
        });
        return new EvaluationReport(system, [.. rows], seed, null);
    }

    static string Json(EvaluationReport report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            report.Write(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
