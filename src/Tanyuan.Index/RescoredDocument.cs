namespace Tanyuan.Index;

/// <summary>A document after a second pass.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Group">Its group.</param>
/// <param name="First">What the score it came with adds.</param>
/// <param name="Relevance">What BM25F adds.</param>
/// <param name="Proximity">What the best window adds.</param>
/// <param name="Freshness">What being recent adds.</param>
public readonly record struct RescoredDocument(long Key, long Group, double First, double Relevance, double Proximity, double Freshness)
{
    /// <summary>Its score: the sum of the parts.</summary>
    public double Score => First + Relevance + Proximity + Freshness;

    /// <summary>How the score comes about.</summary>
    public Explanation Explain() => new(
        true, Score, "sum of the second pass",
        [
            new Explanation(true, First, "score of the first pass", []), new Explanation(true, Relevance, "BM25F over all fields", []),
            new Explanation(true, Proximity, "rarity of what stands together", []), new Explanation(true, Freshness, "being recent", []),
        ]);
}
