using System.Buffers;
using System.Text.RegularExpressions;

namespace Tanyuan.Answers.Composing;

/// <summary>Lines that say who published a page and when (江岸晚报 2023-07-14 记者 某某), which stand before a story and tell nothing of it.</summary>
internal static partial class Dateline
{
    const int LongestOutlet = 16;
    static readonly SearchValues<char> Marks = SearchValues.Create("。，,！!；;");

    /// <summary>Whether a folded sentence is nothing but a date with names around it.</summary>
    public static bool Is(string sentence)
    {
        if (sentence.AsSpan().ContainsAny(Marks) || !Date().IsMatch(sentence))
            return false;
        var left = Labels().Replace(Date().Replace(sentence, " "), " ");
        return left.Count(char.IsLetterOrDigit) <= LongestOutlet && !Tells().IsMatch(left);
    }

    [GeneratedRegex(@"\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月号?)(?:[ 　t]*\d{1,2}:\d{2}(?::\d{2})?)?|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex("来源|作者|记者|编辑|责任编辑|文[/／]|采访[/／]|发布日期|披露日期|发布时间|索引号|影评人|\\bby\\b|[a-z]{2}-\\d{4}-\\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();

    // 2014年3月通车 is told in a row of events, however short.
    [GeneratedRegex("[了成建立开通动竣封合龙任生亡逝获入]|发布会|举行|上市|收购|宣布", RegexOptions.CultureInvariant)]
    private static partial Regex Tells();
}
