using Tanyuan.Index.Queries;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Snapshots;

namespace Tanyuan.Index.Searching;

/// <summary>Looks at every match of a query, whatever its shape: what anything faster is held to.</summary>
static class Yardstick
{
    /// <summary>Shows every live document that matches, segment by segment, ascending.</summary>
    internal static void Visit(SnapshotState state, Query query, Action<int, Matcher> visit)
    {
        var weight = state.Compiler.Compile(query);
        for (var segment = 0; segment < state.Segments.Length; segment++)
        {
            if (weight.CreateMatcher(segment) is not { } matcher)
                continue;

            var documents = state.Live[segment];
            for (var document = matcher.Advance(0); document != Matcher.End; document = matcher.Advance(document + 1))
            {
                if (documents.Contains(document))
                    visit(segment, matcher);
            }
        }
    }

    /// <summary>The best by score: scores every match, and keeps the best.</summary>
    internal static ScoredDocument[] SearchEveryMatch(SnapshotState state, Query query, SearchRequest request)
    {
        var top = new TopDocuments();
        top.Reset(request.Count, request.Filter, request.Grouping);
        var entered = -1;
        Visit(state, query, (segment, matcher) =>
        {
            if (entered != segment)
                top.Enter(state.Segments[entered = segment], state.Live[segment]);
            top.Offer(matcher.Document, matcher.Score());
        });
        var found = new ScoredDocument[top.Sort()];
        top.CopyTo(found);
        return found;
    }

    /// <summary>The first in any order: puts all in order, and takes the first, of each group one.</summary>
    internal static ScoredDocument[] SortEveryMatch(SnapshotState state, Query query, SearchRequest request)
    {
        var all = new List<(ScoredDocument Hit, long? Value, GroupKey Group)>();
        Visit(state, query, (segment, matcher) =>
        {
            var (documents, document) = (state.Segments[segment].Documents, matcher.Document);
            var hit = new ScoredDocument(documents.Key(document), documents.Group(document), matcher.Score());
            if (request.Filter is { } filter && !filter.Accepts(hit.Key, hit.Group))
                return;

            var value = request.Order is { } order ? documents.Column(order.Column).Number(document) : null;
            var group = request.Grouping is { } grouping ? GroupKey.Of(grouping, state.Segments[segment], document) : new GroupKey(false, hit.Key);
            all.Add((hit, value, group));
        });

        var ordered = request.Order switch
        {
            null => all.OrderByDescending(match => match.Hit.Score),
            { Descending: true } => all.OrderByDescending(match => match.Value),
            _ => all.OrderBy(match => match.Value is null).ThenBy(match => match.Value),
        };
        return [.. ordered.ThenBy(match => match.Hit.Key).DistinctBy(match => match.Group).Take(request.Count).Select(match => match.Hit)];
    }
}
