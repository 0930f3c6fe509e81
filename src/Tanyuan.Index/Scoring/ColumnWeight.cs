using Tanyuan.Index.Columns;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>A condition on a column: matches with score 0.</summary>
/// <param name="description">The condition, in words.</param>
/// <param name="query">The condition.</param>
/// <param name="segments">The segments of the snapshot.</param>
sealed class ColumnWeight(string description, ColumnQuery query, IReadOnlyList<SegmentReader> segments) : Weight
{
    internal override string Description => description;

    internal override Matcher? CreateMatcher(int segment)
    {
        var test = new ColumnTest();
        test.Enter(segments[segment], query);
        return test.CanMatch ? new ColumnMatcher(test, segments[segment].DocumentCount) : null;
    }

    sealed class ColumnMatcher(ColumnTest test, int count) : Matcher
    {
        int document = -1;

        internal override int Document => document;

        internal override long Cost => count;

        internal override int Advance(int target)
        {
            while (document < target)
            {
                target = test.SkipBlocks(target, count);
                if (target >= count)
                    document = End;
                else if (test.Matches(target))
                    document = target;
                else
                    target++;
            }

            return document;
        }

        internal override double Score() => 0;
    }
}
