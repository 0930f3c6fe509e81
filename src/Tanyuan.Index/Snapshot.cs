using Tanyuan.Index.Commits;
using Tanyuan.Index.Highlighting;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Rescoring;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Searching;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Snapshots;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index;

/// <summary>
/// The index as it was at one moment. It never changes, whatever the writer does, and is thread-safe. Its files are closed when every snapshot of
/// that moment is disposed and the writer has moved on; one that is not disposed holds them until it is collected. Scores use statistics over the
/// whole snapshot; deleted documents count in them until their segment is merged, and are never returned.
/// </summary>
public sealed class Snapshot : IDisposable
{
    readonly SnapshotState state;
    int disposed;

    /// <param name="leased">What it shows; the lease that the caller took becomes its own.</param>
    internal Snapshot(SnapshotState leased) => state = leased;

    /// <summary>The fields and columns.</summary>
    public IndexSchema Schema => state.Schema;

    /// <summary>The progress of the last commit before this snapshot.</summary>
    public long Progress => state.Progress;

    /// <summary>How many documents there are.</summary>
    public int DocumentCount => state.DocumentCount;

    /// <summary>How many segments they are spread over.</summary>
    public int SegmentCount => state.Segments.Length;

    /// <summary>Opens the newest commit for reading; needs no lock, and works beside a writer in another process.</summary>
    /// <exception cref="Text.TanyuanException"><c>index-not-found</c>, <c>index-corrupt</c> or <c>index-too-new</c>.</exception>
    public static Snapshot Open(IndexDirectory directory)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var manifest = ManifestStore.ReadNewest(directory) ?? throw IndexErrors.NotFound(directory.Describe(""));
                var opened = CommittedSegments.Open(directory, manifest, manifest.Schema);
                var snapshot = new Snapshot(new SnapshotState(manifest.Schema, manifest.Progress, opened));
                foreach (var (segment, _) in opened)
                    segment.Release();
                return snapshot;
            }
            catch (FileNotFoundException error)
            {
                // A writer replaced the commit between listing and opening; the next listing shows what it put there.
                if (attempt == 20)
                    throw IndexErrors.Corrupt(error.FileName ?? directory.Describe(""), 0, "it is missing", error);
            }
        }
    }

    /// <summary>Another snapshot of the same moment, to be disposed by itself.</summary>
    /// <exception cref="ObjectDisposedException">This one was disposed.</exception>
    public Snapshot Share()
    {
        _ = Enter();
        return new Snapshot(state);
    }

    /// <summary>Gives up the snapshot. Operations under way end as if it had not been.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
            state.Release();
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
        using var lease = Enter();
        Check(request);
        if (request.Count == 0)
            return [];
        if (request.Order is { } order)
            return new TopByColumn(request, order).Search(state.Compiler.Compile(query), state.Segments, state.Live);

        var search = FlatSearch.Rent();
        try
        {
            if (search.TrySearch(query, state.Compiler, state.Segments, state.Live, request.Count, request.Filter, request.Grouping, out var count))
            {
                var found = new ScoredDocument[count];
                search.TakeResult(found);
                return found;
            }
        }
        finally
        {
            search.Return();
        }

        return Yardstick.SearchEveryMatch(state, query, request);
    }

    /// <summary>The same as the other searches, into memory of the caller's: for terms, phrases and simple combinations of them it allocates nothing.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="found">Takes the best matches, best first.</param>
    /// <param name="filter">Which documents may be returned; all where it is null.</param>
    /// <returns>How many there are.</returns>
    public int Search(Query query, Span<ScoredDocument> found, IDocumentFilter? filter = null)
    {
        using var lease = Enter();
        if (found.IsEmpty)
            return 0;

        var search = FlatSearch.Rent();
        try
        {
            if (search.TrySearch(query, state.Compiler, state.Segments, state.Live, found.Length, filter, null, out var count))
            {
                search.TakeResult(found);
                return count;
            }
        }
        finally
        {
            search.Return();
        }

        var all = Yardstick.SearchEveryMatch(state, query, new SearchRequest(found.Length) { Filter = filter });
        all.CopyTo(found);
        return all.Length;
    }

    /// <summary>The same as <see cref="Search(Query, int, IDocumentFilter?)"/>, by looking at every match: the yardstick for anything faster.</summary>
    public IReadOnlyList<ScoredDocument> SearchExhaustively(Query query, int k, IDocumentFilter? filter = null) =>
        SearchExhaustively(query, new SearchRequest(k) { Filter = filter });

    /// <summary>The same as <see cref="Search(Query, SearchRequest)"/>, by looking at every match, putting all in order, and taking the first.</summary>
    public IReadOnlyList<ScoredDocument> SearchExhaustively(Query query, SearchRequest request)
    {
        using var lease = Enter();
        Check(request);
        return request switch
        {
            { Count: 0 } => [],
            { Order: null, Grouping: null } => Yardstick.SearchEveryMatch(state, query, request),
            _ => Yardstick.SortEveryMatch(state, query, request),
        };
    }

    /// <summary>How many documents match.</summary>
    public int Count(Query query)
    {
        using var lease = Enter();
        var count = 0;
        Yardstick.Visit(state, query, (_, _) => count++);
        return count;
    }

    /// <summary>
    /// Puts hits, such as the first 1,000 of a search, into the order of a second pass over what they hold: best first, equal scores by ascending key.
    /// Documents that are not in the snapshot are left out.
    /// </summary>
    public IReadOnlyList<RescoredDocument> Rescore(IReadOnlyList<ScoredDocument> hits, RescoringPlan plan)
    {
        using var lease = Enter();
        return new Rescorer(state, plan).Rescore(hits);
    }

    /// <summary>
    /// Where what a query looks for stands in a document, by field, position and term; only in fields that keep positions, and nothing where the document
    /// does not match. Of a phrase only the terms that make it up are told.
    /// </summary>
    public IReadOnlyList<Occurrence> Occurrences(Query query, long key)
    {
        using var lease = Enter();
        return Find(key) is var (segment, document) ? new OccurrenceFinder(state, segment, document).Find(query) : [];
    }

    /// <summary>In how many documents a term occurs; deleted ones are counted until their segment is merged.</summary>
    public long DocumentFrequency(int field, string term)
    {
        using var lease = Enter();
        return QueryCompiler.DocumentFrequency(state.Compiler.Find(field, term));
    }

    /// <summary>How a document's score for a query comes about, or null when there is no such document.</summary>
    public Explanation? Explain(Query query, long key)
    {
        using var lease = Enter();
        return Find(key) is var (segment, document) ? state.Compiler.Compile(query).Explain(segment, document) : null;
    }

    /// <summary>Whether there is a document with this key.</summary>
    public bool Contains(long key)
    {
        using var lease = Enter();
        return Find(key) is not null;
    }

    /// <summary>The number of a document in a column, or null when there is no such document or it has none.</summary>
    public long? NumberOf(int column, long key)
    {
        using var lease = Enter();
        state.Compiler.CheckColumn(column, ColumnKind.Number);
        return Find(key) is var (segment, document) ? state.Segments[segment].Documents.Column(column).Number(document) : null;
    }

    /// <summary>The text of a document in a column, or null when there is no such document or it has none.</summary>
    public string? TextOf(int column, long key)
    {
        using var lease = Enter();
        state.Compiler.CheckColumn(column, ColumnKind.Text);
        return Find(key) is var (segment, document) ? state.Segments[segment].Documents.Column(column).Text(document) : null;
    }

    /// <summary>The different texts of a column, ascending unit by unit; those of documents deleted since their segment was written included.</summary>
    public IReadOnlyList<string> Texts(int column)
    {
        using var lease = Enter();
        state.Compiler.CheckColumn(column, ColumnKind.Text);
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var segment in state.Segments)
        {
            var values = segment.Documents.Column(column);
            for (var code = 1; code <= values.TextCount; code++)
                texts.Add(values.TextOf((ulong)code).ToString());
        }

        return [.. texts];
    }

    /// <summary>The keys and groups of all documents, in no particular order.</summary>
    public IEnumerable<(long Key, long Group)> Documents()
    {
        _ = Enter();
        try
        {
            for (var segment = 0; segment < state.Segments.Length; segment++)
            {
                var documents = state.Segments[segment].Documents;
                for (var document = 0; document < documents.Count; document++)
                {
                    if (state.Live[segment].Contains(document))
                        yield return (documents.Key(document), documents.Group(document));
                }
            }
        }
        finally
        {
            state.Release();
        }
    }

    // Disposed by another thread just now, the state may be gone or held by others still: either way this handle is no longer valid.
    SnapshotLease Enter()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0 || !state.TryLease(), this);
        return new SnapshotLease(state);
    }

    void Check(SearchRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Count);
        if (request.Order is { } order)
            state.Compiler.CheckColumn(order.Column, ColumnKind.Number);
        if (request.Grouping is { Column: { } column })
            state.Compiler.CheckColumn(column, ColumnKind.Number);
    }

    (int Segment, int Document)? Find(long key)
    {
        for (var segment = 0; segment < state.Segments.Length; segment++)
        {
            var document = state.Segments[segment].Documents.Find(key);
            if (document >= 0 && state.Live[segment].Contains(document))
                return (segment, document);
        }

        return null;
    }
}
