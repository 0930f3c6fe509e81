namespace Tanyuan.Index.Scoring;

/// <summary>Several weights of which the best counts.</summary>
sealed class DisjunctionMaxWeight(string description, Weight[] parts, double tieBreaker) : Weight
{
    internal override string Description => description;

    internal override IReadOnlyList<Weight> Parts => parts;

    internal override Matcher? CreateMatcher(int segment)
    {
        var matchers = parts.Select(part => part.CreateMatcher(segment)).OfType<Matcher>().ToArray();
        return matchers.Length == 0 ? null : new DisjunctionMaxMatcher(matchers, tieBreaker);
    }

    sealed class DisjunctionMaxMatcher(Matcher[] matchers, double tieBreaker) : Matcher
    {
        int document = -1;

        internal override int Document => document;

        internal override long Cost => matchers.Sum(matcher => matcher.Cost);

        internal override int Advance(int target)
        {
            if (document >= target)
                return document;

            var next = End;
            foreach (var matcher in matchers)
                next = Math.Min(next, matcher.Advance(target));
            return document = next;
        }

        internal override double Score()
        {
            var best = 0.0;
            var sum = 0.0;
            foreach (var matcher in matchers)
            {
                if (matcher.Document != document)
                    continue;

                var score = matcher.Score();
                sum += score;
                best = Math.Max(best, score);
            }

            return best + (tieBreaker * (sum - best));
        }
    }
}
