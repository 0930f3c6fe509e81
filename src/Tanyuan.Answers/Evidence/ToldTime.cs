using System.Globalization;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Evidence;

/// <summary>How the time that a sentence tells of stands to the time asked for.</summary>
internal enum TimeFit
{
    /// <summary>It tells of no time, or of none that we can place.</summary>
    Unknown,

    /// <summary>It tells of the time asked for.</summary>
    Within,

    /// <summary>It tells of other times only.</summary>
    Outside,
}

/// <summary>
/// Places sentences in time: by the dates they give, a date without a year by the year told last before it or else by that of publication, and
/// 去年 or last year by the day of publication.
/// </summary>
internal static class ToldTime
{
    /// <summary>How each sentence of a passage stands to a period.</summary>
    public static TimeFit[] Fits(EvidencePassage passage, Period asked)
    {
        var published = passage.Published is { Length: >= 10 } day && DateOnly.TryParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : (DateOnly?)null;
        var year = published?.Year;
        var fits = new TimeFit[passage.Sentences.Count];
        for (var i = 0; i < fits.Length; i++)
        {
            var told = PeriodsOf(passage.Sentences[i].Of(passage.Text), passage.Sentences[i].Of(passage.Key), published, ref year);
            fits[i] = told.Count == 0 ? TimeFit.Unknown : told.Exists(asked.Overlaps) || Spans(passage.Sentences[i].Of(passage.Key), told, asked) ? TimeFit.Within : TimeFit.Outside;
        }

        return fits;
    }

    static List<Period> PeriodsOf(string text, string key, DateOnly? published, ref int? year)
    {
        var told = new List<Period>();
        foreach (var quantity in QuantityRecognizer.Find(text))
        {
            if (quantity.Kind != QuantityKind.Date)
                continue;
            var period = quantity.Date is null
                ? published is { } said ? RelativeTime.Resolve(key.Substring(quantity.Start, quantity.Length).Trim(), said) : null
                : Period.Parse(WithYear(quantity.Date, year));
            if (period is not { } placed)
                continue;
            told.Add(placed);
            if (placed.From.Year == placed.To.Year)
                year = placed.From.Year;
        }

        return told;
    }

    static string WithYear(string date, int? year) =>
        date.StartsWith("--", StringComparison.Ordinal) && !date.StartsWith("---", StringComparison.Ordinal) && year is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"{known:D4}-{date[2..]}") : date;

    // 自2007年起, 2007年至2010年: what lies between, or after an open beginning, is told of, too.
    static bool Spans(string key, List<Period> told, Period asked)
    {
        var (first, last) = (told.Min(period => period.From), told.Max(period => period.To));
        if (told.Count > 1 && first <= asked.To && asked.From <= last)
            return true;
        return first <= asked.To && key.AsSpan().IndexOfAny(OpenEnds) >= 0;
    }

    static readonly System.Buffers.SearchValues<string> OpenEnds = System.Buffers.SearchValues.Create(["起", "以来", "至今", "开始", "since"], StringComparison.Ordinal);
}
