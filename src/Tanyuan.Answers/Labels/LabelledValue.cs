using System.Text.RegularExpressions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Labels;

/// <summary>What a line of a page says of one thing: 「门票：免费」, a row of a table (打印速度, a tab, 每分钟22页), several on a line (电话：… 传真：…).</summary>
/// <param name="Label">Where its label stands in the sentence.</param>
/// <param name="Value">Where its value stands, without blanks and closing marks.</param>
internal readonly partial record struct LabelledValue(TextSpan Label, TextSpan Value)
{
    // Longer ones are sentences with a colon.
    const int LongestLabel = 16;

    /// <summary>Whether a folded sentence may hold a labelled value or be a row of a table: a colon, a tab or a run of blanks stands near its beginning.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> key)
    {
        var beginning = key[..Math.Min(key.Length, 2 * LongestLabel)];
        return beginning.IndexOfAny(":：\t") >= 0 || TableRow.IsMarked(beginning);
    }

    /// <summary>The labelled values of a folded sentence, in order.</summary>
    public static IEnumerable<LabelledValue> In(string key)
    {
        if (!MayStandIn(key))
            yield break;
        foreach (Match match in Labelled().Matches(key))
        {
            var (label, value) = (match.Groups["label"], match.Groups["value"]);
            if (label.Length <= LongestLabel && value.Length > 0)
                yield return new LabelledValue(new TextSpan(label.Index, label.Length), new TextSpan(value.Index, value.Length));
        }
    }

    // A label of digits is a time of day or a score; one in brackets is a label all the same.
    [GeneratedRegex(@"(?:^[\s·•●■◆▪*\-–0-9.、【\[]*|(?<=\S[ \t\u3000]{1,4}))(?<label>\p{L}[\p{L}\p{N}/ ]{1,11}(?:[(（][^()（）]{1,8}[)）])?)[】\]]?(?<![0-9])(?:\s*[:：]|\t)\s*(?<value>[^\s。;；](?:[^。;；\t]*?[^\s。;；,，])?)(?=\s*(?:[。;；\t]|$)|[ \t\u3000]{1,4}\p{L}[\p{L}()（）/]{1,9}[:：]|[,，]?(?:电话|传真|邮编|网址|邮箱|手机)[:：])", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();
}
