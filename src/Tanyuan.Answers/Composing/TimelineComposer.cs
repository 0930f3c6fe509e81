using System.Globalization;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Puts the events that the evidence dates into the order of time. An event is a sentence with a date of its own; a date without a year takes
/// the year told last before it, else that of its document's publication. What several sources tell of one day in the same words stands once.
/// </summary>
internal static partial class TimelineComposer
{
    const int MostEvents = 20;
    const double OnTopic = 0.5;
    const double SentenceOnTopic = 0.55;
    const int FarthestLead = 200;

    /// <summary>The statements, each with its date.</summary>
    public static List<Statement> Compose(TopicMatter topic, ToldMatter matter, IReadOnlyList<EvidencePassage> passages)
    {
        var most = passages.Select(topic.Covered).DefaultIfEmpty().Max();
        var events = new List<(string Date, PooledSentence Sentence)>();
        foreach (var passage in passages.Where(passage => topic.Covered(passage) >= OnTopic * most))
        {
            var published = passage.Published is { Length: >= 4 } told ? told : null;
            var year = published?[..4];
            string? day = null;
            PooledSentence? lead = null;
            var before = events.Count;
            foreach (var sentence in PooledSentence.Of([passage]))
            {
                var quantities = QuantityRecognizer.Find(sentence.Text);
                string? first = null;
                var dates = quantities.Where(quantity => quantity.Kind == QuantityKind.Date && quantity.Date is not null && !Compared().IsMatch(sentence.Key.AsSpan(0, quantity.Start))).ToList();
                foreach (var date in dates.Select(quantity => quantity.Date!.Split('/')[0]))
                {
                    var full = WithYear(date, year);
                    if (full is not null && char.IsAsciiDigit(full[0]) && full.Length >= 4)
                        year = full[..4];
                    first ??= full;
                }

                // 今日 and 昨日 are reckoned from the day of publication, and go before a date that is told behind them; an hour that opens a sentence is of the day told last.
                if (published is { Length: >= 10 } && DateOnly.TryParse(published[..10], CultureInfo.InvariantCulture, out var came) && Near().Match(sentence.Key) is { Success: true } near
                    && (first is null || near.Index < dates[0].Start))
                    first = came.AddDays(near.Value[0] is '昨' or 'y' ? -1 : 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                first ??= day is { Length: >= 10 } && quantities is [{ Kind: QuantityKind.Time, Start: 0 }, ..] ? day : null;
                day = first ?? day;
                var onTopic = matter.Of(sentence) is { All: >= SentenceOnTopic };
                lead ??= onTopic ? sentence : null;
                if (first is not null && onTopic && !events.Exists(other => other.Sentence.Repeats(sentence)))
                    events.Add((first, sentence));
            }

            // News that dates nothing tells of the day that it came out on.
            if (events.Count == before && lead is { Start: < FarthestLead } && published is { Length: >= 10 } && !events.Exists(other => other.Sentence.Repeats(lead)))
                events.Add((published[..10], lead));
        }

        // A year alone comes before its months.
        return [.. events.OrderBy(item => item.Date, StringComparer.Ordinal).Take(MostEvents).Select(item => item.Sentence.ToStatement() with { Date = item.Date })];
    }

    static string? WithYear(string date, string? year) =>
        date.StartsWith("---", StringComparison.Ordinal) ? null
        : date.StartsWith("--", StringComparison.Ordinal) ? (year is null ? null : $"{year}-{date[2..]}")
        : date;

    // 由2022年的8,900万降至… tells of no event in 2022.
    [GeneratedRegex("[由从较比]$", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex("今[日天]|今晨|今晚|今早|当日|昨[日天]晚?|\\btoday\\b|\\byesterday\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Near();
}
