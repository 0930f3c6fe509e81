using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Training;

/// <summary>The candidate spans of an example with their features and what each is worth.</summary>
internal sealed class SpanExample
{
    // Of the candidates that are worth nothing only so many are learnt from; the rest would say the same.
    const double Worthless = 0.4;
    const double WorthlessKept = 100;

    readonly List<(AnnotatedSentence Sentence, Candidate Candidate)> _candidates = [];
    readonly List<double> _gains = [];
    float[] _values = new float[SpanFeatures.Count * 64];

    /// <summary>Cuts the candidates of an example whose sentences are ranked.</summary>
    public SpanExample(Example example)
    {
        Example = example;
        Reader.Candidates(example.Matcher, example.Ranked, Take);
    }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>The spans by score, once scored.</summary>
    public IReadOnlyList<RankedSpan> Ranked { get; private set; } = [];

    /// <summary>The best F1 that any candidate has.</summary>
    public double Ceiling => _gains.Count == 0 ? 0 : _gains.Max();

    /// <summary>Adds the candidates as one group of rows, unless none is near a gold answer.</summary>
    public void AddTo(TrainingRows rows, Random random)
    {
        if (Ceiling < 0.5)
            return;
        var ceiling = Ceiling;
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (_gains[i] < Worthless && random.NextDouble() >= WorthlessKept / _candidates.Count)
                continue;
            rows.Add(Row(i), _gains[i] < Worthless ? 0 : Math.Pow(_gains[i] / ceiling, 4));
        }

        rows.Close();
    }

    /// <summary>Scores and ranks the candidates.</summary>
    public void Score(TreeEnsemble model)
    {
        var ranked = new List<RankedSpan>(_candidates.Count);
        for (var i = 0; i < _candidates.Count; i++)
            ranked.Add(new RankedSpan(_candidates[i].Sentence, _candidates[i].Candidate, model.Score(Row(i))));
        Ranked = Reader.Rank(ranked);
    }

    ReadOnlySpan<float> Row(int index) => _values.AsSpan(index * SpanFeatures.Count, SpanFeatures.Count);

    void Take(AnnotatedSentence sentence, Candidate candidate, ReadOnlySpan<float> features)
    {
        if ((_candidates.Count + 1) * features.Length > _values.Length)
            Array.Resize(ref _values, _values.Length * 2);
        features.CopyTo(_values.AsSpan(_candidates.Count * features.Length));
        _candidates.Add((sentence, candidate));
        var right = Example.Label.DocumentId == sentence.Sentence.Passage.PublicId;
        _gains.Add(right ? Example.Label.F1(sentence.Key[candidate.Start..candidate.End]) : 0);
    }
}
