using System.Globalization;
using Tanyuan.Index;
using Tanyuan.Library.Record;
using Tanyuan.Text.Folding;

namespace Tanyuan.Library.Indexing;

/// <summary>
/// What the index knows of a passage's document beside its tokens, to filter, sort and group by without asking the record:
/// <see cref="Published"/>, a day as the number 20240418, a month or a year that is told without one with zeros in its place; <see cref="Site"/>, the
/// folded site and host, one a line; <see cref="Language"/>, language and script with a space between; <see cref="Story"/>, the story that reprints share; and
/// <see cref="Document"/>, the number of the document, which is the group of its passages and a column of every index.
/// The names carry a version, like those of the fields.
/// </summary>
internal sealed record PassageColumns(long? PublishedDay, string? SiteAndHost, string LanguageAndScript, long StoryNumber)
{
    public const int Published = 0, Site = 1, Language = 2, Story = 3, Document = IndexSchema.GroupColumn;

    public const char SiteSeparator = '\n', LanguageSeparator = ' ';

    public static readonly IReadOnlyList<ColumnDefinition> Definitions =
    [
        new("published.1", ColumnKind.Number), new("site.1", ColumnKind.Text), new("language.1", ColumnKind.Text), new("story.1", ColumnKind.Number),
    ];

    /// <summary>The columns of a document; one that has no story yet tells its own.</summary>
    public static PassageColumns Of(RecordedDocument document, long? story) => new(
        DayOf(document.Published, forMissing: 0), SiteOf(document.Site, document.Url), document.Language + LanguageSeparator + document.Script, story ?? document.Number);

    /// <summary>The columns that the index has for a passage.</summary>
    public static PassageColumns Of(Snapshot snapshot, long passage) => new(
        snapshot.NumberOf(Published, passage), snapshot.TextOf(Site, passage), snapshot.TextOf(Language, passage) ?? "", snapshot.NumberOf(Story, passage) ?? 0);

    /// <summary>The number of a day, or of the beginning (0) or the end (99) of a month or a year; null where a text begins with no date.</summary>
    public static long? DayOf(string? date, int forMissing)
    {
        if (Part(date, 0, 4) is not { } year)
            return null;
        var month = date![4..].StartsWith('-') ? Part(date, 5, 2) : null;
        var day = month is not null && date.Length > 7 && date[7] == '-' ? Part(date, 8, 2) : null;
        return (year * 10_000) + ((month ?? forMissing) * 100) + (day ?? forMissing);
    }

    public void CopyTo(IndexDocument target)
    {
        if (PublishedDay is { } day)
            target.Set(Published, day);
        if (SiteAndHost is not null)
            target.Set(Site, SiteAndHost);
        target.Set(Language, LanguageAndScript);
        target.Set(Story, StoryNumber);
    }

    static string? SiteOf(string? site, string? url)
    {
        var host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
        return site is null && host is null ? null : TextFolder.Fold(site ?? "") + SiteSeparator + TextFolder.Fold(host ?? "");
    }

    static long? Part(string? date, int start, int length) =>
        date is not null && date.Length >= start + length && long.TryParse(date.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
