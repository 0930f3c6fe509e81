using System.Buffers;
using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// Reads the lines by which pages say who wrote an article, where it comes from and when: <c>作者：</c>, <c>文/</c>, <c>记者 某某</c>,
/// <c>（本报记者 某某 北京报道）</c>, <c>责任编辑：</c>, <c>来源：</c>, <c>By …</c>. A label decides what its value is: <c>来源</c> is never the author.
/// A line is whole when nothing but labels, values, dates, counters and punctuation is in it.
/// </summary>
internal static partial class BylineParser
{
    /// <summary>A byline is short; a longer line is prose that mentions a reporter.</summary>
    const int LongestLine = 240;

    /// <summary>No longer line is a byline and nothing else.</summary>
    public const int LongestWhole = 120;

    /// <summary>Reads a line, or returns null when it says nothing of the kind.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fetched">When the page was fetched, which dates without a year, and relative ones, are read against.</param>
    public static Byline? Parse(string line, DateTimeOffset? fetched = null)
    {
        if (line.Length > LongestLine)
            return null;
        var rest = line;
        string? author = null, source = null, editor = null;
        var speaksOfReporter = SpeaksOfReporter(line);
        for (var match = MayBeLabelled(line) ? Labelled().Match(line) : Match.Empty; match.Success; match = match.NextMatch())
        {
            var value = match.Groups["value"].Value.Trim(Trimmed);
            var label = match.Groups["label"].ValueSpan;
            if (IsEditor(label))
                editor ??= Names(value);
            else if (IsSource(label))
                source ??= value.Length is > 0 and <= 40 ? NextLabel().Replace(value, "") : null;
            else
                author ??= Names(value);
            rest = rest.Replace(match.Value, " ", StringComparison.Ordinal);
        }

        if (author is null && speaksOfReporter && MayNameReporter(line) && Reporter().Match(line) is { Success: true } reporter)
        {
            author = Names(Blanks().Replace(reporter.Groups["value"].Value, "、"));
            if (author is not null)
                rest = rest.Replace(reporter.Value, " ", StringComparison.Ordinal);
        }

        if (author is null && speaksOfReporter && line.Length <= 40 && RunTogether().Match(line) is { Success: true } run)
        {
            author = ReporterRun.Split(run.Groups["value"].Value);
            if (author is not null)
                rest = rest.Replace(run.Value, " ", StringComparison.Ordinal);
        }

        if (author is null && MayBeOriginal(line) && Original().Match(line) is { Success: true } original)
        {
            author = Names(original.Groups["value"].Value);
            source ??= original.Groups["account"] is { Success: true, Value: var account } ? account : null;
            rest = rest.Replace(original.Value, " ", StringComparison.Ordinal);
        }

        if (author is null && MayBePosted(line) && PostedBy().Match(line) is { Success: true } posted)
        {
            author = Names(posted.Groups["value"].Value);
            rest = rest.Replace(posted.Groups["value"].Value, " ", StringComparison.Ordinal);
        }

        if (author is null && MayBeLatinBy(line) && LatinBy().Match(line) is { Success: true } by)
        {
            author = by.Groups["value"].Value.Trim(Trimmed);
            rest = rest.Replace(by.Value, " ", StringComparison.Ordinal);
        }

        var date = DateParser.Find(line, fetched);
        if (date is { } found)
            rest = rest.Replace(line.Substring(found.Start, found.Length), " ", StringComparison.Ordinal);
        var isWhole = line.Length <= LongestWhole && IsNothing(rest);

        // A sentence says "yesterday" of what it tells, not of itself.
        var isLabelled = (author ?? source ?? editor) is not null;
        if (!isWhole && date is { } dated && (isLabelled ? !dated.HasDay : dated.Date.IsInferred || ToldDate.Is(line, dated)))
            date = null;
        if (author is null && source is null && editor is null && date is null)
            return null;
        return new Byline(author, source, date?.Date, editor, isWhole);
    }

    /// <summary>Whether a line may say who wrote: without any of the signs none is read from it.</summary>
    public static bool MayNameAuthor(ReadOnlySpan<char> line) => SpeaksOfReporter(line) || MayBeLabelled(line) || MayBePosted(line) || MayBeOriginal(line) || MayBeLatinBy(line);

    /// <summary>The reporters that a dateline or a closing bracket names (<c>（本报记者 某某 北京报道）</c>), or null.</summary>
    public static string? Reporters(string text)
    {
        if (Bracketed().Match(text) is { Success: true } bracketed)
            return Names(Blanks().Replace(bracketed.Groups["value"].Value, "、"));
        if (Reporter().Match(text) is { Success: true } match)
            return Names(Blanks().Replace(match.Groups["value"].Value, "、"));
        return RunTogether().Match(text) is { Success: true } run ? ReporterRun.Split(run.Groups["value"].Value) : null;
    }

    /// <summary>A value given as an author, cleaned; null where it is an address, an office or the site itself.</summary>
    public static string? Person(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 100)
            return null;
        var names = Names(LatinLabel().Replace(value.Trim(), ""));
        return names is null || Office().IsMatch(names) ? null : names;
    }

    /// <summary>Splits and cleans a list of names, joined by <c>、</c>; null when the value is no name.</summary>
    public static string? Names(string value)
    {
        var names = new List<string>();
        foreach (var part in value.Split(NameSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = Role().Replace(part, "").Trim(Trimmed);
            if (IsCjk(name))
                name = name.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
            if (name.Length is < 2 or > 40 || NotName().IsMatch(name))
                continue;
            if (!names.Contains(name))
                names.Add(name);
        }

        return names.Count is 0 or > 8 ? null : string.Join('、', names);
    }

    static readonly char[] Trimmed = [' ', '　', '\t', '\u00A0', ':', '：', '/', '|', ',', '，', '。', '.', '(', ')', '（', '）', '[', ']', '【', '】', '《', '》', '-', '—', '_', '·', '>', '<'];

    static readonly char[] NameSeparators = ['、', ',', '，', ';', '；', '/', '|', '＆', '&'];

    // Whether two or three Chinese characters stand behind the word as a name would, parted from what follows.
    internal static bool MayNameReporter(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOfAny('记', '記'); at >= 0; at = line.IndexOfAny('记', '記'))
        {
            line = line[(at + 1)..];
            if (line is not ['者', ..])
                continue;
            var name = line[1..].TrimStart();
            name = (name is [':' or '：', ..] ? name[1..] : name).TrimStart(" 　");
            var length = name.IndexOfAnyExceptInRange('\u4E00', '\u9FFF');
            length = length < 0 ? name.Length : length;
            if ((length >= 2 && EndsName(name[2..])) || (length >= 3 && EndsName(name[3..])))
                return true;
        }

        return false;

        static bool EndsName(ReadOnlySpan<char> rest) =>
            rest is [] or [' ' or '　' or '、' or ')' or '）' or '】' or ']' or '／' or '/' or '\n' or '摄' or '文', ..] or ['报' or '報', '道' or '導', ..];
    }

    // Whether a sign that follows labels stands behind a character that one ends in.
    internal static bool MayBeLabelled(ReadOnlySpan<char> line)
    {
        for (var sign = line.IndexOfAny(LabelSigns); sign >= 0; sign = line.IndexOfAny(LabelSigns))
        {
            if (line[..sign].TrimEnd() is [.., var last] && EndsOfLabels.Contains(last))
                return true;
            line = line[(sign + 1)..];
        }

        return false;
    }

    static bool SpeaksOfReporter(ReadOnlySpan<char> line) => line.IndexOf("记者") >= 0 || line.IndexOf("記者") >= 0;

    // Whether the end of a verb of posting stands between its beginning and what it leads to.
    internal static bool MayBePosted(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOfAny("表布佈"); at >= 0; at = line.IndexOfAny("表布佈"))
        {
            if (line[..at] is [.., '发' or '發'] && line[(at + 1)..] is ['于' or '於', ..])
                return true;
            line = line[(at + 1)..];
        }

        return false;
    }

    static bool MayBeOriginal(ReadOnlySpan<char> line) => line.TrimStart() is ['原', ..];

    static bool MayBeLatinBy(ReadOnlySpan<char> line) => line.TrimStart() is [var first, ..] && FirstOfLatinBy.Contains(first);

    static bool IsEditor(ReadOnlySpan<char> label) =>
        label.Contains("编", StringComparison.Ordinal) || label.Contains("編", StringComparison.Ordinal) || label.Contains("审", StringComparison.Ordinal)
        || label.Contains("校", StringComparison.Ordinal);

    static bool IsSource(ReadOnlySpan<char> label) =>
        label.Contains("源", StringComparison.Ordinal) || label.Contains("稿", StringComparison.Ordinal) || label.Contains("处", StringComparison.Ordinal)
        || label.Contains("處", StringComparison.Ordinal) || label.Contains("自", StringComparison.Ordinal);

    static bool IsCjk(string text)
    {
        foreach (var character in text)
        {
            if (character is not (>= '\u3400' and <= '\u9FFF') and not ' ' and not '　')
                return false;
        }

        return text.Length > 0;
    }

    static bool IsNothing(string rest)
    {
        // What has a Chinese character that no noise has is left over; nearly every sentence has one among its first.
        foreach (var character in rest)
        {
            if (character is >= '\u4E00' and <= '\u9FA5' && !NoiseCharacters.Contains(character))
                return false;
        }

        foreach (var character in Noise().Replace(rest, " "))
        {
            if (char.IsLetter(character))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"(?<label>作\s*者|撰\s*文|文(?=\s*[/／])|(?<!\p{L})文(?=\s*[:：])|撰\s*稿\s*人?|编\s*辑|編\s*輯|责\s*任\s*编\s*辑|責\s*任\s*編\s*輯|责\s*编|責\s*編|编\s*审|编\s*校|审\s*校|校\s*对|校\s*對|(?:信息|文章|新闻|新聞|稿件|内容|本文)?[来來]\s*源|出\s*处|出\s*處|转\s*自|轉\s*自|转\s*载\s*自|稿\s*源|(?:本报|本刊|特约|见习|实习)?记\s*者|記\s*者|采\s*写|通讯员|發\s*布\s*人|发\s*布\s*人|发布者|發布者|作者/来源)\s*[:：/／]\s*(?<value>[^\s:：|　丨（）()\[\]【】]{1,40}(?:[ 　](?!阅读|閱讀|点击|點擊|浏览|瀏覽|评论|評論|时间|時間|日期|来源|來源|编辑|編輯|责编|責編|字号|字體|发布|發布|记者|記者|作者|分享|收藏|更新|打印|关注|人气|人氣|查看)(?=\p{L}{1,4}(?:[ 　]|$))[^\s:：|　（）()]{1,12}){0,3}(?<!作者|来源|來源|编辑|記者|记者|责编|时间|時間|日期))", RegexOptions.CultureInvariant)]
    internal static partial Regex Labelled();

    [GeneratedRegex(@"[（(【\[]?\s*(?:[\p{L}]{2,8}(?:网|報|报|社|台|刊))?(?:本报|本報|本刊|本网|本網|本台|见习|實習|实习|特约|全媒体)?(?:记者|記者)\s*[:：]?[ 　]*(?<value>(?:\p{IsCJKUnifiedIdeographs}{2,3}(?:[ 　、]+|(?=[)）】\]／/]|$|报道|報道|報導|摄|文)))(?:\p{IsCJKUnifiedIdeographs}{2,3}(?:[ 　、]+|(?=[)）】\]]|$))){0,3})", RegexOptions.CultureInvariant)]
    internal static partial Regex Reporter();

    [GeneratedRegex(@"^\s*(?:by|von|par|por|di|door|written by|posted by|(?:posted|published) (?:on )?.{4,30}? by)[:\s]+(?<value>\p{Lu}[\p{L}.'’-]+(?:[ \u00A0](?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|and|und|et|y|&)){1,5})(?=\s*(?:$|[|,·•\-–(]|\d))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LatinBy();

    /// <summary>In brackets a name may have four characters or five, as names of Tibetans and Uyghurs have.</summary>
    [GeneratedRegex(@"[（(][^（）()。]{0,8}(?:记者|記者)[ 　:：]*(?<value>\p{IsCJKUnifiedIdeographs}{2,5}(?:[ 　、]+\p{IsCJKUnifiedIdeographs}{2,5}){0,3})[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?:本报|本報|本刊|本网|见习|实习|特约|首席)?(?:记者|記者|作者|通讯员|编辑|編輯|撰文|文)[:：]?\s*|\s*(?:报道|報道|報導|撰文|撰稿|整理|编译|編譯|著|摄影|攝影|摄)$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"(?:记者|記者)[ 　]?(?<value>\p{IsCJKUnifiedIdeographs}{2,10})(?:报道|報道|報導|\d{1,2}日?[电電])", RegexOptions.CultureInvariant)]
    private static partial Regex RunTogether();

    /// <summary>The label of what comes next, run together with a value.</summary>
    [GeneratedRegex(@"(?<=\p{L}{2})(?:字号|字號|字体|字體|作者|编辑|編輯|责编|時間|时间)$", RegexOptions.CultureInvariant)]
    private static partial Regex NextLabel();

    [GeneratedRegex("[ 　]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:by|von|par|por|di|author|作者)[:：\s]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LatinLabel();

    [GeneratedRegex(@"网$|網$|频道|頻道|公司|网站|網站|新闻|新聞|[报報]$|电视台|[社站]$|中心|出版|期刊|杂志|雜誌|publish|\bpress\b|\b(?:ltd|inc|gmbh|group)\b|\.(?:com|cn|net|org)\b|redaktion|editorial|staff|newsroom", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Office();

    [GeneratedRegex(@"^(?<value>[^\s:：]{2,20})\s*(?:发表[于於]|發表於|发布于|發佈於)\s*\d", RegexOptions.CultureInvariant)]
    internal static partial Regex PostedBy();

    /// <summary>As accounts of messengers head their articles: the word for original, the author, the account, and when.</summary>
    [GeneratedRegex(@"^\s*(?:原创|原創)\s*[:：]?\s*(?<value>\S{2,12})(?:\s+(?<account>\S{2,24}))?\s+(?=(?:19|20)\d\d[-/.年])", RegexOptions.CultureInvariant)]
    private static partial Regex Original();

    [GeneratedRegex(@"https?:|www\.|@|[=""<>{}]|[0-9]{3,}|来源|來源|编辑部?$|时间|发布|發布|浏览|点击|字体|字號|^(?:admin|administrator|佚名|未知|不详|匿名|网络|互联网|原创|转载|本站|管理员|root|test|none|null)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotName();

    static readonly SearchValues<char> LabelSigns = SearchValues.Create(":：/／");

    static readonly SearchValues<char> EndsOfLabels = SearchValues.Create("者文稿人辑輯编編审校源处處自写员对對");

    static readonly SearchValues<char> FirstOfLatinBy = SearchValues.Create("bvpdwBVPDW");

    static readonly SearchValues<char> NoiseCharacters = SearchValues.Create(NoisePattern);

    const string NoisePattern = @"(?:发布|發布|發佈|发表|發表|更新|最後更新|最后更新|创建|添加|录入|上传|发稿|發稿|刊登|出版)?(?:时间|時間|日期|于|於)|发布|發布|發佈|发表|發表|更新|星期[一二三四五六日]|(?:点击|點擊|浏览|瀏覽|阅读|閱讀|访问|人气|人氣|查看|评论|評論|回复|收藏|点赞|分享|转发|浏览次数|阅读量|阅读数)(?:次数|次數|量|数|數|率)?[:：]?\s*[（(]?\s*[\d,.万]*\s*[)）]?\s*次?|(?:字号|字號|字體|字体)(?:\s*[:：]\s*T(?:[\s|]*T)*)?|大\s*中\s*小|打印|关闭|收藏|分享到?|我要评论|[T]?\d{1,2}:\d{2}(?::\d{2})?|\b(?:published|updated|posted|modified|created|date|on|at|last|am|pm|uhr|min read|aktualisiert|veröffentlicht|erstellt|geändert|stand|datum|lesezeit|minuten?|vom|publié|publiziert|mis à jour|modifié|le|publicado|actualizado|pubblicato|aggiornato|il|opublikowano|aktualizacja)\b";

    [GeneratedRegex(NoisePattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Noise();
}
