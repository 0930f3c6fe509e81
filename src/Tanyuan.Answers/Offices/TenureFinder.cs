using System.Buffers;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Composing;
using Tanyuan.Text;

namespace Tanyuan.Answers.Offices;

/// <summary>
/// Finds who took, held and left an office in a folded sentence, by patterns with the person's name in one place and the title in another: 聘任X为总经理, X出任院长, 由X接任, 选举X为县长, X辞去总经理职务, 前任总经理X;
/// and rows of tables of those who held it (X 2006年—2012年). A title is not its deputy's.
/// </summary>
internal static partial class TenureFinder
{
    const string Calling = "(?:女士|先生|同志|博士|教授|医生)?";
    const string Opening = $"(?<=^|[,，。；;、:：\\s0-9月日将的]|副?{OfficeTitles.Title})";
    const string Between = "[^,，。；;]{0,16}?";
    const string Title = $"(?<![{OfficeTitles.Others}])(?<title>{OfficeTitles.Title})(?!助理|秘书|们)";

    // What may stand right behind a name and is hardly a part of one.
    static readonly SearchValues<char> Behind = SearchValues.Create("将也已又再曾于因即则");

    static readonly (TenureEvent Event, Func<Regex> Pattern)[] Patterns =
    [
        (TenureEvent.First, FirstNamed), (TenureEvent.Held, FormerNamed), (TenureEvent.Leaves, Leaving), (TenureEvent.Leaves, Dismissed), (TenureEvent.Leaves, TitleLeaving), (TenureEvent.Takes, Appointed),
        (TenureEvent.Takes, Taking), (TenureEvent.Holds, HolderNamed), (TenureEvent.Holds, Beside),
    ];

    /// <summary>What a sentence tells of an office; of any where no title is given.</summary>
    public static List<ToldTenure> Find(PooledSentence sentence, string title)
    {
        var found = new List<ToldTenure>();
        var key = sentence.Key;
        foreach (var (told, pattern) in Patterns)
        {
            foreach (Match match in pattern().Matches(key))
            {
                if (title.Length > 0 && match.Groups["title"].Value != title || NameIn(match.Groups["name"]) is not { } name)
                    continue;
                if (!found.Exists(other => other.Name.Start < name.End && name.Start < other.Name.End))
                    found.Add(new ToldTenure(told, sentence, name, DateOf(sentence, match)));
            }
        }

        return found;
    }

    /// <summary>Who held an office when, where a sentence is a row of a table of that: a name and years.</summary>
    public static ToldTenure? InRow(PooledSentence sentence)
    {
        if (Row().Match(sentence.Key) is not { Success: true } row || NameIn(row.Groups["name"]) is not { } name)
            return null;
        var until = row.Groups["until"].Value;
        return new ToldTenure(until.Length > 0 ? TenureEvent.Held : TenureEvent.Takes, sentence, name, row.Groups["from"].Value) { Until = until.Length > 0 ? until : null };
    }

    // The whole, or the longest beginning of it that is a name: 顾知微将 is 顾知微.
    static TextSpan? NameIn(Group told)
    {
        var name = told.Value;
        var length = name.AsSpan().IndexOfAny(Behind) is > 1 and var end ? end : name.Length;
        for (; length > 1; length--)
        {
            if (OfficeTitles.IsName(name.AsSpan(0, length)))
                return new TextSpan(told.Index, length);
        }

        return null;
    }

    // The year right before it, else when the page was published.
    static string DateOf(PooledSentence sentence, Match match)
    {
        var start = Math.Max(0, match.Index - 12);
        return Year().Match(sentence.Key[start..(match.Index + match.Length)]) is { Success: true } year ? year.Groups["year"].Value : sentence.Passage.Published ?? "";
    }

    [GeneratedRegex($"(?:首任|第一任|首位|第一位)(?:[^,，。；;的]{{0,6}}?){Title}(?:为|是|由|:|：)?{OfficeTitles.Name}", RegexOptions.CultureInvariant)]
    private static partial Regex FirstNamed();

    [GeneratedRegex($"(?:前任|前一任|上一任|(?<=[，,。；;]|^)(?:原|前)){Between}(?<title>{OfficeTitles.Title})(?:为|是|:|：)?{OfficeTitles.Name}|(?<title>)前任(?:为|是|:|：)?(?!{OfficeTitles.Title}){OfficeTitles.Name}", RegexOptions.CultureInvariant)]
    private static partial Regex FormerNamed();

    [GeneratedRegex($"{Opening}{OfficeTitles.Name}{Calling}[^,，。；;]{{0,12}}?(?:辞去|卸任|不再担任|不再兼任|辞任|卸下|离任){Between}(?:的)?{Title}", RegexOptions.CultureInvariant)]
    private static partial Regex Leaving();

    [GeneratedRegex($"(?:免去|接受|同意|批准){OfficeTitles.Name}{Calling}(?:同志)?(?:辞去|的){Between}{Title}", RegexOptions.CultureInvariant)]
    private static partial Regex Dismissed();

    [GeneratedRegex($"{Title}{OfficeTitles.Name}{Calling}(?:因[^,，。；;]{{1,12}}?)?(?:已|提出|申请)?(?:卸任|辞职|辞任|退休|离任|去世|病逝|被免职|调任|已调任)", RegexOptions.CultureInvariant)]
    private static partial Regex TitleLeaving();

    [GeneratedRegex($"(?:选举|聘任|任命|委任|聘请|选出|推选|推举|提名|由)(?:原?副?{OfficeTitles.Title})?{OfficeTitles.Name}{Calling}(?:继续)?(?:出任|担任|接任|兼任|为|任){Between}(?<![副誉助])(?<title>{OfficeTitles.Title})", RegexOptions.CultureInvariant)]
    private static partial Regex Appointed();

    [GeneratedRegex($"{Opening}{OfficeTitles.Name}{Calling}(?:(?!委任|任命|聘任|聘请|选举|推举|推选|提名|同意)[^,，。；;不曾]){{0,10}}?(?:当选|出任|担任|接任|继任|就任|升任|接掌|获任|获聘)(?:为|成为)?{Between}{Title}", RegexOptions.CultureInvariant)]
    private static partial Regex Taking();

    [GeneratedRegex($"(?:现任|新任|新一任)[^,，。；;的]{{0,6}}?{Title}(?:为|是|由|:|：)?{OfficeTitles.Name}|{Title}(?:仍|现)?(?:为|是|由)(?:[^,，。；;]{{0,8}}的)?{OfficeTitles.Name}(?:担任)?", RegexOptions.CultureInvariant)]
    private static partial Regex HolderNamed();

    [GeneratedRegex($"{Title}{OfficeTitles.Name}{Calling}(?=表示|说|称|认为|指出|回应|介绍|透露|解释|[,，。、])", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex($"^\\s*(?:第?[\\p{{IsCJKUnifiedIdeographs}}0-9]{{1,3}}[任届]?\\t)?{OfficeTitles.Name}(?:\\t|\\s{{2,}}|[（(])\\s*(?<from>[12][0-9]{{3}})(?:年(?:[0-9]{{1,2}}月)?)?\\s*[-–—~～至到]+\\s*(?:(?<until>[12][0-9]{{3}})|今|现在|(?=[)）]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex("(?<year>[12][0-9]{3})年", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
