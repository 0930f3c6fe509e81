namespace Tanyuan.Index;

/// <summary>A document found.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Group">Its group.</param>
/// <param name="Score">Its score; only comparable within one result.</param>
public readonly record struct ScoredDocument(long Key, long Group, double Score);
