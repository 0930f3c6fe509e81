using Tanyuan.Answers.Evidence;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>
/// The networks at work on one question: what they share, the texts, their encodings and features, is made once, then they score side by side. Its working
/// memory is kept and grown as needed. Not thread-safe.
/// </summary>
internal sealed unsafe class NetworkRun : IDisposable
{
    // For rounding each part up.
    const int Slack = 64;

    readonly NetworkPass[] _passes;
    readonly ReadTexts _texts = new();
    readonly WorkingMemory _memory = new();

    /// <summary>Sets up networks, whose scores are averaged.</summary>
    public NetworkRun(IEnumerable<NetworkModel> models) => _passes = [.. models.Select(model => new NetworkPass(model, _texts))];

    /// <summary>For each sentence of the last set how far each character of the question was found in it (<see cref="QuestionAlignment"/>).</summary>
    public float[][] Found { get; private set; } = [];

    /// <summary>Scores the candidates and returns the score of "not said here".</summary>
    public float Score(QuestionMatcher matcher, CandidateSet set, Span<float> scores)
    {
        var question = matcher.Question;
        _texts.Lay(question.Key.AsMemory(), set);
        // What is not read of a long sentence has features, too: those of the next sentence are written over them.
        var longest = set.Sentences.Max(sentence => sentence.Key.Length);
        _memory.Reserve(((long)_texts.Rows * Tagger.EncodingWidth) + ((long)(_texts.SentenceRows + longest) * CharacterFeatures.Count) + Slack);
        var encodings = _memory.Take((long)_texts.Rows * Tagger.EncodingWidth);
        _texts.Encode(encodings);
        var features = _memory.Take((long)(_texts.SentenceRows + longest) * CharacterFeatures.Count);
        Describe(matcher, set, features);
        var weights = matcher.Mark(question.Key);
        Parallel.For(0, _passes.Length, i => _passes[i].Score(question, set, encodings, features, weights));
        scores.Clear();
        var unsaid = 0f;
        foreach (var pass in _passes)
        {
            unsaid += pass.Unsaid / _passes.Length;
            for (var i = 0; i < scores.Length; i++)
                scores[i] += pass.Scores[i] / _passes.Length;
        }

        Found = new float[set.Sentences.Count][];
        Array.Fill(Found, []);
        for (var i = 0; i < _texts.Count; i++)
            Found[_texts.Sentence(i)] = [.. Enumerable.Range(0, _texts.Asked).Select(j => _passes.Max(pass => pass.Found(i, j)))];
        return unsaid;
    }

    /// <summary>Frees the working memory.</summary>
    public void Dispose()
    {
        foreach (var pass in _passes)
            pass.Dispose();
        _memory.Dispose();
    }

    // The features of the sentences' characters.
    void Describe(QuestionMatcher matcher, CandidateSet set, float* features)
    {
        var characters = new CharacterFeatures(matcher);
        for (var i = 0; i < _texts.Count; i++)
        {
            var sentence = set.Sentences[_texts.Sentence(i)];
            characters.Compute(sentence, new Span<float>(features + ((long)_texts.Start(i) * CharacterFeatures.Count), sentence.Key.Length * CharacterFeatures.Count));
        }
    }
}
