using System.Text.RegularExpressions;

namespace Tanyuan.Answers.Hops;

/// <summary>
/// Finds in a Chinese question what stands for a name: what it did (收购X的公司的创始人是谁), what was done to it (甲创立的公司有多少员工), where somebody was born or studied (她毕业的学校在哪座城市), or whose
/// it is (X的导演毕业于哪所学校, X创始人的故乡). What is left around it may hold another; it is planned in turn. Pure.
/// </summary>
internal static partial class ChineseHops
{
    const string Organisations = "公司|企业|集团|机构|团队|大学|学校|学院|组织|单位|医院|银行|工厂|工作室|出版社|俱乐部|協會|协会|公會|團隊|學校|機構|企業|集團|單位";
    const string People = "人|导演|演员|作者|科学家|建筑师|设计师|作家|工程师|农学家|艺术家|歌手|教授|医生|创始人|導演|演員|科學家|建築師|設計師|工程師|藝術家";
    const string Things = "系统|产品|芯片|电影|影片|纪录片|大桥|桥|城市|国家|书|小说|作品|软件|卫星|机器人|博物馆|系統|產品|晶片|電影|紀錄片|大橋|國家|書|小說|軟體|衛星|機器人|博物館|岛|島|县|镇";
    const string Verbs = "收购|創辦|创办|创立|創立|成立|开发|開發|设计|設計|发明|發明|建造|承建|制造|製造|生产|生產|执导|執導|主演|撰写|撰寫|投资|投資|领投|領投|赞助|贊助|研制|研製|运营|運營|拥有|擁有|出版|发现|發現|提出|主持|代工|资助|資助|发起|發起|推出|发布|發布|提供|收購|任职|写|寫|拍摄|拍攝|签下|買下|买下|并购|併購|控股|接管";
    const string Persons = "创始人|创办人|創始人|創辦人|作者|导演|導演|主演|设计师|設計師|设计者|設計者|建筑师|总工程师|總工程師|首席执行官|首席執行官|首席科学家|首席技术官|CEO|董事长|董事長|负责人|負責人|总裁|總裁|总经理|總經理|校长|校長|院长|院長|馆长|館長|丈夫|妻子|太太|父亲|母亲|老师|发明者|发明人|发起人|發起人|财务总监|总干事|團長|团长|市长|镇长|鎮長|男主角|女主角|掌门人|老板|老闆";
    const string Bodies = "母公司|开发商|开发公司|開發公司|开发团队|開發團隊|承建方|承建单位|承建商|制造商|生产商|运营商|出版社|代工厂|投资方|领投方|首批客户|客户|所有者|主办方|供应商|东家|東家|買家|买家|收购方|收購方";
    const string Schools = "母校|毕业院校|畢業院校";
    const string Places = "所在地|所在城市|所在国家|首都|总部|總部|产地|故乡|故鄉|老家|家乡|家鄉|出生地";
    const string Pointed = "(?:那家|那位|那个|那個|那座|那所|那|这家|這家|这位|這位)?";

    /// <summary>The plans of a question, most specific first; none for a question that one passage may answer.</summary>
    public static IEnumerable<HopPlan> Plan(string text)
    {
        if (Did().Match(text) is { Success: true } did && !Asks().IsMatch(did.Groups["thing"].Value) && !AsksOnly(did.Groups["rest"].Value))
        {
            var (verb, thing, noun) = (did.Groups["verb"].Value, did.Groups["thing"].Value, did.Groups["noun"].Value);
            var first = IsOneOf(noun, Organisations) ? $"哪家{noun}{verb}了{thing}？" : IsOneOf(noun, People) ? $"谁{verb}了{thing}？" : $"{verb}{thing}的{noun}是哪个？";
            yield return new HopPlan(first, "{0}" + did.Groups["rest"].Value) { IsOfTwo = true };
        }

        if (DoneBy().Match(text) is { Success: true } done && !Asks().IsMatch(done.Groups["who"].Value) && !AsksOnly(done.Groups["rest"].Value))
            yield return new HopPlan($"{done.Groups["who"].Value}{done.Groups["verb"].Value}的{done.Groups["noun"].Value}叫什么名字？", "{0}" + done.Groups["rest"].Value);
        if (LivedAt().Match(text) is { Success: true } lived && !Asks().IsMatch(lived.Groups["who"].Value) && !Names(lived.Groups["rest"].Value))
            yield return new HopPlan($"{lived.Groups["who"].Value}{(lived.Groups["studied"].Success ? "毕业于哪所学校" : lived.Groups["born"].Success ? "出生在哪里" : $"在哪里{lived.Groups["verb"].Value}")}？", "{0}" + lived.Groups["rest"].Value);
        if (Whose().Match(text) is { Success: true } whose && !Asks().IsMatch(whose.Groups["thing"].Value) && !(IsOneOf(whose.Groups["role"].Value, Places) ? AsksOnly(whose.Groups["rest"].Value) : Names(whose.Groups["rest"].Value)))
        {
            var (thing, role) = (whose.Groups["thing"].Value, whose.Groups["role"].Value);
            var first = IsOneOf(role, Schools) ? $"{thing}毕业于哪所学校？" : $"{thing}的{role}{(IsOneOf(role, Persons) ? "是谁？" : IsOneOf(role, Bodies) ? "是哪家公司？" : "是哪里？")}";
            yield return new HopPlan(first, "{0}" + whose.Groups["rest"].Value);
        }
    }

    static bool IsOneOf(string word, string words) => words.Split('|').Contains(word, StringComparer.Ordinal);

    // 是谁？ alone is answered by the first question itself.
    static bool AsksOnly(string rest) => Only().IsMatch(rest);

    // A person or a body is named by who it is; where it is, is another thing.
    static bool Names(string rest) => AsksOnly(rest) && !Elsewhere().IsMatch(rest);

    [GeneratedRegex($"^(?:请问)?(?:(?:由|被)?)(?:(?<verb>{Verbs})(?:了|过|過)?|(?<verb>\\p{{IsCJKUnifiedIdeographs}}{{2}})(?:了|过|過))(?<thing>[^，,。？?]{{2,24}}?)的{Pointed}(?<noun>{Organisations}|{People}|{Things})(?<rest>[^人家].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Did();

    [GeneratedRegex($"^(?:请问)?(?<who>[^，,。？?的]{{2,16}}?)(?:所)?(?<verb>{Verbs})的{Pointed}(?<noun>{Organisations}|{Things})(?<rest>[^家].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex DoneBy();

    [GeneratedRegex($"^(?:请问)?(?<who>[^，,。？?]{{2,24}}?)(?<verb>(?<studied>毕业|畢業|就读|就讀)|(?<born>出生)|任职|任職|工作|居住|长大|長大)(?:过|過)?的{Pointed}(?:\\p{{IsCJKUnifiedIdeographs}}?(?:学校|學校|大学|大學|学院|學院|院校|城市|小城|县|縣|镇|鎮|村|村庄|地方|公司|单位|單位|机构|機構))(?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex LivedAt();

    [GeneratedRegex($"^(?:请问)?(?<thing>[^，,。？?]{{2,24}}?)(?:的(?:现任|現任)?(?<role>{Persons}|{Bodies}|{Schools}|{Places})|(?<=[^现現前首历歷第任])(?<role>{Persons}|{Bodies}|{Schools}|{Places})(?=的|是|叫|在|位于|位於|毕业|畢業|出生|今年|现在|現在))(?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Whose();

    [GeneratedRegex("^(?:现在|目前)?(?:是|叫|为|為|名叫|在|位于|位於|设在|設在|设于|坐落在|坐落于)?(?:谁|哪位|哪个|哪家|哪里|哪儿|哪座|哪一座|哪所|哪|什么|何人|何方|何处|什麼|誰|哪裡)(?:一)?(?:人|位|个|家|公司|名字|名称|地方|城市|国家|省|市|区|國家|学校)?[？?。]*$|^(?:是|叫|的名字是|的名字叫)(?:谁|什么|什麼)(?:名字|名称)?[？?]*$|^(?:吗|嗎|么|呢)?[？?]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Only();

    // What asks or tells is no part of a name.
    [GeneratedRegex("谁|誰|哪|什么|什麼|何|几|幾|多少|怎|吗|嗎|是", RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex("^(?:现在|目前)?(?:在|位于|位於|设在|設在|设于|坐落)", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
