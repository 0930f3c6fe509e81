using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>A term in a field.</summary>
/// <param name="description">The term, in words.</param>
/// <param name="field">Its field.</param>
/// <param name="segments">The segments of the snapshot.</param>
/// <param name="entries">The term's entry in each, null where it does not occur.</param>
/// <param name="bm25">Its scoring.</param>
sealed class TermWeight(string description, int field, IReadOnlyList<SegmentReader> segments, TermEntry?[] entries, Bm25 bm25) : Weight
{
    internal override string Description => description;

    internal override Matcher? CreateMatcher(int segment) =>
        entries[segment] is { } entry ? new TermMatcher(segments[segment], entry, field, bm25) : null;

    sealed class TermMatcher(SegmentReader segment, TermEntry entry, int field, Bm25 bm25) : Matcher
    {
        readonly PostingCursor postings = new(segment, entry);
        readonly byte[] norms = segment.Documents.Norms(field);

        internal override int Document => postings.Document;

        internal override long Cost => postings.DocumentFrequency;

        internal override int Advance(int target) => postings.Advance(target);

        internal override double Score() => bm25.Score(postings.Frequency, norms[postings.Document]);
    }
}
