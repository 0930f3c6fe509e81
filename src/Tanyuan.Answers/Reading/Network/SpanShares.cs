namespace Tanyuan.Answers.Reading.Network;

/// <summary>
/// How the network's belief is shared out among the candidate spans of a question and "not said here": the softmax of its scores, by span
/// and by sentence, as logarithms.
/// </summary>
internal sealed class SpanShares
{
    /// <summary>How many features <see cref="Write"/> writes.</summary>
    public const int Count = 6;

    // What is less likely is told no further apart.
    const double Least = -14;

    readonly double[] _spans;
    readonly int[] _sentenceOf;
    readonly double[] _sentences;
    readonly double[] _bestOfSentence;
    readonly double _best;

    /// <summary>Shares out belief.</summary>
    /// <param name="scores">The score of each candidate.</param>
    /// <param name="sentenceOf">The sentence of each candidate, counted from 0.</param>
    /// <param name="unsaid">The score of "not said here".</param>
    public SpanShares(ReadOnlySpan<float> scores, ReadOnlySpan<int> sentenceOf, float unsaid)
    {
        double most = unsaid;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var total = Math.Exp(unsaid - most);
        foreach (var score in scores)
            total += Math.Exp(score - most);
        var norm = Math.Log(total) + most;

        var count = sentenceOf.Length == 0 ? 0 : sentenceOf[^1] + 1;
        _spans = new double[scores.Length];
        _sentenceOf = sentenceOf.ToArray();
        _sentences = new double[count];
        _bestOfSentence = new double[count];
        Array.Fill(_bestOfSentence, Least);
        for (var i = 0; i < scores.Length; i++)
        {
            _spans[i] = Math.Max(Least, scores[i] - norm);
            _sentences[sentenceOf[i]] += Math.Exp(scores[i] - norm);
            _bestOfSentence[sentenceOf[i]] = Math.Max(_bestOfSentence[sentenceOf[i]], _spans[i]);
        }

        for (var i = 0; i < count; i++)
            _sentences[i] = Math.Max(Least, Math.Log(_sentences[i] + 1e-9));
        _best = _spans.DefaultIfEmpty(Least).Max();
        Unsaid = Math.Max(Least, unsaid - norm);
    }

    /// <summary>The share of "not said here".</summary>
    public double Unsaid { get; }

    /// <summary>The share of the likeliest span.</summary>
    public double Best => _best;

    /// <summary>The share of a candidate.</summary>
    public double Span(int candidate) => _spans[candidate];

    /// <summary>The share of a candidate's sentence.</summary>
    public double Sentence(int candidate) => _sentences[_sentenceOf[candidate]];

    /// <summary>Writes what the span ranker sees of it.</summary>
    public void Write(int candidate, Span<float> values)
    {
        var f = new FeatureWriter(values);
        f.Add(_spans[candidate]);
        f.Add(_best - _spans[candidate]);
        f.Add(_bestOfSentence[_sentenceOf[candidate]] - _spans[candidate]);
        f.Add(Sentence(candidate));
        f.Add(_sentences.Max() - Sentence(candidate));
        f.Add(Unsaid);
        f.Finish();
    }
}
