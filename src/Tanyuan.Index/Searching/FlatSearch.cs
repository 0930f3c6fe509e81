using Tanyuan.Index.Postings;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>
/// Searches flat queries, one at a time, and keeps everything it needs for the next one, so that a search allocates nothing once it has
/// grown to the size of the queries. One is kept for each thread.
/// </summary>
sealed class FlatSearch
{
    [ThreadStatic]
    static FlatSearch? spare;

    readonly FlatQuery flat = new();
    readonly Collector collector = new();
    readonly DisjunctionSearch disjunction = new();
    readonly ConjunctionSearch conjunction = new();
    readonly List<TermClause> pool = [];
    readonly List<TermClause> active = [];
    readonly List<PhraseClause> phrases = [];
    TermEntry[] entries = [];
    TermScorer[] scorers = [];
    long[] frequencies = [];

    // Whether every live document that matches counts, and no more of them are wanted than floors are of.
    bool takesAll;

    /// <summary>The one of this thread, unless a search is under way with it.</summary>
    internal static FlatSearch Rent()
    {
        var rented = spare ?? new FlatSearch();
        spare = null;
        return rented;
    }

    /// <summary>Gives it back; what it found is no longer there.</summary>
    internal void Return()
    {
        collector.Top.Clear();
        spare = this;
    }

    /// <summary>Searches; false, with nothing done, where the query is not flat or its scores are too large to be exact.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="compiler">The scoring of the snapshot.</param>
    /// <param name="segments">The segments of the snapshot.</param>
    /// <param name="live">Their live documents.</param>
    /// <param name="k">How many documents at most, 1 or more.</param>
    /// <param name="filter">Which of them may be found.</param>
    /// <param name="grouping">Of which of them only the best is found.</param>
    /// <param name="count">How many documents there are to take.</param>
    internal bool TrySearch(
        Query query, QueryCompiler compiler, SegmentReader[] segments, LiveDocuments[] live, int k, IDocumentFilter? filter,
        Grouping? grouping, out int count)
    {
        count = 0;
        if (!flat.TryFlatten(query) || !Prepare(compiler, segments))
            return false;

        collector.Top.Reset(k, filter, grouping);
        takesAll = k <= Floors.Rank && filter is null && grouping is null && flat.Conditions.Count == 0;
        try
        {
            for (var segment = 0; segment < segments.Length; segment++)
            {
                if (collector.Restrict(flat.Conditions, segments[segment]) && Enter(segments, segment))
                    Search(segments[segment], live[segment]);
            }
        }
        finally
        {
            Release();
        }

        count = collector.Top.Sort();
        return true;
    }

    /// <summary>Takes the documents that were found, best first.</summary>
    internal void TakeResult(Span<ScoredDocument> found) => collector.Top.CopyTo(found);

    // Looks every term up in every segment, for scores need the frequencies in all of them.
    bool Prepare(QueryCompiler compiler, SegmentReader[] segments)
    {
        foreach (var condition in flat.Conditions)
            compiler.CheckColumn(condition.Query);

        var count = flat.Terms.Count;
        if (entries.Length < count * segments.Length)
            entries = new TermEntry[count * segments.Length * 2];
        if (frequencies.Length < count)
            (frequencies, scorers) = (new long[count * 2], new TermScorer[count * 2]);

        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            var term = flat.Terms[i];
            compiler.CheckField(term.Field);
            if ((term.Phrase >= 0 || term.Position < 0) && !compiler.HasPositions(term.Field))
                return false;

            frequencies[i] = 0;
            for (var segment = 0; segment < segments.Length; segment++)
            {
                ref var entry = ref entries[(i * segments.Length) + segment];
                segments[segment].Terms.TryFind(term.Field, term.Term, out entry);
                frequencies[i] += entry.DocumentFrequency;
            }

            var scoring = compiler.Scoring(term.Field);
            scorers[i] = scoring.Scorer(scoring.InverseFrequency(frequencies[i]), term.Boost);
            sum += scorers[i].Factor;
        }

        while (phrases.Count < flat.Phrases.Count)
            phrases.Add(new PhraseClause());
        for (var i = 0; i < flat.Phrases.Count; i++)
            PreparePhrase(i, compiler);
        return sum < TermScorer.LargestExact;
    }

    // A phrase is as rare as its terms together; each of them bounds it with the phrase's scorer.
    void PreparePhrase(int phrase, QueryCompiler compiler)
    {
        var definition = flat.Phrases[phrase];
        var scoring = compiler.Scoring(definition.Field);
        var inverse = 0.0;
        for (var i = 0; i < flat.Terms.Count; i++)
        {
            if (flat.Terms[i].Phrase == phrase)
                inverse += scoring.InverseFrequency(frequencies[i]);
        }

        phrases[phrase].Scorer = scoring.Scorer(inverse, definition.Boost);
        for (var i = 0; i < flat.Terms.Count; i++)
        {
            if (flat.Terms[i].Phrase == phrase)
                scorers[i] = phrases[phrase].Scorer;
        }
    }

    // Puts a clause on every term that is in the segment; false where nothing can match.
    bool Enter(SegmentReader[] segments, int segment)
    {
        active.Clear();
        for (var i = 0; i < flat.Phrases.Count; i++)
        {
            phrases[i].Norms = segments[segment].Documents.Norms(flat.Phrases[i].Field);
            phrases[i].Counter.Reset(flat.Phrases[i].Slop);
        }

        var finding = false;
        for (var i = 0; i < flat.Terms.Count; i++)
        {
            var term = flat.Terms[i];
            ref readonly var entry = ref entries[(i * segments.Length) + segment];
            if (entry.DocumentFrequency == 0)
            {
                if (term.Role == Role.Required)
                    return false;
                continue;
            }

            while (pool.Count <= active.Count)
                pool.Add(new TermClause());
            var clause = pool[active.Count];
            clause.Enter(segments[segment], entry, scorers[i], term, alone: flat.Terms.Count == 1);
            active.Add(clause);
            finding |= term.Role == Role.Finding;
            if (term.Phrase >= 0)
                phrases[term.Phrase].Counter.Add(clause.Cursor, term.Position);
        }

        return finding || flat.IsConjunction;
    }

    void Search(SegmentReader segment, LiveDocuments live)
    {
        collector.Top.Enter(segment, live);
        collector.Prohibit(active);
        if (takesAll && !flat.IsConjunction && live.Count == live.DocumentCount)
            RaiseMinimum();
        if (flat.IsConjunction)
            conjunction.Run(active, phrases, flat.Phrases.Count, segment.DocumentCount, collector);
        else
            disjunction.Run(active, segment.DocumentCount, collector);
    }

    // Ten documents that have a term score no less than they do by it alone, and where every one of them counts they are found if nothing better is.
    void RaiseMinimum()
    {
        foreach (var clause in active)
        {
            if (clause.Role == Role.Prohibited)
                return;
        }

        foreach (var clause in active)
        {
            if (clause.Role == Role.Finding && (clause.Cursor.HasBlocks || flat.Terms.Count > 1))
                collector.Top.Raise(clause.LeastOfTen());
        }
    }

    // Nothing may hold a segment alive between two searches.
    void Release()
    {
        foreach (var clause in pool)
            clause.Clear();
        foreach (var phrase in phrases)
            phrase.Clear();
        collector.Clear();
        scorers.AsSpan().Clear();
    }
}
