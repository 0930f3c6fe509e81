using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Answers.Reading.Runs;

namespace Tanyuan.Training;

/// <summary>The candidate spans of an example with their features and what each is worth.</summary>
internal sealed class SpanExample
{
    // Of the candidates that are worth nothing only so many are learnt from; the rest would say the same.
    const double Worthless = 0.4;
    const double WorthlessKept = 100;

    // How much more an exact hit is worth than a near miss.
    const double Steepness = 4;

    readonly CandidateSet _set;
    readonly double[] _gains;
    readonly int[] _slots;
    float[] _features = [];
    NetworkReading? _reading;
    SpanOpinions? _opinions;

    /// <summary>Cuts the candidates of an example whose sentences are ranked.</summary>
    public SpanExample(Example example)
    {
        Example = example;
        _set = CandidateSet.Cut(example.Matcher, example.Ranked);
        _slots = _set.Patterns();
        _gains = new double[_set.Candidates.Count];
        for (var i = 0; i < _gains.Length; i++)
        {
            var sentence = _set.SentenceAt(i);
            var candidate = _set.Candidates[i];
            var right = example.Answerable && example.Label.IsHome(sentence.Sentence);
            _gains[i] = right ? example.Label.F1(sentence.Key[candidate.Start..candidate.End]) : 0;
        }

        Ceiling = _gains.DefaultIfEmpty().Max();
    }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>The spans by score, once scored.</summary>
    public IReadOnlyList<RankedSpan> Ranked { get; private set; } = [];

    /// <summary>What the best span answers, folded, and the sentence or the run of them that it stands in, once scored.</summary>
    public (string Answer, string Sentence) Told
    {
        get
        {
            var best = Ranked[0];
            return RunFinder.Find(Example.Matcher.Question, best) is { } run ? (run.Told.Of(run.Passage.Key), run.Sentences.Of(run.Passage.Key)) : (best.Key, best.Sentence.Key);
        }
    }

    /// <summary>The sentences read and the candidates.</summary>
    public CandidateSet Set => _set;

    /// <summary>The F1 of each candidate.</summary>
    public IReadOnlyList<double> Gains => _gains;

    /// <summary>The best F1 that any candidate has.</summary>
    public double Ceiling { get; }

    /// <summary>What the network believes of the candidates, once prepared.</summary>
    public SpanShares Shares => Reading.Shares;

    /// <summary>What of the question the networks find in the sentences, once prepared.</summary>
    public QuestionAlignment Alignment => Reading.Alignment;

    /// <summary>What the judges believe of them, once scored.</summary>
    public SpanOpinions Opinions => _opinions ?? throw new InvalidOperationException("The example was not scored.");

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

    /// <summary>Computes the features, with patterns and network that have not learnt from this question.</summary>
    public void Prepare(SlotWeights patterns, NetworkReader network)
    {
        _reading = network.Read(Example.Matcher, _set);
        _features = _set.Features(_slots, patterns, Shares);
    }

    /// <summary>Adds the candidates that are learnt from as one group of rows, with as many of their features as the rows have.</summary>
    public void AddTo(TrainingRows rows)
    {
        foreach (var i in Learnt())
            rows.Add(Row(i)[..rows.Features], Gain(i));
        rows.Close();
    }

    /// <summary>Scores and ranks the candidates.</summary>
    public void Score(SpanTrees trees)
    {
        _opinions = SpanOpinions.Of(_set, trees, _features, Shares);
        Ranked = Reader.Rank(Example.Matcher.Question, _set, _opinions);
    }

    NetworkReading Reading => _reading ?? throw new InvalidOperationException("The example was not prepared.");

    // Seeded by the question, so that both rankers learn from the same candidates.
    IEnumerable<int> Learnt()
    {
        if (Ceiling < 0.5)
            yield break;
        var random = new Random(_gains.Length);
        for (var i = 0; i < _gains.Length; i++)
        {
            if (random.NextDouble() < WorthlessKept / _gains.Length || _gains[i] >= Worthless)
                yield return i;
        }
    }

    double Gain(int index) => _gains[index] < Worthless ? 0 : Math.Pow(_gains[index] / Ceiling, Steepness);

    ReadOnlySpan<int> SlotsOf(int index) => _slots.AsSpan(index * SpanPatterns.Count, SpanPatterns.Count);

    ReadOnlySpan<float> Row(int index) => _features.AsSpan(index * SpanFeatures.Count, SpanFeatures.Count);
}
