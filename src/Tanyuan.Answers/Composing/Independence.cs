using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Composing;

/// <summary>Counts the sources that say something independently of each other: of documents that the library knows for one story, and of passages that are copies of one text, however many, one counts.</summary>
internal static class Independence
{
    const double Copied = 0.6;

    /// <summary>How many independent sources some passages are.</summary>
    public static int Count(IEnumerable<EvidencePassage> passages)
    {
        var originals = new List<(long Story, HashSet<int> Pairs)>();
        foreach (var passage in passages)
        {
            var pairs = CharacterPairs.Of(passage.Key);
            if (!originals.Exists(other => other.Story == passage.Story || Shared(pairs, other.Pairs) >= Copied))
                originals.Add((passage.Story, pairs));
        }

        return originals.Count;
    }

    static double Shared(HashSet<int> pairs, HashSet<int> others)
    {
        var (small, large) = pairs.Count <= others.Count ? (pairs, others) : (others, pairs);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }
}
