using System.Globalization;
using Tanyuan.Index;
using Tanyuan.Index.Queries;
using Tanyuan.Library.Indexing;
using Tanyuan.Library.Passages;
using Tanyuan.Library.Record;
using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Words;

namespace Tanyuan.Library.Searching;

/// <summary>Answers a user's query with documents: each with its best passage, and a story that several documents tell only once.</summary>
internal sealed class DocumentSearcher(DocumentCache documents, RankingWeights ranking)
{
    const int FewestRanked = 50, MostRanked = 100_000;

    public List<SearchHit> Search(RecordReader reader, Snapshot snapshot, string query, SearchOptions options)
    {
        var clauses = QueryParser.Parse(query);
        var tokens = new WeightedTokens();
        foreach (var clause in clauses)
        {
            if (clause.Demand == Demand.Excluded)
                continue;
            if (clause.IsPrefix)
                tokens.AddBeginning(TextFolder.Fold(clause.Text), 1);
            else
                tokens.Add(TextFolder.Fold(clause.Text), 1);
        }

        if (tokens.IsEmpty)
            return [];

        var matcher = new ClauseMatcher(snapshot);
        var filter = FilterOf(clauses, matcher, everyWord: options.Sort == SearchSort.Date);
        var ranker = new PassageRanker(snapshot, tokens, ranking);
        var conditions = ColumnConditions.Of(options, snapshot);
        Query restricted = conditions.Count == 0 ? ranker.Query : new BooleanQuery { Must = [ranker.Query, .. conditions] };
        var terms = SnippetTerms(clauses);
        var best = options.Sort == SearchSort.Date
            ? Newest(reader, snapshot, restricted, ranker, filter, options.Limit)
            : Best(reader, snapshot, restricted, ranker, filter, options.Limit);
        return best.ConvertAll(hit => new SearchHit(reader.Summary(hit.Entry.Document), hit.Score, SnippetOf(hit, terms))
        {
            Explanation = options.Explain ? ranker.Explain(hit.Number, hit.Key, hit.Passage.IsSide) : null,
        });
    }

    static DocumentFilter? FilterOf(List<QueryClause> clauses, ClauseMatcher matcher, bool everyWord)
    {
        var filter = new DocumentFilter();
        foreach (var clause in clauses)
        {
            var isFree = clause is { Demand: Demand.Wanted, IsPhrase: false, IsPrefix: false, InTitle: false } && !everyWord;
            if (isFree || matcher.FindDocuments(clause) is not { } numbers)
                continue;
            if (clause.Demand == Demand.Excluded)
                filter.Exclude(numbers);
            else
                filter.Require(numbers);
        }

        return filter.IsEmpty ? null : filter;
    }

    List<RankedPassage> Best(RecordReader reader, Snapshot snapshot, Query query, PassageRanker ranker, DocumentFilter? filter, int limit)
    {
        for (var k = Math.Max(FewestRanked, 4 * limit); ; k *= 4)
        {
            var found = snapshot.Search(query, k, filter);
            var best = BestPassages(reader, ranker, found, limit);
            if (best.Count >= limit || found.Count < k || k > MostRanked)
                return best;
        }
    }

    // The index gives one passage of each story, the newest; of its document the best one is shown.
    List<RankedPassage> Newest(RecordReader reader, Snapshot snapshot, Query query, PassageRanker ranker, DocumentFilter? filter, int limit)
    {
        var newest = snapshot.Search(query, new SearchRequest(limit)
        {
            Order = new ColumnOrder(PassageColumns.Published),
            Grouping = new Grouping(PassageColumns.Story),
            Filter = filter,
        });
        var chosen = new BooleanQuery { Must = [query, new NumberSetQuery(PassageColumns.Document, [.. newest.Select(hit => hit.Group)])] };
        var best = new Dictionary<long, RankedPassage>();
        foreach (var found in snapshot.Search(chosen, new SearchRequest(limit) { Grouping = new Grouping() }))
        {
            if (Ranked(reader, ranker, found) is { } ranked)
                best.Add(found.Group, ranked);
        }

        return [.. newest.Select(hit => best.GetValueOrDefault(hit.Group)).OfType<RankedPassage>()];
    }

    // Null where it has gone from the record after the snapshot was made.
    RankedPassage? Ranked(RecordReader reader, PassageRanker ranker, ScoredDocument found)
    {
        if (reader.FindPassage(found.Key) is not { } recorded || documents.Find(reader, found.Group) is not { } entry)
            return null;
        var passage = recorded.Passage;
        var key = TextFolder.Fold(entry.TextOf(passage).Substring(passage.Start, passage.Length));
        return new RankedPassage(entry, passage, found.Key, key, ranker.Score(found.Score, key, passage.IsSide));
    }

    List<RankedPassage> BestPassages(RecordReader reader, PassageRanker ranker, IReadOnlyList<ScoredDocument> found, int limit)
    {
        var byDocument = new Dictionary<long, RankedPassage>();
        foreach (var hit in found)
        {
            if (Ranked(reader, ranker, hit) is { } ranked && (!byDocument.TryGetValue(hit.Group, out var known) || ranked.Score > known.Score))
                byDocument[hit.Group] = ranked;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. byDocument.Values.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry.Document.Number)
            .Where(hit => seen.Add(StoryKey(reader, hit.Entry.Document))).Take(limit)];
    }

    static string StoryKey(RecordReader reader, RecordedDocument document) =>
        reader.StoryOf(document.Number)?.ToString(CultureInfo.InvariantCulture) ?? document.TextKey;

    static Snippet SnippetOf(RankedPassage hit, List<SnippetTerm> terms)
    {
        var text = hit.Entry.TextOf(hit.Passage).Substring(hit.Passage.Start, hit.Passage.Length);
        var snippet = SnippetBuilder.Build(text, hit.Key, terms);
        return snippet with { Start = hit.Passage.Start + snippet.Start, IsSide = hit.Passage.IsSide };
    }

    /// <summary>Whole clauses, and their words where these are longer than one Chinese character and need not stand in a row.</summary>
    static List<SnippetTerm> SnippetTerms(List<QueryClause> clauses)
    {
        var terms = new List<SnippetTerm>();
        var words = new List<TextSpan>();
        foreach (var clause in clauses)
        {
            if (clause.Demand == Demand.Excluded || clause.InTitle)
                continue;
            var key = TextFolder.Fold(clause.Text.Trim());
            AddTerm(terms, new SnippetTerm(key, clause.IsPrefix));
            words.Clear();
            if (!clause.IsPhrase || clause.Slop > 0)
                WordSegmenter.Default.Segment(key, words);
            foreach (var word in words)
            {
                if (word.Length > 1 || char.IsAsciiLetterOrDigit(key[word.Start]))
                    AddTerm(terms, new SnippetTerm(word.Of(key), clause.IsPrefix && word.End == key.Length));
            }
        }

        return terms;
    }

    static void AddTerm(List<SnippetTerm> terms, SnippetTerm term)
    {
        if (term.Key.Length > 0 && !terms.Contains(term))
            terms.Add(term);
    }

    sealed record RankedPassage(DocumentCache.Entry Entry, Passage Passage, long Number, string Key, double Score);
}
