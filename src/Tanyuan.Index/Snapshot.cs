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

    /// <summary>The fields.</summary>
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
    public IReadOnlyList<ScoredDocument> Search(Query query, int k, IDocumentFilter? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0)
            return [];

        var search = FlatSearch.Rent();
        try
        {
            if (search.TrySearch(query, compiler, segments, live, k, filter, out var count))
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

        return SearchExhaustively(query, k, filter);
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
            if (search.TrySearch(query, compiler, segments, live, found.Length, filter, out var count))
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

        var all = SearchExhaustively(query, found.Length, filter);
        for (var i = 0; i < all.Count; i++)
            found[i] = all[i];
        return all.Count;
    }

    /// <summary>The same as <see cref="Search(Query, int, IDocumentFilter?)"/>, by scoring every match: the yardstick for anything faster.</summary>
    public IReadOnlyList<ScoredDocument> SearchExhaustively(Query query, int k, IDocumentFilter? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0)
            return [];

        var top = new TopDocuments();
        top.Reset(k, filter);
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
