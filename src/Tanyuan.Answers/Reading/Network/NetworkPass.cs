using System.Runtime.Intrinsics;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>One network at work on the texts of a question, with its working memory, which is kept and grown as needed. Not thread-safe.</summary>
internal sealed unsafe class NetworkPass(NetworkModel model, ReadTexts texts) : IDisposable
{
    const int Width = NetworkModel.Width;
    const int Hidden = NetworkModel.Hidden;
    const int Span = NetworkModel.SpanWidth;
    const int PlaceWidth = 5 * Span;

    // For the vectors of a question, and for rounding each part up.
    const int Slack = 4096;

    // The first lengths of the classes after the first.
    static ReadOnlySpan<int> LengthEdges => [2, 3, 4, 5, 6, 8, 11, 16, 24, 36, 60];

    // The score of a span that is not read.
    const float Unread = -30;

    // How wide what is strongest in a sentence is: of its characters, and of its comparison with the question.
    const int Strong = Hidden + QuestionComparison.Outcome;

    readonly WorkingMemory _memory = new();
    int[] _starts = [];
    float[] _found = [];

    /// <summary>The scores of the last set's candidates.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>The last score of "not said here".</summary>
    public float Unsaid { get; private set; }

    /// <summary>How far a character of the question was found in a sentence: the most attention that any of the sentence's pays it.</summary>
    public float Found(int sentence, int character) => _found[(sentence * texts.Asked) + character];

    /// <summary>Frees the working memory.</summary>
    public void Dispose() => _memory.Dispose();

    /// <summary>Scores the candidates.</summary>
    /// <param name="question">The question.</param>
    /// <param name="set">The candidates in the sentences whose texts were laid out.</param>
    /// <param name="encodings">The encodings of all rows.</param>
    /// <param name="features">The features of the sentences' rows.</param>
    /// <param name="weights">How much each character of the question weighs.</param>
    public void Score(Question question, CandidateSet set, float* encodings, float* features, float[] weights)
    {
        _starts = [.. Enumerable.Range(0, texts.Count + 1).Select(texts.Start)];
        _found = new float[texts.Count * texts.Asked];
        Scores = new float[set.Candidates.Count];
        Reserve();
        var gap = (Math.Min(question.Gap.Start, texts.Asked), Math.Min(question.Gap.End, texts.Asked));
        var (rows, asked) = (texts.SentenceRows, texts.Asked);
        var all = model.Compares ? texts.Rows : rows + asked;
        var words = Take((long)all * Width);
        model.Project.Run(encodings, words, all);
        Rows.Rectify(words, all * Width);
        var similar = Take((long)all * Width);
        model.Similar.Run(words, similar, all);
        var near = Take((long)rows * asked);
        Liken(question.Key, set, similar, near);

        var inputs = Take((long)rows * NetworkModel.Inputs);
        Align(words, near, features, inputs, weights, gap);

        var summary = Summary(question, words + ((long)rows * Width), gap);
        var told = Take(Hidden);
        model.Told.Run(summary, told, 1);
        var states = Take((long)rows * Hidden);
        model.Enter.Run(inputs, states, rows);
        for (var row = 0; row < rows; row++)
            Rows.AddScaled(states + ((long)row * Hidden), told, 1, Hidden);
        Rows.Rectify(states, rows * Hidden);
        for (var i = 0; i < model.Blocks.Length; i++)
            Rows.Convolve(model.Blocks[i], NetworkModel.Dilations[i], states, _starts, _memory);

        var outcomes = Take((long)texts.Count * QuestionComparison.Outcome);
        if (model.Compares)
            new QuestionComparison(texts, words, similar, near).Run(model, question.Key, weights, gap, _memory, outcomes);
        else
            new Span<float>(outcomes, texts.Count * QuestionComparison.Outcome).Clear();
        var strongest = Take((long)(texts.Count + 1) * Strong);
        Strongest(states, outcomes, strongest);

        var ask = Take(Span);
        model.Asked.Run(summary, ask, 1);
        ScoreSpans(set, states, strongest, ask);
        Unsaid = ScoreUnsaid(strongest + ((long)texts.Count * Strong), ask);
    }

    void Reserve()
    {
        var (rows, asked) = (texts.SentenceRows, texts.Asked);
        _memory.Reserve(((long)texts.Rows * 2 * Width)
            + ((long)rows * (asked + NetworkModel.Inputs + (5 * Hidden) + PlaceWidth + Span))
            + QuestionComparison.Floats(texts) + ((long)(texts.Count + 1) * 2 * Strong) + asked + Slack);
    }

    float* Take(long floats) => _memory.Take(floats);

    // How like each character of the sentences is to each of the question's.
    void Liken(string question, CandidateSet set, float* similar, float* near)
    {
        var asked = texts.Asked;
        var questions = similar + ((long)texts.SentenceRows * Width);
        for (var i = 0; i < texts.Count; i++)
        {
            var key = set.Sentences[texts.Sentence(i)].Key;
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
    void Align(float* words, float* near, float* features, float* inputs, float[] weights, (int Start, int End) gap)
    {
        var asked = texts.Asked;
        var questions = words + ((long)texts.SentenceRows * Width);
        var share = Take(asked);
        for (var i = 0; i < texts.Count; i++)
        {
            var found = _found.AsSpan(i * asked, asked);
            for (var at = 0; at < texts.Length(i); at++)
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
                new ReadOnlySpan<float>(features + (row * CharacterFeatures.Count), CharacterFeatures.Count).CopyTo(new Span<float>(input + (3 * Width), CharacterFeatures.Count));
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
        var all = strongest + ((long)texts.Count * Strong);
        new Span<float>(all, Strong).Clear();
        for (var i = 0; i < texts.Count; i++)
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
    float* Summary(Question question, float* questions, (int Start, int End) gap)
    {
        var asked = texts.Asked;
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

    void ScoreSpans(CandidateSet set, float* states, float* strongest, float* ask)
    {
        var rows = texts.SentenceRows;
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
        var best = Enumerable.Range(0, texts.Count).Max(i => set.Sentences[texts.Sentence(i)].Sentence.Score);
        var candidate = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var sentence = set.Sentences[texts.Sentence(i)].Sentence;
            Standing(sentence, best, i, standing);
            model.StandingOf.Run(standing, shared, 1);
            model.Whole.Run(strongest + ((long)i * Strong), whole, 1);
            Rows.AddScaled(shared, whole, 1, Span);
            model.Matched.Run(strongest + ((long)i * Strong) + Hidden, whole, 1);
            Rows.AddScaled(shared, whole, 1, Span);
            Rows.AddScaled(shared, ask, 1, Span);
            var length = texts.Length(i);
            for (; candidate < set.SentenceOf.Count && set.SentenceOf[candidate] == texts.Sentence(i); candidate++)
            {
                var span = set.Candidates[candidate];
                Scores[candidate] = span.End > length ? Unread : ScoreSpan(span, _starts[i], length, places, sums, shared);
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

    float ScoreSpan(Candidate span, int start, int length, float* places, float* sums, float* shared)
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

    float ScoreUnsaid(float* strongest, float* ask)
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
