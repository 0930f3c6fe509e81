using System.Globalization;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Offices;

/// <summary>When an office was held by whom a question asks for.</summary>
internal enum AskedTenure
{
    /// <summary>Now.</summary>
    Now,

    /// <summary>Before whoever holds it now, or before whom the question names.</summary>
    Before,

    /// <summary>After whom the question names.</summary>
    After,

    /// <summary>In the year that the question names.</summary>
    InYear,

    /// <summary>Before everybody else.</summary>
    First,
}

/// <summary>
/// Who holds an office, as a question asks for it: 青屿药业现任董事长是谁, 前任院长, 谁接替温以宁, 2015年的院长是谁. A question that tells no time asks for no more than a fact.
/// </summary>
/// <param name="Tenure">When it was held.</param>
/// <param name="Body">Of what it is the office, folded; empty where the question does not say.</param>
/// <param name="Title">Its title, folded; empty where the question does not say.</param>
/// <param name="Person">Whom the question names as the one before or after, or empty.</param>
/// <param name="Year">The year, or 0.</param>
internal sealed partial record AskedHolder(AskedTenure Tenure, string Body, string Title, string Person, int Year)
{
    /// <summary>The holder of an office that a question asks for, or null.</summary>
    public static AskedHolder? Of(Question question)
    {
        if (question.Kind != QuestionKind.Factoid || !MayAsk().IsMatch(question.Key))
            return null;
        var key = question.Key;
        if (Successor().Match(key) is { Success: true } successor && IsPerson(successor, out var person))
            return new AskedHolder(AskedTenure.After, Plain(successor.Groups["body"].Value), successor.Groups["title"].Value, person, 0);
        if (Predecessor().Match(key) is { Success: true } predecessor && IsPerson(predecessor, out person))
            return new AskedHolder(AskedTenure.Before, Plain(predecessor.Groups["body"].Value), predecessor.Groups["title"].Value, person, 0);
        if (Office().Match(key) is not { Success: true } office)
            return null;
        var told = $"{office.Groups["body"].Value}|{office.Groups["when"].Value}|{office.Groups["late"].Value}";
        var (body, title) = (Plain(office.Groups["body"].Value), office.Groups["title"].Value);
        if (ToldYear().Match(told) is { Success: true } year)
            return new AskedHolder(AskedTenure.InYear, body, title, "", int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture));
        if (First().IsMatch(told))
            return new AskedHolder(AskedTenure.First, body, title, "", 0);
        if (Before().IsMatch(told))
            return new AskedHolder(AskedTenure.Before, body, title, "", 0);
        return Now().IsMatch(told) ? new AskedHolder(AskedTenure.Now, body, title, "", 0) : null;
    }

    static bool IsPerson(Match match, out string person)
    {
        person = match.Groups["person"].Value;
        return OfficeTitles.IsName(person);
    }

    // 青屿药业现在的 is 青屿药业.
    static string Plain(string body) => Timing().Replace(body, "").Trim(' ', '的', ',', '，', '在', '里');

    const string When = "(?<when>(?:现任|现|新任|新一任|当前|目前|如今|现在|最新|前任|上一任|上任|前一任|前|原|首任|第一任|第一位|首位|首届|第一届)(?:的)?)?";
    const string Late = "(?<late>(?:现在|目前|如今|当前|眼下)?)";

    [GeneratedRegex("任|接替|接任|现|目前|如今|当前|最新|前|首|第一|[12][0-9]{3}年", RegexOptions.CultureInvariant)]
    private static partial Regex MayAsk();

    [GeneratedRegex($"^(?:请问)?(?<body>[^,，?？。]{{0,24}}?){When}(?<title>{OfficeTitles.Title}){Late}(?:是|为|叫|由)?(?:谁|哪位|何人|什么人|哪一位)(?:来)?(?:担任|出任|当)?(?:的)?[?？]*$|^(?:请问)?(?:谁|哪位)(?<late>现在|目前|如今)?(?:是|担任|出任|任|当)(?<body>[^,，?？。]{{0,24}}?){When}(?<title>{OfficeTitles.Title})[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex($"^(?:请问)?(?:谁|哪位|何人)(?:接替|接任|取代|接棒|继任|接)(?:了)?(?<person>[\\p{{IsCJKUnifiedIdeographs}}·]{{2,4}}?)(?:(?:出任|担任|成为|当上?|任|的)(?<body>[^,，?？。]{{0,20}}?)(?<title>{OfficeTitles.Title})(?:一职|职务)?)?(?:的)?[?？]*$|^(?:请问)?(?<person>[\\p{{IsCJKUnifiedIdeographs}}·]{{2,4}}?)(?:的|之后的|以后的|后的)(?<body>)(?:继任者?|接任者?|接班人|后任|下一任(?<title>{OfficeTitles.Title})?)(?:是|为|叫)(?:谁|哪位|何人)[?？]*$|^(?<person>[\\p{{IsCJKUnifiedIdeographs}}·]{{2,4}}?)(?:之后|以后|卸任后|离任后|辞职后)[,，]?(?:的)?(?<body>[^,，?？。]{{0,20}}?)(?<title>{OfficeTitles.Title})(?:是|由)(?:谁|哪位|何人)(?:接任|接替|担任|出任)?(?:的)?[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Successor();

    [GeneratedRegex($"^(?:请问)?(?<person>[\\p{{IsCJKUnifiedIdeographs}}·]{{2,4}}?)(?:的)(?<body>)(?:前任|上一任|前一任)(?<title>{OfficeTitles.Title})?(?:是|为|叫)(?:谁|哪位|何人)[?？]*$|^(?:请问)?(?:在)?(?<person>[\\p{{IsCJKUnifiedIdeographs}}·]{{2,4}}?)(?:之前|以前|前面|上任前)(?:的|,|，|担任|出任|任|当)?(?<body>[^,，?？。]{{0,20}}?)(?<title>{OfficeTitles.Title})(?:的)?(?:是|由)(?:谁|哪位|何人)(?:担任|出任)?(?:的)?[?？]*$|^(?:请问)?(?<person>[\\p{{IsCJKUnifiedIdeographs}}·]{{2,4}}?)(?:接替|接任|取代)(?:了|的)?(?<body>)(?:是)?(?:谁|哪位|何人)(?:的?(?<title>{OfficeTitles.Title})(?:一职|职务)?)?(?:的)?[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Predecessor();

    [GeneratedRegex("(?<year>[12][0-9]{3})年", RegexOptions.CultureInvariant)]
    private static partial Regex ToldYear();

    [GeneratedRegex("首任|第一任|第一位|首位|首届|第一届", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex("前任|上一任|上任|前一任|\\|前\\||\\|原|以前|之前|此前|过去", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("现任|新任|新一任|\\|现\\||当前|目前|如今|现在|最新|眼下", RegexOptions.CultureInvariant)]
    private static partial Regex Now();

    [GeneratedRegex("(?:在)?[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:的?(?:时候|时|间|底|初))?|现任|新任|新一任|当前|目前|如今|现在|最新|眼下|以前|之前|此前|过去|的$", RegexOptions.CultureInvariant)]
    private static partial Regex Timing();
}
