using System.Globalization;
using Tanyuan.Library;

namespace Tanyuan.Cli.Output;

/// <summary>How a score came about, as lines for people.</summary>
internal static class ScoreText
{
    /// <summary>What counts less than the first so many terms is told in one line.</summary>
    const int Shown = 12;

    public static IEnumerable<string> Lines(double score, ScoreExplanation explanation, Terminal terminal)
    {
        var words = explanation.Terms.Sum(term => term.Score);
        var sum = terminal.Say(
            $"{Number(words)} for its words + {Number(explanation.Closeness)} for standing close together",
            $"词语 {Number(words)} + 相互靠近 {Number(explanation.Closeness)}");
        yield return explanation.Factor == 1
            ? $"{Number(score)} = {sum}"
            : $"{Number(score)} = ({sum}) × {Number(explanation.Factor)} {terminal.Say("for side text", "（旁注文字）")}";
        foreach (var term in explanation.Terms.Take(Shown))
            yield return $"{Number(term.Score),8}  {Name(term.Field, terminal)}  {term.Term}";
        if (explanation.Terms.Skip(Shown).ToList() is { Count: > 0 } rest)
            yield return $"{Number(rest.Sum(term => term.Score)),8}  {terminal.Say($"{rest.Count} more", $"其余 {rest.Count} 项")}";
    }

    static string Name(ScoredField field, Terminal terminal) => field switch
    {
        ScoredField.TextWords => terminal.Say("text word", "正文词"),
        ScoredField.TextGrams => terminal.Say("text pair", "正文字对"),
        ScoredField.TextCharacters => terminal.Say("text character", "正文单字"),
        ScoredField.TitleWords => terminal.Say("title word", "标题词"),
        _ => terminal.Say("title pair", "标题字对"),
    };

    static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
