using Tanyuan.Index;
using Tanyuan.Index.Queries;
using Tanyuan.Library.Record;
using Tanyuan.Text.Folding;

namespace Tanyuan.Library.Searching;

/// <summary>Finds the passages that answers are made from.</summary>
internal sealed class PassageRetriever(DocumentCache documents, RankingWeights ranking)
{
    /// <summary>How many passages the second stage ranks at least: below that the first stage loses some that it would lift.</summary>
    const int FewestRanked = 50;

    public List<PassageHit> Retrieve(RecordReader reader, Snapshot snapshot, RetrievalRequest request)
    {
        var tokens = new WeightedTokens();
        foreach (var (text, weight) in request.Terms)
            tokens.Add(Interrogatives.Blank(TextFolder.Fold(text)), weight);
        if (tokens.IsEmpty || request.Limit <= 0)
            return [];

        var conditions = ColumnConditions.Of(request, snapshot);
        var hits = Ranked(reader, snapshot, tokens, conditions, request.Limit);
        if (request.FeedbackAfter is { } kept && hits.Count > 0)
            hits = Widened(reader, snapshot, request, tokens, conditions, hits, Math.Max(0, kept));
        return [.. hits.Take(request.Limit).Select(hit => hit with { Story = reader.StoryOf(hit.Story) ?? hit.Story })];
    }

    // The first hits stay first: on what is asked itself the question's own words rank better than with others among them.
    List<PassageHit> Widened(
        RecordReader reader, Snapshot snapshot, RetrievalRequest request, WeightedTokens tokens, List<Query> conditions, List<PassageHit> hits, int kept)
    {
        var asked = TextFolder.Fold(string.Join('\n', request.Terms.Select(term => term.Text)));
        var terms = RelevanceFeedback.Terms(hits, asked, snapshot);
        if (terms.Count == 0)
            return hits;
        foreach (var (text, weight) in terms)
            tokens.Add(text, weight);
        var first = hits.Take(kept).ToList();
        var places = first.Select(hit => (hit.DocumentId, hit.Start, hit.IsSide)).ToHashSet();
        var rest = Ranked(reader, snapshot, tokens, conditions, request.Limit).FindAll(hit => !places.Contains((hit.DocumentId, hit.Start, hit.IsSide)));

        // Their scores are of another scale, since more is looked for: they go on from the last of the first.
        if (first.Count > 0 && rest.Count > 0)
        {
            var factor = first[^1].Score / rest[0].Score;
            rest = rest.ConvertAll(hit => hit with { Score = hit.Score * factor });
        }

        return [.. first, .. rest];
    }

    List<PassageHit> Ranked(RecordReader reader, Snapshot snapshot, WeightedTokens tokens, List<Query> conditions, int limit)
    {
        var ranker = new PassageRanker(snapshot, tokens, ranking);
        Query query = conditions.Count == 0 ? ranker.Query : new BooleanQuery { Must = [ranker.Query, .. conditions] };
        var hits = new List<PassageHit>();
        foreach (var found in snapshot.Search(query, Math.Max(FewestRanked, 2 * limit)))
        {
            // A passage may have gone from the record after the snapshot was made.
            if (reader.FindPassage(found.Key) is not { } recorded || documents.Find(reader, recorded.Document) is not { } entry)
                continue;

            var (passage, document) = (recorded.Passage, entry.Document);
            var text = entry.TextOf(passage).Substring(passage.Start, passage.Length);
            hits.Add(new PassageHit(
                document.PublicId, document.ExternalId, document.Title, document.Published, passage.Start, text,
                ranker.Score(found.Score, TextFolder.Fold(text), passage.IsSide), passage.IsSide)
            {
                Site = document.Site,
                Url = document.Url,
                Author = document.Author,
                Story = document.Number,
            });
        }

        return [.. hits.OrderByDescending(hit => hit.Score)];
    }
}
