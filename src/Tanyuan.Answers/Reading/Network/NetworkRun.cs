using System.Runtime.Intrinsics;
using Tanyuan.Answers.Evidence;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>The network at work on one question, with its working memory, which is kept and grown as needed. Not thread-safe.</summary>
internal sealed unsafe class NetworkRun(IReadOnlyList<NetworkModel> models) : IDisposable
{
    const int Width = NetworkModel.Width;
    const int Hidden = NetworkModel.Hidden;
    const int Span = NetworkModel.SpanWidth;
    const int Encoded = Tagger.EncodingWidth;
    const int PlaceWidth = 5 * Span;

    // For the vectors of a question, and for rounding each part up.
    const int Slack = 4096;

    // The first lengths of the classes after the first.
    static ReadOnlySpan<int> LengthEdges => [2, 3, 4, 5, 6, 8, 11, 16, 24, 36, 60];

    // The score of a span that is not read.
    const float Unread = -30;

    // How wide what is strongest in a sentence is: of its characters, and of its comparison with the question.
    const int Strong = Hidden + QuestionComparison.Outcome;

    readonly ReadTexts _texts = new();
    readonly WorkingMemory _memory = new();
    int[] _starts = [];

    /// <summary>For each sentence of the last set how far each character of the question was found in it (<see cref="QuestionAlignment"/>).</summary>
    public float[][] Found { get; private set; } = [];

    /// <summary>Scores the candidates and returns the score of "not said here".</summary>
    public float Score(QuestionMatcher matcher, CandidateSet set, Span<float> scores)
    {
        var question = matcher.Question;
        _texts.Lay(question.Key.AsMemory(), set);
        _starts = [.. Enumerable.Range(0, _texts.Count + 1).Select(_texts.Start)];
        var gap = (Math.Min(question.Gap.Start, _texts.Asked), Math.Min(question.Gap.End, _texts.Asked));
        Reserve(set);

        var encodings = Take((long)_texts.Rows * Encoded);
        _texts.Encode(encodings);
        scores.Clear();
        Found = new float[set.Sentences.Count][];
        Array.Fill(Found, []);
        for (var i = 0; i < _texts.Count; i++)
            Found[_texts.Sentence(i)] = new float[_texts.Asked];
        var unsaid = 0f;
        var shared = _memory.Used;
        foreach (var model in models)
        {
            _memory.Used = shared;
            unsaid += Score(model, matcher, set, encodings, gap, scores) / models.Count;
        }

        return unsaid;
    }

    /// <summary>Frees the working memory.</summary>
    public void Dispose() => _memory.Dispose();

    float Score(NetworkModel model, QuestionMatcher matcher, CandidateSet set, float* encodings, (int Start, int End) gap, Span<float> scores)
    {
        var (rows, asked) = (_texts.SentenceRows, _texts.Asked);
        var all = model.Compares ? _texts.Rows : rows + asked;
        var words = Take((long)all * Width);
        model.Project.Run(encodings, words, all);
        Rows.Rectify(words, all * Width);
        var similar = Take((long)all * Width);
        model.Similar.Run(words, similar, all);
        var near = Take((long)rows * asked);
        Liken(model, matcher.Question.Key, set, similar, near);

        var weights = matcher.Mark(matcher.Question.Key);
        var inputs = Take((long)rows * NetworkModel.Inputs);
        Align(model, matcher, set, words, near, inputs, weights, gap);

        var summary = Summary(model, matcher.Question, words + ((long)rows * Width), gap);
        var told = Take(Hidden);
        model.Told.Run(summary, told, 1);
        var states = Take((long)rows * Hidden);
        model.Enter.Run(inputs, states, rows);
        for (var row = 0; row < rows; row++)
            Rows.AddScaled(states + ((long)row * Hidden), told, 1, Hidden);
        Rows.Rectify(states, rows * Hidden);
        for (var i = 0; i < model.Blocks.Length; i++)
            Rows.Convolve(model.Blocks[i], NetworkModel.Dilations[i], states, _starts, _memory);

        var outcomes = Take((long)_texts.Count * QuestionComparison.Outcome);
        if (model.Compares)
            new QuestionComparison(_texts, words, similar, near).Run(model, matcher.Question.Key, weights, gap, _memory, outcomes);
        else
            new Span<float>(outcomes, _texts.Count * QuestionComparison.Outcome).Clear();
        var strongest = Take((long)(_texts.Count + 1) * Strong);
        Strongest(states, outcomes, strongest);

        var ask = Take(Span);
        model.Asked.Run(summary, ask, 1);
        ScoreSpans(model, set, states, strongest, ask, scores);
        return ScoreUnsaid(model, strongest + ((long)_texts.Count * Strong), ask);
    }

    void Reserve(CandidateSet set)
    {
        var (rows, asked) = (_texts.SentenceRows, _texts.Asked);
        var longest = set.Sentences.Max(sentence => sentence.Key.Length);
        _memory.Reserve(((long)_texts.Rows * (Encoded + (2 * Width)))
            + ((long)rows * (asked + NetworkModel.Inputs + (5 * Hidden) + PlaceWidth + Span))
            + QuestionComparison.Floats(_texts) + ((long)(_texts.Count + 1) * 2 * Strong) + ((long)longest * CharacterFeatures.Count) + asked + Slack);
    }

    float* Take(long floats) => _memory.Take(floats);

    // How like each character of the sentences is to each of the question's.
    void Liken(NetworkModel model, string question, CandidateSet set, float* similar, float* near)
    {
        var asked = _texts.Asked;
        var questions = similar + ((long)_texts.SentenceRows * Width);
        for (var i = 0; i < _texts.Count; i++)
        {
            var key = set.Sentences[_texts.Sentence(i)].Key;
            for (var row = _starts[i]; row < _starts[i + 1]; row++)
            {
                for (var j = 0; j < asked; j++)
                {
                    near[((long)row * asked) + j] = (Rows.Dot(similar + ((long)row * Width), questions + ((long)j * Width), Width) / 8)
                        + (key[row - _starts[i]] == question[j] ? model.Same[0] : 0);
                }
            }
        }
    }

    // Fills the first convolution's inputs: the character, what it is aligned with in the question, their product, features, and how it is aligned.
    void Align(NetworkModel model, QuestionMatcher matcher, CandidateSet set, float* words, float* near, float* inputs, float[] weights, (int Start, int End) gap)
    {
        var asked = _texts.Asked;
        var questions = words + ((long)_texts.SentenceRows * Width);
        var share = Take(asked);
        var features = new CharacterFeatures(matcher);
        var longest = set.Sentences.Max(sentence => sentence.Key.Length);
        var values = new Span<float>(Take((long)longest * CharacterFeatures.Count), longest * CharacterFeatures.Count);
        for (var i = 0; i < _texts.Count; i++)
        {
            features.Compute(set.Sentences[_texts.Sentence(i)], values);
            var found = Found[_texts.Sentence(i)];
            for (var at = 0; at < _texts.Length(i); at++)
            {
                var row = (long)_starts[i] + at;
                var most = float.NegativeInfinity;
                for (var j = 0; j < asked; j++)
                {
                    share[j] = near[(row * asked) + j] + (j >= gap.Start && j < gap.End ? model.Same[1] : 0);
                    most = Math.Max(most, share[j]);
                }

                var input = inputs + (row * NetworkModel.Inputs);
                var aligned = input + Width;
                new Span<float>(aligned, Width).Clear();
                var total = 0f;
                for (var j = 0; j < asked; j++)
                    total += share[j] = MathF.Exp(share[j] - most);
                var (inGap, weight) = (0f, 0f);
                for (var j = 0; j < asked; j++)
                {
                    var part = share[j] / total;
                    found[j] = Math.Max(found[j], part);
                    Rows.AddScaled(aligned, questions + ((long)j * Width), part, Width);
                    inGap += j >= gap.Start && j < gap.End ? part : 0;
                    weight += part * weights[j];
                }

                new ReadOnlySpan<float>(words + (row * Width), Width).CopyTo(new Span<float>(input, Width));
                Rows.Multiply(input, aligned, input + (2 * Width), Width);
                values.Slice(at * CharacterFeatures.Count, CharacterFeatures.Count).CopyTo(new Span<float>(input + (3 * Width), CharacterFeatures.Count));
                var told = input + (3 * Width) + CharacterFeatures.Count;
                told[0] = MathF.Tanh(most / 4);
                told[1] = inGap;
                told[2] = weight;
            }
        }
    }

    // The strongest sign of each kind in each sentence and the outcome of its comparison, and after them the strongest of all. None is negative.
    void Strongest(float* states, float* outcomes, float* strongest)
    {
        var all = strongest + ((long)_texts.Count * Strong);
        new Span<float>(all, Strong).Clear();
        for (var i = 0; i < _texts.Count; i++)
        {
            var own = strongest + ((long)i * Strong);
            new Span<float>(own, Hidden).Clear();
            for (var row = _starts[i]; row < _starts[i + 1]; row++)
                Rows.Raise(own, states + ((long)row * Hidden), Hidden);
            new ReadOnlySpan<float>(outcomes + ((long)i * QuestionComparison.Outcome), QuestionComparison.Outcome).CopyTo(new Span<float>(own + Hidden, QuestionComparison.Outcome));
            Rows.Raise(all, own, Strong);
        }
    }

    // What is asked: the mean of the question's gap and of all of it, its type and kind.
    float* Summary(NetworkModel model, Questions.Question question, float* questions, (int Start, int End) gap)
    {
        var asked = _texts.Asked;
        var summary = Take(model.Asked.Inputs);
        new Span<float>(summary, model.Asked.Inputs).Clear();
        for (var j = 0; j < asked; j++)
        {
            if (j >= gap.Start && j < gap.End)
                Rows.AddScaled(summary, questions + ((long)j * Width), 1f / (gap.End - gap.Start), Width);
            Rows.AddScaled(summary + Width, questions + ((long)j * Width), 1f / asked, Width);
        }

        summary[(2 * Width) + (int)question.Type] = 1;
        summary[(2 * Width) + 15 + (int)question.Kind] = 1;
        return summary;
    }

    void ScoreSpans(NetworkModel model, CandidateSet set, float* states, float* strongest, float* ask, Span<float> scores)
    {
        var rows = _texts.SentenceRows;
        var places = Take((long)rows * PlaceWidth);
        model.Places.Run(states, places, rows);
        var sums = Take((long)(rows + 1) * Span);
        new Span<float>(sums, Span).Clear();
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k < Span; k++)
                sums[((row + 1) * Span) + k] = sums[(row * Span) + k] + places[((long)row * PlaceWidth) + (4 * Span) + k];
        }

        var standing = Take(NetworkModel.Standing);
        var shared = Take(Span);
        var whole = Take(Span);
        var best = Enumerable.Range(0, _texts.Count).Max(i => set.Sentences[_texts.Sentence(i)].Sentence.Score);
        var candidate = 0;
        for (var i = 0; i < _texts.Count; i++)
        {
            var sentence = set.Sentences[_texts.Sentence(i)].Sentence;
            Standing(sentence, best, i, standing);
            model.StandingOf.Run(standing, shared, 1);
            model.Whole.Run(strongest + ((long)i * Strong), whole, 1);
            Rows.AddScaled(shared, whole, 1, Span);
            model.Matched.Run(strongest + ((long)i * Strong) + Hidden, whole, 1);
            Rows.AddScaled(shared, whole, 1, Span);
            Rows.AddScaled(shared, ask, 1, Span);
            var length = _texts.Length(i);
            for (; candidate < set.SentenceOf.Count && set.SentenceOf[candidate] == _texts.Sentence(i); candidate++)
            {
                var span = set.Candidates[candidate];
                scores[candidate] += (span.End > length ? Unread : ScoreSpan(model, span, _starts[i], length, places, sums, shared)) / models.Count;
            }
        }
    }

    static void Standing(EvidenceSentence sentence, double best, int rank, float* standing)
    {
        standing[0] = (float)(sentence.Score / 4);
        standing[1] = (float)((best - sentence.Score) / 4);
        standing[2] = rank / 5f;
        standing[3] = sentence.PassageRank > 0 ? 1 : 0;
        standing[4] = sentence.PassageRank / 5f;
        standing[5] = (float)sentence.Coverage.Words;
        standing[6] = (float)sentence.Coverage.Pairs;
        standing[7] = sentence.Index == 0 ? 1 : 0;
    }

    static float ScoreSpan(NetworkModel model, Candidate span, int start, int length, float* places, float* sums, float* shared)
    {
        var first = places + ((long)(start + span.Start) * PlaceWidth);
        var last = places + ((long)(start + span.End - 1) * PlaceWidth) + Span;
        var before = span.Start > 0 ? places + ((long)(start + span.Start - 1) * PlaceWidth) + (2 * Span) : null;
        var after = span.End < length ? places + ((long)(start + span.End) * PlaceWidth) + (3 * Span) : null;
        var sumsBefore = sums + ((long)(start + span.Start) * Span);
        var sumsAfter = sums + ((long)(start + span.End) * Span);
        var share = Vector256.Create(1f / span.Length);
        var lengthClass = 0;
        while (lengthClass < LengthEdges.Length && span.Length >= LengthEdges[lengthClass])
            lengthClass++;
        var total = Vector256<float>.Zero;
        fixed (float* lengths = model.Length, forms = model.Form, weights = model.Score)
        {
            for (var k = 0; k < Span; k += Vector256<float>.Count)
            {
                var sum = Vector256.Load(shared + k) + Vector256.Load(first + k) + Vector256.Load(last + k)
                    + (share * (Vector256.Load(sumsAfter + k) - Vector256.Load(sumsBefore + k)))
                    + Vector256.Load(lengths + (lengthClass * Span) + k) + Vector256.Load(forms + ((int)span.Form * Span) + k);
                if (before is not null)
                    sum += Vector256.Load(before + k);
                if (after is not null)
                    sum += Vector256.Load(after + k);
                total += Vector256.Load(weights + k) * Activations.Tanh(sum);
            }
        }

        return Vector256.Sum(total);
    }

    float ScoreUnsaid(NetworkModel model, float* strongest, float* ask)
    {
        var input = Take(model.Unsaid.Inputs);
        new ReadOnlySpan<float>(strongest, Strong).CopyTo(new Span<float>(input, Strong));
        for (var k = 0; k < Span; k++)
            input[Strong + k] = MathF.Tanh(ask[k]);
        var hidden = Take(Span);
        model.Unsaid.Run(input, hidden, 1);
        var score = model.UnsaidScore[Span];
        for (var k = 0; k < Span; k++)
            score += model.UnsaidScore[k] * MathF.Tanh(hidden[k]);
        return score;
    }
}
