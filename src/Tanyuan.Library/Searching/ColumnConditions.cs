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
        var site = options.Site is null ? null : TextFolder.Fold(options.Site);
        var conditions = Of(options.Since, options.Until, site is null ? null : part => part.Contains(site, StringComparison.Ordinal), snapshot);
        if (options.Language is { } language)
            conditions.Add(Among(snapshot, PassageColumns.Language, PassageColumns.LanguageSeparator, part => part.Equals(language, StringComparison.OrdinalIgnoreCase)));
        return conditions;
    }

    public static List<Query> Of(RetrievalRequest request, Snapshot snapshot) => Of(request.Since, request.Until, request.Site, snapshot);

    static List<Query> Of(string? since, string? until, Predicate<string>? site, Snapshot snapshot)
    {
        var conditions = new List<Query>();
        if (since is not null || until is not null)
            conditions.Add(new NumberRangeQuery(PassageColumns.Published, Limit(since, forMissing: 0) ?? long.MinValue, Limit(until, forMissing: 99) ?? long.MaxValue));
        if (site is not null)
            conditions.Add(Among(snapshot, PassageColumns.Site, PassageColumns.SiteSeparator, site));
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
