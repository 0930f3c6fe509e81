using System.Globalization;
using Tanyuan.Index;
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
            if (clause.Demand != Demand.Excluded)
                tokens.Add(TextFolder.Fold(clause.Text), 1);
        }

        if (tokens.IsEmpty)
            return [];

        var filter = new DocumentFilter(reader, documents, options);
        var matcher = new ClauseMatcher(snapshot);
        foreach (var clause in clauses)
        {
            if (clause is { Demand: Demand.Wanted, IsPhrase: false, InTitle: false } || matcher.FindDocuments(clause) is not { } numbers)
                continue;
            if (clause.Demand == Demand.Excluded)
                filter.Exclude(numbers);
            else
                filter.Require(numbers);
        }

        var ranker = new PassageRanker(snapshot, tokens, ranking);
        var terms = SnippetTerms(clauses);
        for (var k = Math.Max(FewestRanked, 4 * options.Limit); ; k *= 4)
        {
            var found = snapshot.Search(ranker.Query, k, filter);
            var best = BestPassages(reader, ranker, found, options.Limit);
            if (best.Count >= options.Limit || found.Count < k || k > MostRanked)
                return best.ConvertAll(hit => new SearchHit(reader.Summary(hit.Entry.Document), hit.Score, SnippetOf(hit, terms)));
        }
    }

    List<RankedPassage> BestPassages(RecordReader reader, PassageRanker ranker, IReadOnlyList<ScoredDocument> found, int limit)
    {
        var byDocument = new Dictionary<long, RankedPassage>();
        foreach (var (id, number, score) in found)
        {
            if (reader.FindPassage(id) is not { } recorded || documents.Find(reader, number) is not { } entry)
                continue;
            var passage = recorded.Passage;
            var key = TextFolder.Fold(entry.TextOf(passage).Substring(passage.Start, passage.Length));
            var ranked = new RankedPassage(entry, passage, ranker.Score(score, key, passage.IsSide));
            if (!byDocument.TryGetValue(number, out var known) || ranked.Score > known.Score)
                byDocument[number] = ranked;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. byDocument.Values.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry.Document.Number)
            .Where(hit => seen.Add(StoryKey(reader, hit.Entry.Document))).Take(limit)];
    }

    static string StoryKey(RecordReader reader, RecordedDocument document) =>
        reader.StoryOf(document.Number)?.ToString(CultureInfo.InvariantCulture) ?? document.TextKey;

    static Snippet SnippetOf(RankedPassage hit, IReadOnlyList<string> terms)
    {
        var text = hit.Entry.TextOf(hit.Passage).Substring(hit.Passage.Start, hit.Passage.Length);
        var snippet = SnippetBuilder.Build(text, TextFolder.Fold(text), terms);
        return snippet with { Start = hit.Passage.Start + snippet.Start, IsSide = hit.Passage.IsSide };
    }

    /// <summary>Whole clauses, and their words where these are longer than one Chinese character.</summary>
    static List<string> SnippetTerms(List<QueryClause> clauses)
    {
        var terms = new List<string>();
        var words = new List<TextSpan>();
        foreach (var clause in clauses)
        {
            if (clause.Demand == Demand.Excluded || clause.InTitle)
                continue;
            var key = TextFolder.Fold(clause.Text.Trim());
            AddTerm(terms, key);
            words.Clear();
            if (!clause.IsPhrase)
                WordSegmenter.Default.Segment(key, words);
            foreach (var word in words)
            {
                if (word.Length > 1 || char.IsAsciiLetterOrDigit(key[word.Start]))
                    AddTerm(terms, word.Of(key));
            }
        }

        return terms;
    }

    static void AddTerm(List<string> terms, string term)
    {
        if (term.Length > 0 && !terms.Contains(term))
            terms.Add(term);
    }

    sealed record RankedPassage(DocumentCache.Entry Entry, Passage Passage, double Score);
}
