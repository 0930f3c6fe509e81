using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Training;

/// <summary>The candidate spans of an example with their features and what each is worth.</summary>
internal sealed class SpanExample
{
    // Of the candidates that are worth nothing only so many are learnt from; the rest would say the same.
    const double Worthless = 0.4;
    const double WorthlessKept = 100;

    // How much more an exact hit is worth than a near miss.
    const double Steepness = 4;

    readonly List<(AnnotatedSentence Sentence, Candidate Candidate)> _candidates = [];
    readonly List<double> _gains = [];
    readonly List<int> _slots = [];
    float[] _values = new float[SpanFeatures.Count * 64];

    /// <summary>Cuts the candidates of an example whose sentences are ranked.</summary>
    public SpanExample(Example example)
    {
        Example = example;
        Reader.Candidates(example.Matcher, example.Ranked, null, Take);
    }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>The spans by score, once scored.</summary>
    public IReadOnlyList<RankedSpan> Ranked { get; private set; } = [];

    /// <summary>The best F1 that any candidate has.</summary>
    public double Ceiling => _gains.Count == 0 ? 0 : _gains.Max();

    /// <summary>The patterns and gains of the candidates that are learnt from; none when no candidate is near a gold answer.</summary>
    public (int[] Slots, float[] Gains) PatternRows()
    {
        var slots = new List<int>();
        var gains = new List<float>();
        foreach (var i in Learnt())
        {
            slots.AddRange(SlotsOf(i));
            gains.Add((float)Gain(i));
        }

        return ([.. slots], [.. gains]);
    }

    /// <summary>Sets the pattern scores among the features.</summary>
    public void ScorePatterns(SlotWeights patterns)
    {
        for (var i = 0; i < _candidates.Count; i++)
            _values[(i * SpanFeatures.Count) + SpanFeatures.PatternScore] = patterns.Score(SlotsOf(i));
    }

    /// <summary>Adds the candidates that are learnt from as one group of rows.</summary>
    public void AddTo(TrainingRows rows)
    {
        foreach (var i in Learnt())
            rows.Add(Row(i), Gain(i));
        rows.Close();
    }

    /// <summary>Scores and ranks the candidates.</summary>
    public void Score(TreeEnsemble model)
    {
        var ranked = new List<RankedSpan>(_candidates.Count);
        for (var i = 0; i < _candidates.Count; i++)
            ranked.Add(new RankedSpan(_candidates[i].Sentence, _candidates[i].Candidate, model.Score(Row(i))));
        Ranked = Reader.Rank(Example.Matcher.Question, ranked);
    }

    // Seeded by the question, so that both rankers learn from the same candidates.
    IEnumerable<int> Learnt()
    {
        if (Ceiling < 0.5)
            yield break;
        var random = new Random(_candidates.Count);
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (random.NextDouble() < WorthlessKept / _candidates.Count || _gains[i] >= Worthless)
                yield return i;
        }
    }

    double Gain(int index) => _gains[index] < Worthless ? 0 : Math.Pow(_gains[index] / Ceiling, Steepness);

    ReadOnlySpan<int> SlotsOf(int index) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_slots).Slice(index * SpanPatterns.Count, SpanPatterns.Count);

    ReadOnlySpan<float> Row(int index) => _values.AsSpan(index * SpanFeatures.Count, SpanFeatures.Count);

    void Take(AnnotatedSentence sentence, Candidate candidate, ReadOnlySpan<float> features, ReadOnlySpan<int> slots)
    {
        _slots.AddRange(slots);
        if ((_candidates.Count + 1) * features.Length > _values.Length)
            Array.Resize(ref _values, _values.Length * 2);
        features.CopyTo(_values.AsSpan(_candidates.Count * features.Length));
        _candidates.Add((sentence, candidate));
        var right = Example.Label.DocumentId == sentence.Sentence.Passage.PublicId;
        _gains.Add(right ? Example.Label.F1(sentence.Key[candidate.Start..candidate.End]) : 0);
    }
}
