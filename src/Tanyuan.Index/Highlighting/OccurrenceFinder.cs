using Tanyuan.Index.Postings;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Snapshots;

namespace Tanyuan.Index.Highlighting;

/// <summary>
/// Finds where in one document the terms of a query stand, from the stored positions: of whatever part of the query matches the document and is not
/// prohibited. Made for one document; for the few that are shown, so it is plain rather than fast.
/// </summary>
sealed class OccurrenceFinder(SnapshotState state, int segment, int document)
{
    readonly HashSet<Occurrence> found = [];

    internal IReadOnlyList<Occurrence> Find(Query query)
    {
        Add(query);
        return [.. found.OrderBy(place => place.Field).ThenBy(place => place.Position).ThenBy(place => place.Term, StringComparer.Ordinal)];
    }

    void Add(Query query)
    {
        if (!Matches(query))
            return;

        switch (query)
        {
            case TermQuery term:
                AddTerm(term.Field, term.Term);
                break;
            case PhraseQuery phrase:
                AddPhrase(phrase);
                break;
            case PrefixQuery prefix:
                foreach (var term in state.Compiler.Expand(prefix).Terms)
                    AddTerm(prefix.Field, term);
                break;
            case BoostQuery boost:
                Add(boost.Inner);
                break;
            case DisjunctionMaxQuery best:
                AddAll(best.Queries);
                break;
            case BooleanQuery boolean:
                AddAll(boolean.Must);
                AddAll(boolean.Should);
                break;
        }
    }

    void AddAll(IReadOnlyList<Query> queries)
    {
        foreach (var query in queries)
            Add(query);
    }

    bool Matches(Query query) => state.Compiler.Compile(query).CreateMatcher(segment) is { } matcher && matcher.Advance(document) == document;

    void AddTerm(int field, string term)
    {
        foreach (var position in PositionsOf(field, term))
            found.Add(new Occurrence(field, position, term));
    }

    // The places that each occurrence of the first term is completed by are those within the slop of where the others should stand.
    void AddPhrase(PhraseQuery phrase)
    {
        var positions = phrase.Terms.Select(term => PositionsOf(phrase.Field, term.Term)).ToArray();
        foreach (var first in positions[0])
        {
            var within = phrase.Terms.Select((term, place) => positions[place].Where(
                position => place == 0 ? position == first : Math.Abs(((long)position - term.Position) - ((long)first - phrase.Terms[0].Position)) <= phrase.Slop).ToArray()).ToArray();
            if (Array.Exists(within, places => places.Length == 0))
                continue;
            for (var i = 0; i < within.Length; i++)
                found.UnionWith(within[i].Select(position => new Occurrence(phrase.Field, position, phrase.Terms[i].Term)));
        }
    }

    int[] PositionsOf(int field, string term)
    {
        if (!state.Compiler.HasPositions(field) || state.Compiler.Find(field, term)[segment] is not { } entry)
            return [];
        var cursor = new PostingCursor(state.Segments[segment], entry, field);
        return cursor.Advance(document) == document ? cursor.ReadPositions().ToArray() : [];
    }
}
