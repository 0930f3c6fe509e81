using System.Globalization;
using System.Net;
using System.Text;

namespace Tanyuan.Answers.Evaluation;

/// <summary>
/// Draws a reliability diagram as an SVG (DeGroot and Fienberg 1983): across, the confidence that answers were given at; up, the share of them that was right.
/// A perfectly calibrated answerer stands on the diagonal. The bars below say how many answers a point stands for.
/// </summary>
public static class ReliabilityPlot
{
    const int Width = 480, Height = 560, Left = 60, Top = 30, Side = 400, Bars = 60, Gap = 14;

    /// <summary>The SVG of a report's calibration.</summary>
    public static string Of(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Of(report.System, report.Calibration);
    }

    /// <summary>The SVG of a calibration under a title.</summary>
    public static string Of(string title, Calibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<title>Reliability</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (var i = 0; i <= 5; i++)
        {
            var share = i / 5.0;
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(share):0.#}H{Left + Side}\" stroke=\"#ddd\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{Y(share) + 4:0.#}\" text-anchor=\"end\">{share:0.0}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(share):0.#}\" y=\"{Height - 30}\" text-anchor=\"middle\">{share:0.0}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(0)} {Y(0)}L{X(1)} {Y(1)}\" stroke=\"#999\" stroke-dasharray=\"5 4\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Top}V{Top + Side}H{Left + Side}\" fill=\"none\" stroke=\"#333\"/>\n");
        var most = calibration.Bins.Select(bin => bin.Count).DefaultIfEmpty(1).Max();
        foreach (var bin in calibration.Bins)
        {
            var (from, width) = (X(bin.From) + 3, X(bin.To) - X(bin.From) - 6);
            var bar = Math.Max(1, (double)bin.Count / most * Bars);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{from:0.#}\" y=\"{Top + Side + Gap + Bars - bar:0.#}\" width=\"{width:0.#}\" height=\"{bar:0.#}\" fill=\"#b8cfe0\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(bin.Confidence):0.#} {Y(bin.Confidence):0.#}V{Y(bin.Right):0.#}\" stroke=\"#c8553d\" stroke-width=\"2\"/>\n");
        }

        var points = string.Join(' ', calibration.Bins.Select(bin => string.Create(CultureInfo.InvariantCulture, $"{X(bin.Confidence):0.#},{Y(bin.Right):0.#}")));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"#1b6ca8\" stroke-width=\"2\"/>\n");
        foreach (var bin in calibration.Bins)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(bin.Confidence):0.#}\" cy=\"{Y(bin.Right):0.#}\" r=\"4\" fill=\"#1b6ca8\"><title>{bin.Count} answers, confidence {bin.Confidence:0.00}, right {bin.Right:0.00}</title></circle>\n");
        }

        var error = calibration.Error is { } known ? string.Create(CultureInfo.InvariantCulture, $"expected calibration error {known:0.000}, {calibration.Bins.Sum(bin => bin.Count)} answers") : "no answers";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Top - 10}\">{WebUtility.HtmlEncode(title)}: {error}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + (Side / 2)}\" y=\"{Height - 10}\" text-anchor=\"middle\">confidence; below: how many answers</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{Top + (Side / 2)}\" text-anchor=\"middle\" transform=\"rotate(-90 16 {Top + (Side / 2)})\">share right</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    static double X(double confidence) => Left + (confidence * Side);

    static double Y(double share) => Top + Side - (share * Side);
}
