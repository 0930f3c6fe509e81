using Tanyuan.Answers.Evidence;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Puts the events that the evidence dates into the order of time. An event is a sentence with a date of its own; a date without a year takes
/// the year told last before it, else that of its document's publication. What several sources tell of one day in the same words stands once.
/// </summary>
internal static class TimelineComposer
{
    const int MostEvents = 20;
    const double OnTopic = 0.5;

    /// <summary>The statements, each with its date.</summary>
    public static List<Statement> Compose(TopicMatter topic, IReadOnlyList<EvidencePassage> passages)
    {
        var most = passages.Select(topic.Covered).DefaultIfEmpty().Max();
        var events = new List<(string Date, PooledSentence Sentence)>();
        foreach (var passage in passages.Where(passage => topic.Covered(passage) >= OnTopic * most))
        {
            var year = passage.Published is { Length: >= 4 } published ? published[..4] : null;
            foreach (var sentence in PooledSentence.Of([passage]))
            {
                var dates = QuantityRecognizer.Find(sentence.Text).Where(quantity => quantity.Kind == QuantityKind.Date && quantity.Date is not null);
                string? first = null;
                foreach (var date in dates.Select(quantity => quantity.Date!.Split('/')[0]))
                {
                    var full = WithYear(date, year);
                    if (full is not null && char.IsAsciiDigit(full[0]) && full.Length >= 4)
                        year = full[..4];
                    first ??= full;
                }

                if (first is not null && !events.Exists(other => other.Sentence.Repeats(sentence)))
                    events.Add((first, sentence));
            }
        }

        // A year alone comes before its months.
        return [.. events.OrderBy(item => item.Date, StringComparer.Ordinal).Take(MostEvents).Select(item => item.Sentence.ToStatement() with { Date = item.Date })];
    }

    static string? WithYear(string date, string? year) =>
        date.StartsWith("---", StringComparison.Ordinal) ? null
        : date.StartsWith("--", StringComparison.Ordinal) ? (year is null ? null : $"{year}-{date[2..]}")
        : date;
}
