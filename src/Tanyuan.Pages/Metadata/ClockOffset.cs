using System.Globalization;
using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// Reads how far a clock is ahead of UTC, as it is written beside a time: <c>Z</c>, <c>+08:00</c>, <c>+0800</c>, <c>GMT</c>, <c>CEST</c>,
/// <c>（北京时间）</c>, also before the date. Names that mean several zones are not read.
/// </summary>
internal static partial class ClockOffset
{
    const int LongestName = 16;

    /// <summary>The clock of all China.</summary>
    public static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The clock of Japan and Korea.</summary>
    public static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <summary>The offset that stands behind a time, with the length of what says so, or else the one that stands before its date.</summary>
    public static TimeSpan? Find(string text, int dateStart, int timeEnd, out int length)
    {
        var behind = Behind().Match(text, timeEnd, Math.Min(LongestName, text.Length - timeEnd));
        length = behind.Success ? behind.Length : 0;
        if (behind.Success)
            return Read(behind);
        var from = Math.Max(0, dateStart - LongestName);
        var before = Before().Match(text, from, dateStart - from);
        return before.Success ? OfPlace(before.Groups["place"].ValueSpan) : null;
    }

    /// <summary>The offset as ISO 8601 writes it: <c>+08:00</c>.</summary>
    public static string Format(TimeSpan offset) => string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");

    static TimeSpan? Read(Match match)
    {
        if (match.Groups["place"].Success)
            return OfPlace(match.Groups["place"].ValueSpan);
        if (match.Groups["name"].Success)
            return OfName(match.Groups["name"].Value.ToUpperInvariant());
        if (!match.Groups["h"].Success)
            return TimeSpan.Zero;
        var (hours, minutes) = (int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0);
        if (hours > 14 || minutes > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return match.Groups["sign"].ValueSpan is "+" ? offset : -offset;
    }

    static TimeSpan OfPlace(ReadOnlySpan<char> place) => place[0] is '东' or '東' or '日' or '首' or '韩' or '韓' ? Japan : China;

    static TimeSpan OfName(string name) => name switch
    {
        "CET" or "MEZ" or "BST" => TimeSpan.FromHours(1),
        "CEST" or "MESZ" or "EET" => TimeSpan.FromHours(2),
        "EDT" => TimeSpan.FromHours(-4),
        "EST" or "CDT" => TimeSpan.FromHours(-5),
        "MDT" => TimeSpan.FromHours(-6),
        "PDT" => TimeSpan.FromHours(-7),
        "PST" => TimeSpan.FromHours(-8),
        "JST" or "KST" => Japan,
        "HKT" => China,
        _ => TimeSpan.Zero,
    };

    [GeneratedRegex(@"\G(?:\.\d{1,7})?\s?(?:Z(?![A-Za-z])|[（(]?(?<place>北京|台北|臺北|香港|澳门|澳門|中国|东京|東京|日本|首尔|首爾|韩国|韓國)(?:时间|時間)[)）]?|(?:GMT|UTC)?(?<sign>[+-])(?<h>\d{2})(?::?(?<m>\d{2}))?(?![\d/.:-])|[（(]?(?<name>GMT|UTC|CES?T|ME?S?Z|BST|EET|E[SD]T|CDT|MDT|P[SD]T|JST|KST|HKT)\b[)）]?)", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?<place>北京|台北|臺北|香港|澳门|澳門|东京|東京|日本|首尔|首爾|韩国|韓國)(?:时间|時間)\s*[:：]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
