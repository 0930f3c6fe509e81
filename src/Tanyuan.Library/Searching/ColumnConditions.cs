using Tanyuan.Index;
using Tanyuan.Index.Queries;
using Tanyuan.Library.Indexing;
using Tanyuan.Text;
using Tanyuan.Text.Folding;

namespace Tanyuan.Library.Searching;

/// <summary>The filters of a search as conditions on the columns of the index.</summary>
internal static class ColumnConditions
{
    public static List<Query> Of(SearchOptions options, Snapshot snapshot)
    {
        var conditions = new List<Query>();
        if (options.Since is not null || options.Until is not null)
        {
            conditions.Add(new NumberRangeQuery(
                PassageColumns.Published, Limit(options.Since, forMissing: 0) ?? long.MinValue, Limit(options.Until, forMissing: 99) ?? long.MaxValue));
        }

        if (options.Site is not null)
        {
            var site = TextFolder.Fold(options.Site);
            conditions.Add(Among(snapshot, PassageColumns.Site, PassageColumns.SiteSeparator, part => part.Contains(site, StringComparison.Ordinal)));
        }

        if (options.Language is { } language)
            conditions.Add(Among(snapshot, PassageColumns.Language, PassageColumns.LanguageSeparator, part => part.Equals(language, StringComparison.OrdinalIgnoreCase)));
        return conditions;
    }

    // A text of the column is some parts; sites and languages are few, so which of them hold what is asked for is seen at once.
    static TextSetQuery Among(Snapshot snapshot, int column, char separator, Predicate<string> holds) =>
        new(column, [.. snapshot.Texts(column).Where(text => Array.Exists(text.Split(separator), holds))]);

    // A day lies on or before the month that holds it, and on or after its beginning.
    static long? Limit(string? date, int forMissing)
    {
        if (date is null)
            return null;
        return PassageColumns.DayOf(date, forMissing)
            ?? throw new TanyuanException("bad-date", $"A date is written 2024-04-18, 2024-04 or 2024, not {date}.");
    }
}
