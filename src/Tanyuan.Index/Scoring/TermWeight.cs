using Tanyuan.Index.Postings;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>A term in a field.</summary>
/// <param name="description">The term, in words.</param>
/// <param name="field">Its field.</param>
/// <param name="segments">The segments of the snapshot.</param>
/// <param name="entries">The term's entry in each, null where it does not occur.</param>
/// <param name="scorer">Its scoring.</param>
sealed class TermWeight(string description, int field, IReadOnlyList<SegmentReader> segments, TermEntry?[] entries, TermScorer scorer) : Weight
{
    internal override string Description => description;

    internal override Matcher? CreateMatcher(int segment) =>
        entries[segment] is { } entry ? new TermMatcher(segments[segment], entry, field, scorer) : null;

    sealed class TermMatcher(SegmentReader segment, TermEntry entry, int field, TermScorer scorer) : Matcher
    {
        readonly PostingCursor postings = new(segment, entry, field);
        readonly byte[] norms = segment.Documents.Norms(field);

        internal override int Document => postings.Document;

        internal override long Cost => postings.DocumentFrequency;

        internal override int Advance(int target) => postings.Advance(target);

        internal override double Score() => scorer.Score(postings.Frequency, norms[postings.Document]);
    }
}
