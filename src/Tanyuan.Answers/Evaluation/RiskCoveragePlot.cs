using System.Globalization;
using System.Net;
using System.Text;

namespace Tanyuan.Answers.Evaluation;

/// <summary>Draws risk–coverage curves as an SVG: across, the share of questions answered, surest first; up, the share of those answers that are wrong.</summary>
public static class RiskCoveragePlot
{
    const int Width = 640, Height = 400, Left = 60, Bottom = 50, Top = 20, Right = 20;

    static readonly string[] Colours = ["#1b6ca8", "#c8553d", "#588157", "#7b2d8b", "#b08900"];

    /// <summary>The SVG of some reports' curves.</summary>
    public static string Of(IReadOnlyList<EvaluationReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var most = Math.Max(0.1, reports.SelectMany(report => report.RiskCurve).Select(point => point.Risk).DefaultIfEmpty(0.1).Max());
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<title>Risk–coverage</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (var i = 0; i <= 5; i++)
        {
            var (x, y) = (X(i / 5.0), Y(most * i / 5, most));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y:0.#}H{Width - Right}\" stroke=\"#ddd\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{most * i / 5:0.00}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{i / 5.0:0.0}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\" fill=\"none\" stroke=\"#333\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 10}\" text-anchor=\"middle\">share of questions answered</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{(Top + Height - Bottom) / 2}\" text-anchor=\"middle\" transform=\"rotate(-90 16 {(Top + Height - Bottom) / 2})\">share of answers wrong</text>\n");
        for (var i = 0; i < reports.Count; i++)
        {
            var colour = Colours[i % Colours.Length];
            var points = string.Join(' ', reports[i].RiskCurve.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Coverage):0.#},{Y(point.Risk, most):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");
            var area = reports[i].All.RiskArea is { } known ? string.Create(CultureInfo.InvariantCulture, $" (area {known:0.000})") : "";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + 12}\" y=\"{Top + 16 + (i * 16)}\" fill=\"{colour}\">{WebUtility.HtmlEncode(reports[i].System)}{area}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    static double X(double coverage) => Left + (coverage * (Width - Left - Right));

    static double Y(double risk, double most) => Height - Bottom - (risk / most * (Height - Top - Bottom));
}
