using System.Globalization;
using System.Text;

namespace Tanyuan.Index;

/// <summary>How a score came about.</summary>
/// <param name="Matches">Whether the query finds the document.</param>
/// <param name="Score">The score it gets from it; 0 when it does not match.</param>
/// <param name="Description">What was looked for or computed.</param>
/// <param name="Details">The parts of the score.</param>
public sealed record Explanation(bool Matches, double Score, string Description, IReadOnlyList<Explanation> Details)
{
    /// <summary>The explanation as indented lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString();
    }

    void Write(StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2);
        text.Append(CultureInfo.InvariantCulture, $"{(Matches ? Score.ToString("0.######", CultureInfo.InvariantCulture) : "–")} {Description}\n");
        foreach (var detail in Details)
            detail.Write(text, depth + 1);
    }
}
