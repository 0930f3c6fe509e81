using Tanyuan.Index;
using Tanyuan.Library.Record;
using Tanyuan.Text.Folding;

namespace Tanyuan.Library.Searching;

/// <summary>Which documents a search may return: those of the clauses that demand something, and within the filters. Remembers each verdict.</summary>
internal sealed class DocumentFilter(RecordReader reader, DocumentCache documents, SearchOptions options) : IDocumentFilter
{
    readonly Dictionary<long, bool> verdicts = [];
    readonly List<HashSet<long>> required = [];
    readonly List<HashSet<long>> excluded = [];
    readonly string? site = options.Site is null ? null : TextFolder.Fold(options.Site);

    bool HasOptions => site is not null || options.Since is not null || options.Until is not null || options.Language is not null;

    public void Require(HashSet<long> numbers) => required.Add(numbers);

    public void Exclude(HashSet<long> numbers) => excluded.Add(numbers);

    public bool Accepts(long key, long group)
    {
        if (!verdicts.TryGetValue(group, out var verdict))
            verdicts.Add(group, verdict = Judge(group));
        return verdict;
    }

    bool Judge(long number) =>
        required.TrueForAll(numbers => numbers.Contains(number))
        && !excluded.Exists(numbers => numbers.Contains(number))
        && (!HasOptions || (documents.Find(reader, number) is { } entry && Judge(entry.Document)));

    bool Judge(RecordedDocument document) =>
        (site is null || Holds(document.Site, site) || Holds(HostOf(document.Url), site))
        && (options.Since is null || (document.Published is { } published && string.CompareOrdinal(published, options.Since) >= 0))
        && (options.Until is null || (document.Published is { } publishedBy && IsOnOrBefore(publishedBy, options.Until)))
        && (options.Language is null
            || document.Language.Equals(options.Language, StringComparison.OrdinalIgnoreCase)
            || document.Script.Equals(options.Language, StringComparison.OrdinalIgnoreCase));

    static bool Holds(string? text, string key) => text is not null && TextFolder.Fold(text).Contains(key, StringComparison.Ordinal);

    static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;

    /// <summary>A day lies on or before the month that holds it.</summary>
    static bool IsOnOrBefore(string published, string until) =>
        string.CompareOrdinal(published, 0, until, 0, Math.Min(published.Length, until.Length)) <= 0;
}
