using Tanyuan.Index.Queries;

namespace Tanyuan.Index.Tests.Model;

/// <summary>
/// The index as plainly as it can be said: a dictionary of documents, every query answered by looking at all of them.
/// Written from the documentation of the public surface, not from the code behind it.
/// </summary>
public sealed class ModelIndex(IndexSchema schema)
{
    readonly Dictionary<long, ModelDocument> documents = [];

    public IReadOnlyDictionary<long, ModelDocument> Documents => documents;

    public void Add(ModelDocument document) => documents[document.Key] = document;

    public void Delete(long key) => documents.Remove(key);

    public void DeleteGroup(long group)
    {
        foreach (var document in documents.Values.Where(document => document.Group == group).ToList())
            documents.Remove(document.Key);
    }

    public void Clear() => documents.Clear();

    public ModelIndex Copy()
    {
        var copy = new ModelIndex(schema);
        foreach (var document in documents.Values)
            copy.Add(document);
        return copy;
    }

    /// <summary>Every match with its score, best first, equal scores by key.</summary>
    public List<ScoredDocument> Search(Query query) =>
    [
        .. documents.Values
            .Select(document => (document, Score: Score(query, document)))
            .Where(pair => pair.Score is not null)
            .Select(pair => new ScoredDocument(pair.document.Key, pair.document.Group, pair.Score!.Value))
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Key),
    ];

    /// <summary>The first matches in an order, or the first of each group.</summary>
    public List<ScoredDocument> Search(Query query, SearchRequest request)
    {
        IEnumerable<ScoredDocument> found = Search(query).Where(hit => request.Filter?.Accepts(hit.Key, hit.Group) ?? true);
        if (request.Order is { } order)
        {
            found = found.OrderBy(hit => Number(hit, order.Column) is null)
                .ThenBy(hit => (Number(hit, order.Column) ?? 0) * (order.Descending ? -1 : 1)).ThenBy(hit => hit.Key);
        }

        if (request.Grouping is { Column: null })
            found = found.DistinctBy(hit => hit.Group);
        else if (request.Grouping is { Column: { } column })
            found = found.DistinctBy(hit => (Number(hit, column), Number(hit, column) is null ? hit.Key : 0));
        return [.. found.Take(request.Count)];
    }

    long? Number(ScoredDocument hit, int column) => (long?)documents[hit.Key].Values[column];

    /// <summary>The score of a document, or null when it does not match.</summary>
    double? Score(Query query, ModelDocument document)
    {
        switch (query)
        {
            case TermQuery term:
                return Bm25(term.Field, document, document.Fields[term.Field].Count(other => other == term.Term), Rarity(term.Field, term.Term)) * term.Boost;
            case PhraseQuery phrase:
                return Bm25(phrase.Field, document, CountPhrase(phrase, document), phrase.Terms.Sum(term => Rarity(phrase.Field, term.Term))) * phrase.Boost;
            case PrefixQuery prefix:
                return Best(Expand(prefix).Select(term => Score(new TermQuery(prefix.Field, term, prefix.Boost), document)), 0);
            case BoostQuery boost:
                return Score(boost.Inner, document) * boost.Boost;
            case AllQuery all:
                return all.Score;
            case NumberRangeQuery range:
                return document.Values[range.Column] is long inRange && inRange >= range.From && inRange <= range.To ? 0 : null;
            case NumberSetQuery set:
                return document.Values[set.Column] is long number && set.Values.Contains(number) ? 0 : null;
            case TextSetQuery set:
                return document.Values[set.Column] is string text && set.Values.Contains(text) ? 0 : null;
            case DisjunctionMaxQuery best:
                return Best(best.Queries.Select(inner => Score(inner, document)), best.TieBreaker);
            case BooleanQuery boolean:
                var must = boolean.Must.Select(inner => Score(inner, document)).ToList();
                var should = boolean.Should.Select(inner => Score(inner, document)).OfType<double>().ToList();
                var needed = Math.Max(boolean.MinimumShouldMatch, boolean.Must.Count == 0 ? 1 : 0);
                var matches = must.All(score => score is not null) && should.Count >= needed
                    && boolean.MustNot.All(inner => Score(inner, document) is null);
                return matches ? must.Sum() + should.Sum() : null;
            default:
                throw new InvalidOperationException(query.GetType().Name);
        }
    }

    static double? Best(IEnumerable<double?> scores, double tieBreaker)
    {
        var found = scores.OfType<double>().ToList();
        return found.Count == 0 ? null : found.Max() + (tieBreaker * (found.Sum() - found.Max()));
    }

    double? Bm25(int field, ModelDocument document, int frequency, double rarity)
    {
        if (frequency == 0)
            return null;

        var definition = schema.Fields[field];
        var lengths = documents.Values.Select(other => other.Fields[field].Length).Where(length => length > 0).ToList();
        var average = lengths.Average();
        var saturation = definition.K1 * (1 - definition.B + (definition.B * Rounded(document.Fields[field].Length) / average));
        return definition.Boost * rarity * (definition.K1 + 1) * frequency / (frequency + saturation);
    }

    double Rarity(int field, string term)
    {
        var having = documents.Values.Count(document => document.Fields[field].Length > 0);
        var matching = documents.Values.Count(document => document.Fields[field].Contains(term));
        return Math.Log(1 + ((having - matching + 0.5) / (matching + 0.5)));
    }

    // Lengths above 31 are rounded down to sixteen steps a doubling.
    static int Rounded(int length)
    {
        var step = 1;
        while (length / step >= 32)
            step *= 2;
        return length / step * step;
    }

    IEnumerable<string> Expand(PrefixQuery prefix) => documents.Values
        .SelectMany(document => document.Fields[prefix.Field].Distinct())
        .Where(term => term.StartsWith(prefix.Prefix, StringComparison.Ordinal))
        .GroupBy(term => term, StringComparer.Ordinal)
        .OrderByDescending(term => term.Count())
        .ThenBy(term => term.Key, StringComparer.Ordinal)
        .Take(prefix.MaxExpansions)
        .Select(term => term.Key);

    static int CountPhrase(PhraseQuery phrase, ModelDocument document)
    {
        var text = document.Fields[phrase.Field];
        var count = 0;
        for (var start = 0; start < text.Length; start++)
        {
            if (text[start] != phrase.Terms[0].Term)
                continue;

            var complete = phrase.Terms.Skip(1).All(term =>
            {
                var place = start - phrase.Terms[0].Position + term.Position;
                return Enumerable.Range(place - phrase.Slop, (2 * phrase.Slop) + 1)
                    .Any(at => at >= 0 && at < text.Length && text[at] == term.Term);
            });
            if (complete)
                count++;
        }

        return count;
    }
}
