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

        var ranker = new PassageRanker(snapshot, tokens, ranking);
        var conditions = ColumnConditions.Of(request, snapshot);
        Query query = conditions.Count == 0 ? ranker.Query : new BooleanQuery { Must = [ranker.Query, .. conditions] };
        var hits = new List<PassageHit>();
        foreach (var found in snapshot.Search(query, Math.Max(FewestRanked, 2 * request.Limit)))
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

        return [.. hits.OrderByDescending(hit => hit.Score).Take(request.Limit).Select(hit => hit with { Story = reader.StoryOf(hit.Story) ?? hit.Story })];
    }
}
