using System.Runtime.InteropServices;
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

    readonly List<int> _read = [];
    readonly List<int> _starts = [];
    float* _memory;
    long _capacity;
    long _used;

    ~NetworkRun() => NativeMemory.AlignedFree(_memory);

    /// <summary>For each sentence of the last set how far each character of the question was found in it (<see cref="QuestionAlignment"/>).</summary>
    public float[][] Found { get; private set; } = [];

    /// <summary>Scores the candidates and returns the score of "not said here".</summary>
    public float Score(QuestionMatcher matcher, CandidateSet set, Span<float> scores)
    {
        var question = matcher.Question;
        var asked = Math.Min(question.Key.Length, NetworkReader.LongestQuestion);
        var (gapStart, gapEnd) = (Math.Min(question.Gap.Start, asked), Math.Min(question.Gap.End, asked));
        Layout(set);
        var rows = _starts[^1];
        Reserve(rows, asked, set);

        var encodings = Take((long)(rows + asked) * Encoded);
        Encode(matcher, set, encodings, rows, asked);
        scores.Clear();
        Found = new float[set.Sentences.Count][];
        for (var i = 0; i < Found.Length; i++)
            Found[i] = _read.Contains(i) ? new float[asked] : [];
        var unsaid = 0f;
        var shared = _used;
        foreach (var model in models)
        {
            _used = shared;
            unsaid += Score(model, matcher, set, encodings, rows, asked, (gapStart, gapEnd), scores) / models.Count;
        }

        return unsaid;
    }

    /// <summary>Frees the working memory.</summary>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
        _capacity = 0;
        GC.SuppressFinalize(this);
    }

    float Score(
        NetworkModel model, QuestionMatcher matcher, CandidateSet set, float* encodings, int rows, int asked, (int Start, int End) gap, Span<float> scores)
    {
        var words = Take((long)(rows + asked) * Width);
        model.Project.Run(encodings, words, rows + asked);
        Rectify(words, (rows + asked) * Width);
        var questions = words + ((long)rows * Width);

        var inputs = Take((long)rows * NetworkModel.Inputs);
        Align(model, matcher, set, words, inputs, rows, asked, gap);

        var summary = Summary(model, matcher.Question, questions, asked, gap);
        var told = Take(Hidden);
        model.Told.Run(summary, told, 1);
        var states = Take((long)rows * Hidden);
        model.Enter.Run(inputs, states, rows);
        for (var row = 0; row < rows; row++)
            AddScaled(states + ((long)row * Hidden), told, 1, Hidden);
        Rectify(states, rows * Hidden);
        for (var i = 0; i < model.Blocks.Length; i++)
            Convolve(model.Blocks[i], NetworkModel.Dilations[i], states, rows);

        var strongest = Take((long)(_read.Count + 1) * Hidden);
        Strongest(states, strongest);

        var ask = Take(Span);
        model.Asked.Run(summary, ask, 1);
        ScoreSpans(model, set, states, strongest, rows, ask, scores);
        return ScoreUnsaid(model, strongest + ((long)_read.Count * Hidden), ask);
    }

    // The sentences that have candidates, and where their rows begin.
    void Layout(CandidateSet set)
    {
        _read.Clear();
        _starts.Clear();
        _starts.Add(0);
        foreach (var sentence in set.SentenceOf)
        {
            if (_read.Count > 0 && _read[^1] == sentence)
                continue;
            _read.Add(sentence);
            _starts.Add(_starts[^1] + Math.Min(set.Sentences[sentence].Key.Length, NetworkReader.LongestSentence));
        }
    }

    void Reserve(int rows, int asked, CandidateSet set)
    {
        var longest = set.Sentences.Max(sentence => sentence.Key.Length);
        var floats = ((long)(rows + asked) * (Encoded + (2 * Width)))
            + ((long)rows * (NetworkModel.Inputs + (5 * Hidden) + PlaceWidth + Span))
            + ((long)(_read.Count + 1) * Hidden) + ((long)longest * CharacterFeatures.Count) + asked + Slack;
        _used = 0;
        if (floats <= _capacity)
            return;
        NativeMemory.AlignedFree(_memory);
        _memory = (float*)NativeMemory.AlignedAlloc((nuint)(floats * sizeof(float)), 64);
        _capacity = floats;
    }

    float* Take(long floats)
    {
        var taken = _memory + _used;
        _used += (floats + 15) / 16 * 16;
        if (_used > _capacity)
            throw new InvalidOperationException("The network's working memory was counted too small.");
        return taken;
    }

    // The sentences' characters, then the question's.
    void Encode(QuestionMatcher matcher, CandidateSet set, float* encodings, int rows, int asked)
    {
        var texts = new List<ReadOnlyMemory<char>>(_read.Count + 1);
        for (var i = 0; i < _read.Count; i++)
            texts.Add(set.Sentences[_read[i]].Key.AsMemory(0, _starts[i + 1] - _starts[i]));
        texts.Add(matcher.Question.Key.AsMemory(0, asked));
        _starts.Add(rows + asked);
        Tagger.Default.Encode(texts, CollectionsMarshal.AsSpan(_starts)[..texts.Count], encodings);
        _starts.RemoveAt(_starts.Count - 1);
    }

    // Fills the recurrent layer's inputs: the character, what it is aligned with in the question, their product, features, and how it is aligned.
    void Align(NetworkModel model, QuestionMatcher matcher, CandidateSet set, float* words, float* inputs, int rows, int asked, (int Start, int End) gap)
    {
        var similar = Take((long)(rows + asked) * Width);
        model.Similar.Run(words, similar, rows + asked);
        var questions = words + ((long)rows * Width);
        var share = Take(asked);
        var weights = matcher.Mark(matcher.Question.Key);
        var features = new CharacterFeatures(matcher);
        var longest = set.Sentences.Max(sentence => sentence.Key.Length);
        var values = new Span<float>(Take((long)longest * CharacterFeatures.Count), longest * CharacterFeatures.Count);
        var key = matcher.Question.Key;
        for (var i = 0; i < _read.Count; i++)
        {
            var sentence = set.Sentences[_read[i]];
            features.Compute(sentence, values);
            var found = Found[_read[i]];
            for (var at = 0; at < _starts[i + 1] - _starts[i]; at++)
            {
                var row = (long)_starts[i] + at;
                var most = float.NegativeInfinity;
                for (var j = 0; j < asked; j++)
                {
                    share[j] = (Dot(similar + (row * Width), similar + ((long)(rows + j) * Width), Width) / 8)
                        + (sentence.Key[at] == key[j] ? model.Same[0] : 0) + (j >= gap.Start && j < gap.End ? model.Same[1] : 0);
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
                    AddScaled(aligned, questions + ((long)j * Width), part, Width);
                    inGap += j >= gap.Start && j < gap.End ? part : 0;
                    weight += part * weights[j];
                }

                new ReadOnlySpan<float>(words + (row * Width), Width).CopyTo(new Span<float>(input, Width));
                for (var k = 0; k < Width; k++)
                    input[(2 * Width) + k] = input[k] * aligned[k];
                values.Slice(at * CharacterFeatures.Count, CharacterFeatures.Count).CopyTo(new Span<float>(input + (3 * Width), CharacterFeatures.Count));
                var told = input + (3 * Width) + CharacterFeatures.Count;
                told[0] = MathF.Tanh(most / 4);
                told[1] = inGap;
                told[2] = weight;
            }
        }
    }

    // A residual block: each character takes what the block makes of it and of the two that stand the dilation away in its sentence.
    void Convolve(Layer block, int dilation, float* states, int rows)
    {
        var mark = _used;
        var around = Take((long)rows * 3 * Hidden);
        var change = Take((long)rows * Hidden);
        for (var i = 0; i < _read.Count; i++)
        {
            for (var row = _starts[i]; row < _starts[i + 1]; row++)
            {
                for (var tap = 0; tap < 3; tap++)
                {
                    var from = row + ((tap - 1) * dilation);
                    var target = new Span<float>(around + ((((long)row * 3) + tap) * Hidden), Hidden);
                    if (from < _starts[i] || from >= _starts[i + 1])
                        target.Clear();
                    else
                        new ReadOnlySpan<float>(states + ((long)from * Hidden), Hidden).CopyTo(target);
                }
            }
        }

        block.Run(around, change, rows);
        Rectify(change, rows * Hidden);
        AddScaled(states, change, 1, rows * Hidden);
        _used = mark;
    }

    // The strongest sign of each kind in each sentence, and after them in all.
    void Strongest(float* states, float* strongest)
    {
        var all = strongest + ((long)_read.Count * Hidden);
        new Span<float>(all, Hidden).Clear();
        for (var i = 0; i < _read.Count; i++)
        {
            var own = strongest + ((long)i * Hidden);
            new Span<float>(own, Hidden).Clear();
            for (var row = _starts[i]; row < _starts[i + 1]; row++)
                Raise(own, states + ((long)row * Hidden));
            Raise(all, own);
        }
    }

    // States are never negative.
    static void Raise(float* most, float* values)
    {
        for (var k = 0; k < Hidden; k += Vector256<float>.Count)
            Vector256.Max(Vector256.Load(most + k), Vector256.Load(values + k)).Store(most + k);
    }

    // What is asked: the mean of the question's gap and of all of it, its type and kind.
    float* Summary(NetworkModel model, Questions.Question question, float* questions, int asked, (int Start, int End) gap)
    {
        var summary = Take(model.Asked.Inputs);
        new Span<float>(summary, model.Asked.Inputs).Clear();
        for (var j = 0; j < asked; j++)
        {
            if (j >= gap.Start && j < gap.End)
                AddScaled(summary, questions + ((long)j * Width), 1f / (gap.End - gap.Start), Width);
            AddScaled(summary + Width, questions + ((long)j * Width), 1f / asked, Width);
        }

        summary[(2 * Width) + (int)question.Type] = 1;
        summary[(2 * Width) + 15 + (int)question.Kind] = 1;
        return summary;
    }

    void ScoreSpans(NetworkModel model, CandidateSet set, float* states, float* strongest, int rows, float* ask, Span<float> scores)
    {
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
        var best = _read.Max(sentence => set.Sentences[sentence].Sentence.Score);
        var candidate = 0;
        for (var i = 0; i < _read.Count; i++)
        {
            var sentence = set.Sentences[_read[i]].Sentence;
            Standing(sentence, best, i, standing);
            model.StandingOf.Run(standing, shared, 1);
            model.Whole.Run(strongest + ((long)i * Hidden), whole, 1);
            AddScaled(shared, whole, 1, Span);
            AddScaled(shared, ask, 1, Span);
            var length = _starts[i + 1] - _starts[i];
            for (; candidate < set.SentenceOf.Count && set.SentenceOf[candidate] == _read[i]; candidate++)
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
        new ReadOnlySpan<float>(strongest, Hidden).CopyTo(new Span<float>(input, Hidden));
        for (var k = 0; k < Span; k++)
            input[Hidden + k] = MathF.Tanh(ask[k]);
        var hidden = Take(Span);
        model.Unsaid.Run(input, hidden, 1);
        var score = model.UnsaidScore[Span];
        for (var k = 0; k < Span; k++)
            score += model.UnsaidScore[k] * MathF.Tanh(hidden[k]);
        return score;
    }

    static void Rectify(float* values, int count)
    {
        for (var i = 0; i < count; i++)
            values[i] = Math.Max(values[i], 0);
    }

    static float Dot(float* left, float* right, int count)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < count; i += Vector256<float>.Count)
            sum += Vector256.Load(left + i) * Vector256.Load(right + i);
        return Vector256.Sum(sum);
    }

    static void AddScaled(float* sum, float* values, float scale, int count)
    {
        var factor = Vector256.Create(scale);
        for (var i = 0; i < count; i += Vector256<float>.Count)
            (Vector256.Load(sum + i) + (factor * Vector256.Load(values + i))).Store(sum + i);
    }
}
