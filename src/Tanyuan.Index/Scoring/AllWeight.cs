using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>Every document, all with the same score.</summary>
sealed class AllWeight(IReadOnlyList<SegmentReader> segments, double score) : Weight
{
    internal override string Description => "every document";

    internal override Matcher? CreateMatcher(int segment) => new AllMatcher(segments[segment].DocumentCount, score);

    sealed class AllMatcher(int count, double score) : Matcher
    {
        int document = -1;

        internal override int Document => document;

        internal override long Cost => count;

        internal override int Advance(int target)
        {
            if (document < target)
                document = target < count ? target : End;
            return document;
        }

        internal override double Score() => score;
    }
}
