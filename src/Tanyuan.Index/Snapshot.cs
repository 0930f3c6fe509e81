using Tanyuan.Index.Commits;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Searching;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index;

/// <summary>
/// The index as it was at one moment. It never changes, is thread-safe, and needs no disposal: its files stay readable while it is
/// reachable, whatever the writer does. Scores use statistics over the whole snapshot; deleted documents count in them until their
/// segment is merged, and are never returned.
/// </summary>
public sealed class Snapshot
{
    readonly SegmentReader[] segments;
    readonly LiveDocuments[] live;
    readonly QueryCompiler compiler;

    internal Snapshot(IndexSchema schema, long progress, IReadOnlyList<(SegmentReader Segment, LiveDocuments Live)> parts)
    {
        Schema = schema;
        Progress = progress;
        segments = [.. parts.Select(part => part.Segment)];
        live = [.. parts.Select(part => part.Live)];
        DocumentCount = live.Sum(documents => documents.Count);

        var statistics = new FieldStatistics[schema.Fields.Count];
        foreach (var segment in segments)
        {
            for (var field = 0; field < statistics.Length; field++)
                statistics[field] += segment.Documents.Statistics(field);
        }

        compiler = new QueryCompiler(schema, segments, statistics);
    }

    /// <summary>The fields and columns.</summary>
    public IndexSchema Schema { get; }

    /// <summary>The progress of the last commit before this snapshot.</summary>
    public long Progress { get; }

    /// <summary>How many documents there are.</summary>
    public int DocumentCount { get; }

    /// <summary>How many segments they are spread over.</summary>
    public int SegmentCount => segments.Length;

    /// <summary>Opens the newest commit for reading; needs no lock, and works beside a writer in another process.</summary>
    /// <exception cref="Text.TanyuanException"><c>index-not-found</c>, <c>index-corrupt</c> or <c>index-too-new</c>.</exception>
    public static Snapshot Open(IndexDirectory directory)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var manifest = ManifestStore.ReadNewest(directory) ?? throw IndexErrors.NotFound(directory.Describe(""));
                return new Snapshot(manifest.Schema, manifest.Progress, CommittedSegments.Open(directory, manifest, manifest.Schema));
            }
            catch (FileNotFoundException error)
            {
                // A writer replaced the commit between listing and opening; the next listing shows what it put there.
                if (attempt == 20)
                    throw IndexErrors.Corrupt(error.FileName ?? directory.Describe(""), 0, "it is missing", error);
            }
        }
    }

    /// <summary>The best matches, best first; equal scores by ascending key.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="k">How many at most, 0 or more.</param>
    /// <param name="filter">Which documents may be returned; all where it is null. It is asked only about documents good enough to be returned.</param>
    public IReadOnlyList<ScoredDocument> Search(Query query, int k, IDocumentFilter? filter = null) =>
        Search(query, new SearchRequest(k) { Filter = filter });

    /// <summary>The first matches in an order, or the first of each group.</summary>
    public IReadOnlyList<ScoredDocument> Search(Query query, SearchRequest request)
    {
        Check(request);
        if (request.Count == 0)
            return [];
        if (request.Order is { } order)
            return SearchByColumn(query, request, order);

        var search = FlatSearch.Rent();
        try
        {
            if (search.TrySearch(query, compiler, segments, live, request.Count, request.Filter, request.Grouping, out var count))
            {
                var found = new ScoredDocument[count];
                search.TakeResult(found);
                return found;
            }
        }
        finally
        {
            search.Return();
            GC.KeepAlive(this);
        }

        return SearchEveryMatch(query, request);
    }

    /// <summary>The same as the other search, into memory of the caller's: for terms, phrases and simple combinations of them it allocates nothing.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="found">Takes the best matches, best first.</param>
    /// <param name="filter">Which documents may be returned; all where it is null.</param>
    /// <returns>How many there are.</returns>
    public int Search(Query query, Span<ScoredDocument> found, IDocumentFilter? filter = null)
    {
        if (found.IsEmpty)
            return 0;

        var search = FlatSearch.Rent();
        try
        {
            if (search.TrySearch(query, compiler, segments, live, found.Length, filter, null, out var count))
            {
                search.TakeResult(found);
                return count;
            }
        }
        finally
        {
            search.Return();
            GC.KeepAlive(this);
        }

        var all = SearchEveryMatch(query, new SearchRequest(found.Length) { Filter = filter });
        all.CopyTo(found);
        return all.Length;
    }

    /// <summary>The same as <see cref="Search(Query, int, IDocumentFilter?)"/>, by looking at every match: the yardstick for anything faster.</summary>
    public IReadOnlyList<ScoredDocument> SearchExhaustively(Query query, int k, IDocumentFilter? filter = null) =>
        SearchExhaustively(query, new SearchRequest(k) { Filter = filter });

    /// <summary>The same as <see cref="Search(Query, SearchRequest)"/>, by looking at every match, putting all in order, and taking the first.</summary>
    public IReadOnlyList<ScoredDocument> SearchExhaustively(Query query, SearchRequest request)
    {
        Check(request);
        if (request is { Count: > 0, Order: null, Grouping: null })
            return SearchEveryMatch(query, request);

        var all = new List<(ScoredDocument Hit, long? Value, GroupKey Group)>();
        Visit(query, (segment, matcher) =>
        {
            var (documents, document) = (segments[segment].Documents, matcher.Document);
            var hit = new ScoredDocument(documents.Key(document), documents.Group(document), matcher.Score());
            if (request.Filter is { } filter && !filter.Accepts(hit.Key, hit.Group))
                return;
            var value = request.Order is { } order ? documents.Column(order.Column).Number(document) : null;
            all.Add((hit, value, request.Grouping is { } grouping ? GroupKey.Of(grouping, segments[segment], document) : new GroupKey(false, hit.Key)));
        });
        var ordered = request.Order switch
        {
            null => all.OrderByDescending(match => match.Hit.Score),
            { Descending: true } => all.OrderByDescending(match => match.Value),
            _ => all.OrderBy(match => match.Value is null).ThenBy(match => match.Value),
        };
        return [.. ordered.ThenBy(match => match.Hit.Key).DistinctBy(match => match.Group).Take(request.Count).Select(match => match.Hit)];
    }

    ScoredDocument[] SearchByColumn(Query query, SearchRequest request, ColumnOrder order)
    {
        var found = new TopByColumn(request, order).Search(compiler.Compile(query), segments, live);
        GC.KeepAlive(this);
        return found;
    }

    // For queries of any shape: scores every match, and keeps the best.
    ScoredDocument[] SearchEveryMatch(Query query, SearchRequest request)
    {
        var top = new TopDocuments();
        top.Reset(request.Count, request.Filter, request.Grouping);
        var entered = -1;
        Visit(query, (segment, matcher) =>
        {
            if (entered != segment)
                top.Enter(segments[entered = segment], live[segment]);
            top.Offer(matcher.Document, matcher.Score());
        });
        var found = new ScoredDocument[top.Sort()];
        top.CopyTo(found);
        GC.KeepAlive(this);
        return found;
    }

    /// <summary>The number of a document in a column, or null when there is no such document or it has none.</summary>
    public long? NumberOf(int column, long key)
    {
        compiler.CheckColumn(column, ColumnKind.Number);
        var number = Find(key) is var (segment, document) ? segments[segment].Documents.Column(column).Number(document) : null;
        GC.KeepAlive(this);
        return number;
    }

    /// <summary>The text of a document in a column, or null when there is no such document or it has none.</summary>
    public string? TextOf(int column, long key)
    {
        compiler.CheckColumn(column, ColumnKind.Text);
        var text = Find(key) is var (segment, document) ? segments[segment].Documents.Column(column).Text(document) : null;
        GC.KeepAlive(this);
        return text;
    }

    /// <summary>The different texts of a column, ascending unit by unit; those of documents deleted since their segment was written included.</summary>
    public IReadOnlyList<string> Texts(int column)
    {
        compiler.CheckColumn(column, ColumnKind.Text);
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            var values = segment.Documents.Column(column);
            for (var code = 1; code <= values.TextCount; code++)
                texts.Add(values.TextOf((ulong)code).ToString());
        }

        GC.KeepAlive(this);
        return [.. texts];
    }

    /// <summary>How many documents match.</summary>
    public int Count(Query query)
    {
        var count = 0;
        Visit(query, (_, _) => count++);
        return count;
    }

    /// <summary>In how many documents a term occurs; deleted ones are counted until their segment is merged.</summary>
    public long DocumentFrequency(int field, string term)
    {
        var frequency = QueryCompiler.DocumentFrequency(compiler.Find(field, term));
        GC.KeepAlive(this);
        return frequency;
    }

    /// <summary>How a document's score for a query comes about, or null when there is no such document.</summary>
    public Explanation? Explain(Query query, long key)
    {
        Explanation? explanation = null;
        if (Find(key) is var (segment, document))
            explanation = compiler.Compile(query).Explain(segment, document);
        GC.KeepAlive(this);
        return explanation;
    }

    /// <summary>Whether there is a document with this key.</summary>
    public bool Contains(long key)
    {
        var found = Find(key) is not null;
        GC.KeepAlive(this);
        return found;
    }

    /// <summary>The keys and groups of all documents, in no particular order.</summary>
    public IEnumerable<(long Key, long Group)> Documents()
    {
        for (var segment = 0; segment < segments.Length; segment++)
        {
            for (var document = 0; document < segments[segment].DocumentCount; document++)
            {
                if (live[segment].Contains(document))
                    yield return (segments[segment].Documents.Key(document), segments[segment].Documents.Group(document));
            }
        }

        GC.KeepAlive(this);
    }

    void Check(SearchRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Count);
        if (request.Order is { } order)
            compiler.CheckColumn(order.Column, ColumnKind.Number);
        if (request.Grouping is { Column: { } column })
            compiler.CheckColumn(column, ColumnKind.Number);
    }

    void Visit(Query query, Action<int, Matcher> visit)
    {
        var weight = compiler.Compile(query);
        for (var segment = 0; segment < segments.Length; segment++)
        {
            if (weight.CreateMatcher(segment) is not { } matcher)
                continue;

            var documents = live[segment];
            for (var document = matcher.Advance(0); document != Matcher.End; document = matcher.Advance(document + 1))
            {
                if (documents.Contains(document))
                    visit(segment, matcher);
            }
        }

        // The spans that were read point into mapped files, which live only as long as they are reachable.
        GC.KeepAlive(this);
    }

    (int Segment, int Document)? Find(long key)
    {
        for (var segment = 0; segment < segments.Length; segment++)
        {
            var document = segments[segment].Documents.Find(key);
            if (document >= 0 && live[segment].Contains(document))
                return (segment, document);
        }

        return null;
    }
}
