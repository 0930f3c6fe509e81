using Tanyuan.Answers.Reading.Network;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// What the reader's three judges believe of the candidate spans of a question: the networks, the trees that correct the networks, and the trees
/// that know nothing of them. Their beliefs are multiplied (a product of experts; Hinton, "Training Products of Experts", 2002):
/// what deceives one of them seldom deceives the others. The trees know more sentences from each other, the networks the borders of a span.
/// </summary>
/// <param name="Networks">What the networks believe.</param>
/// <param name="Corrected">What the trees believe that correct them.</param>
/// <param name="Plain">What the trees alone believe.</param>
/// <param name="NetworksWeight">How much the networks' own belief weighs in a span's score, 0 to 1; the trees share the rest.</param>
internal sealed record SpanOpinions(SpanShares Networks, SpanShares Corrected, SpanShares Plain, double NetworksWeight)
{
    // What the networks' own belief weighs: at a half, more spans are right, but a name that they know beats one that stands where it is asked for.
    const double Weight = 0.3;

    /// <summary>The opinions of a question's candidates.</summary>
    /// <param name="set">The candidates.</param>
    /// <param name="model">The trees.</param>
    /// <param name="rows">The candidates' features.</param>
    /// <param name="networks">What the networks believe.</param>
    public static SpanOpinions Of(CandidateSet set, SpanTrees model, ReadOnlySpan<float> rows, SpanShares networks)
    {
        var plain = new float[set.Candidates.Count];
        model.Plain.Score(rows, plain);

        // Of questions that the networks cannot read they know nothing that could be corrected.
        var corrected = plain;
        var weight = 0.0;
        if (set.IsReadable)
        {
            weight = Weight;
            corrected = new float[plain.Length];
            model.Correcting.Score(rows, corrected);
            for (var i = 0; i < corrected.Length; i++)
                corrected[i] += (float)networks.Span(i);
        }

        int[] sentenceOf = [.. set.SentenceOf];
        return new SpanOpinions(networks, new SpanShares(corrected, sentenceOf, float.NegativeInfinity), new SpanShares(plain, sentenceOf, float.NegativeInfinity), weight);
    }

    /// <summary>How likely a candidate is by all judges together, as a logarithm up to a constant.</summary>
    public double Score(int candidate) => (NetworksWeight * Networks.Span(candidate)) + ((1 - NetworksWeight) * (Corrected.Span(candidate) + Plain.Span(candidate)) / 2);
}
