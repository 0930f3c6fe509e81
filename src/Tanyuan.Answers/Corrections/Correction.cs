using System.Buffers;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Text;

namespace Tanyuan.Answers.Corrections;

/// <summary>What a page takes back and what it puts in its place: 更正前20.3亿元，更正后19.7亿元; “3100万元”应为“1300万元”; 误写为“飞越会展”，应为“飞跃会展”.</summary>
/// <param name="Wrong">Where in its sentence what is taken back stands.</param>
/// <param name="Right">Where what is right stands.</param>
internal readonly partial record struct Correction(TextSpan Wrong, TextSpan Right)
{
    static readonly SearchValues<string> Marks = SearchValues.Create(["应为", "应是", "应作", "应改为", "更正", "订正", "修正前", "重述前", "修订前", "调整前", "正确"], StringComparison.Ordinal);

    /// <summary>Whether some passages may hold a correction at all.</summary>
    public static bool MayStandIn(IEnumerable<EvidencePassage> passages) => passages.Any(passage => passage.Key.AsSpan().ContainsAny(Marks));

    /// <summary>The corrections of a folded sentence, in order.</summary>
    public static IEnumerable<Correction> In(string key)
    {
        foreach (Match match in Told().Matches(key))
            yield return new Correction(Of(match.Groups["wrong"]), Of(match.Groups["right"]));
    }

    static TextSpan Of(Group group) => new(group.Index, group.Length);

    const string Corrected = "(?:更正|修正|订正|重述|修订|调整)";
    const string Plain = "(?:[^,，;；。“”「」『』\"]|(?<=[0-9]),(?=[0-9]{3})){1,40}";
    const string Open = "[“「『\"]", Close = "[”」』\"]";
    const string Mistaken = "(?:误写为|误写成|误作|误为|误植为|误报为|误称为?|错写成|错写为)";
    const string Should = "(?:应为|应是|应作|应改为|更正为|改为|订正为|正确的?(?:应)?[为是])";

    [GeneratedRegex(
        $"{Corrected}前(?:的)?[为是:：]?(?<wrong>{Plain})[,，;；]{Corrected}后(?:的)?[为是:：]?(?<right>{Plain})"
        + $"|{Mistaken}{Open}?(?<wrong>{Plain}){Close}?[,，]{Should}{Open}?(?<right>{Plain})"
        + $"|应为{Open}?(?<right>{Plain}){Close}?[,，](?:原文|原稿|原报道|此前|原)?{Mistaken}{Open}?(?<wrong>{Plain})"
        + $"|{Open}(?<wrong>[^“”「」『』\"]{{1,60}}){Close}(?:一[词句语]|有误|错误|的说法)?[,，]?(?:经(?:核实|核查|查|复核)[,，]?|实际|实)?(?:应为|应是|应作|应改为|更正为|订正为){Open}?(?<right>{Plain})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Told();
}
