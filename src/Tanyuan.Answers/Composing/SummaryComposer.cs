using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Sums up what the evidence says of a topic: the sentences that share most with all others on it (Erkan and Radev 2004, in one step) and
/// stand near the beginning of their story, none of which repeats another (Carbonell and Goldstein 1998), in source order.
/// </summary>
internal static class SummaryComposer
{
    const int MostSentences = 5;
    const int MostDocuments = 4;
    const double OnTopic = 0.6;
    const double NoveltyWeight = 0.8;
    const double LeadWeight = 0.25;
    const double TopicWeight = 0.5;

    /// <summary>The statements.</summary>
    public static List<Statement> Compose(TopicMatter topic, IReadOnlyList<EvidencePassage> passages)
    {
        var most = passages.Select(topic.Covered).DefaultIfEmpty().Max();
        var documents = passages.Where(passage => topic.Covered(passage) >= OnTopic * most).Select(passage => passage.DocumentId).Distinct().Take(MostDocuments).ToHashSet(StringComparer.Ordinal);
        var pool = PooledSentence.Of([.. passages.Where(passage => documents.Contains(passage.DocumentId))]);
        var scores = pool.ConvertAll(sentence => Score(topic, sentence, pool));
        var chosen = new List<PooledSentence>();
        while (chosen.Count < MostSentences)
        {
            var (best, highest) = (-1, 0.0);
            for (var i = 0; i < pool.Count; i++)
            {
                if (chosen.Exists(other => ReferenceEquals(other, pool[i]) || other.Repeats(pool[i])))
                    continue;
                var score = scores[i] - (NoveltyWeight * chosen.Select(pool[i].Similarity).DefaultIfEmpty().Max());
                if (best < 0 || score > highest)
                    (best, highest) = (i, score);
            }

            if (best < 0)
                break;
            chosen.Add(pool[best]);
        }

        return [.. chosen.OrderBy(sentence => chosen.FindIndex(first => first.Passage.DocumentId == sentence.Passage.DocumentId)).ThenBy(sentence => sentence.Start).Select(sentence => sentence.ToStatement())];
    }

    static double Score(TopicMatter topic, PooledSentence sentence, List<PooledSentence> pool)
    {
        var central = pool.Where(other => !ReferenceEquals(other, sentence)).Select(sentence.Similarity).DefaultIfEmpty().Average();
        var lead = sentence.Start < 200 ? 1 - (sentence.Start / 200.0) : 0;
        return central + (LeadWeight * lead) + (TopicWeight * topic.Covered(sentence.Key));
    }
}
