namespace Tanyuan.Index.Scoring;

/// <summary>Several weights that must, should or must not match.</summary>
sealed class BooleanWeight(Weight[] must, Weight[] should, Weight[] mustNot, int minimumShouldMatch) : Weight
{
    // Without a required part something optional has to match, or everything would.
    readonly int minimum = Math.Max(minimumShouldMatch, must.Length == 0 ? 1 : 0);

    internal override string Description => $"sum of {must.Length} required and {should.Length} optional, at least {minimum} of these";

    internal override IReadOnlyList<Weight> Parts => [.. must, .. should];

    internal override Matcher? CreateMatcher(int segment)
    {
        var required = new Matcher[must.Length];
        for (var i = 0; i < required.Length; i++)
        {
            if (must[i].CreateMatcher(segment) is not { } matcher)
                return null;
            required[i] = matcher;
        }

        var optional = Matchers(should, segment);
        return optional.Length < minimum ? null : new BooleanMatcher(required, optional, Matchers(mustNot, segment), minimum);
    }

    static Matcher[] Matchers(Weight[] weights, int segment) => [.. weights.Select(weight => weight.CreateMatcher(segment)).OfType<Matcher>()];

    sealed class BooleanMatcher(Matcher[] required, Matcher[] optional, Matcher[] prohibited, int minimum) : Matcher
    {
        readonly Matcher[] cheapestFirst = [.. required.OrderBy(matcher => matcher.Cost)];
        int document = -1;

        internal override int Document => document;

        internal override long Cost => cheapestFirst.Length > 0 ? cheapestFirst[0].Cost : optional.Sum(matcher => matcher.Cost);

        internal override int Advance(int target)
        {
            while (document < target)
            {
                var candidate = required.Length > 0 ? NextRequired(target) : NextOptional(target);
                if (candidate == End || (HasEnoughOptional(candidate) && !IsProhibited(candidate)))
                    document = candidate;
                else
                    target = candidate + 1;
            }

            return document;
        }

        internal override double Score()
        {
            var score = 0.0;
            foreach (var matcher in required)
                score += matcher.Score();
            foreach (var matcher in optional)
            {
                if (matcher.Document == document)
                    score += matcher.Score();
            }

            return score;
        }

        int NextRequired(int target)
        {
            var candidate = cheapestFirst[0].Advance(target);
            for (var i = 1; i < cheapestFirst.Length; i++)
            {
                var found = cheapestFirst[i].Advance(candidate);
                if (found == candidate)
                    continue;

                candidate = cheapestFirst[0].Advance(found);
                i = 0;
            }

            return candidate;
        }

        int NextOptional(int target)
        {
            var candidate = End;
            foreach (var matcher in optional)
                candidate = Math.Min(candidate, matcher.Advance(target));
            return candidate;
        }

        bool HasEnoughOptional(int candidate)
        {
            // The candidate of NextOptional has one, and every optional matcher has been moved up to it.
            if (required.Length == 0 && minimum == 1)
                return true;

            var count = 0;
            foreach (var matcher in optional)
            {
                if (matcher.Advance(candidate) == candidate)
                    count++;
            }

            return count >= minimum;
        }

        bool IsProhibited(int candidate)
        {
            foreach (var matcher in prohibited)
            {
                if (matcher.Advance(candidate) == candidate)
                    return true;
            }

            return false;
        }
    }
}
