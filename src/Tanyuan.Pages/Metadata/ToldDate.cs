using System.Buffers;
using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// Tells a date that a line tells of (<c>公司成立于2014年6月</c>, <c>自2022年2月10日起施行。</c>) from the line's own, which is its page's
/// (<c>千龙网 2014-06-03 09:06</c>, <c>新华社北京2014年6月3日电</c>). A line told of by its date alone, labels aside, is not asked.
/// </summary>
internal static partial class ToldDate
{
    // Behind a date a Latin sentence goes on for some words; an agency's name or a count of minutes does not.
    const int FewestBlanks = 2;

    static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，。！？；");

    /// <summary>Whether the date is something that the line tells: it stands in a running sentence, is no day, or is said to be of something else.</summary>
    /// <param name="line">The line, which says more than when and by whom.</param>
    /// <param name="date">The first date in it.</param>
    public static bool Is(string line, in DateMatch date)
    {
        if (!date.HasDay || OfAnEvent().IsMatch(line.AsSpan(0, date.Start)))
            return true;
        var after = line.AsSpan(date.Start + date.Length);
        if (OfAReport().IsMatch(after) || (after.TrimStart() is [')' or '）' or '】' or ']', ..] && line.AsSpan(0, date.Start).TrimEnd() is ['(' or '（' or '【' or '[']))
            return false;
        return after.ContainsAny(ClauseMarks) || (after.TrimEnd() is [.., '.' or '!' or '?'] && after.Trim().Count(' ') >= FewestBlanks);
    }

    // What a label or a verb says of the date: it needs more than the word, since sections of a site are called so too.
    [GeneratedRegex(@"(?:(?:成立|创[立办建始]|創[立辦建始]|设立|設立|建立|组建|組建|始建|出生|生|逝世|注册|註冊|登记|登記|上市|竣工|开工|開工|通车|通車|开业|開業|举[办行]|舉[辦行]|召开|召開|统计|統計|有效|生效|施行|实施|實施|活动|活動|会议|會議|报名|報名)\s*(?:[于於在自到至]|(?:截止)?(?:[时時][间間]|日期|[日期])\s*[为為是]?\s*[:：]?|[:：])|截[至止](?:[时時][间間]|日期|[于於到日])?\s*[为為是]?\s*[:：]?)\s*$|\b(?:founded|established|born|incorporated|opened|since|until|due|deadline|expires|event date)\b[\s:]*(?:on|in|at)?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfAnEvent();

    [GeneratedRegex(@"^\s*(?:电|電|讯|訊|消息|报道|報道|報導)", RegexOptions.CultureInvariant)]
    private static partial Regex OfAReport();
}
