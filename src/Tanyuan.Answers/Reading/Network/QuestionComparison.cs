namespace Tanyuan.Answers.Reading.Network;

/// <summary>
/// How a network finds each character of the question in each sentence read, and around it: in its title and the sentence before it (Parikh et al., "A
/// Decomposable Attention Model for Natural Language Inference", 2016). What the sentence leaves out shows here; the alignment of its own characters cannot tell.
/// </summary>
/// <param name="texts">The texts read.</param>
/// <param name="words">The projected rows of all texts.</param>
/// <param name="similar">The same in what likeness is measured in.</param>
/// <param name="near">For each row of a sentence its likeness to each character of the question.</param>
internal sealed unsafe class QuestionComparison(ReadTexts texts, float* words, float* similar, float* near)
{
    /// <summary>How wide the comparison of a character is.</summary>
    public const int Width = 64;

    /// <summary>How wide its inputs are: the character, what it finds in the sentence and around it, both products, and six values.</summary>
    public const int Inputs = (5 * NetworkModel.Width) + 6;

    /// <summary>How wide the outcome of a sentence is: the strongest sign of each kind, and the mean by weight.</summary>
    public const int Outcome = 2 * Width;

    const int Word = NetworkModel.Width;

    // A character that the question does not need counts a little all the same.
    const float LeastWeight = 0.02f;

    // The likeness of a character where nothing stands around the sentence.
    const float Nothing = -20;

    /// <summary>How many floats of working memory it takes.</summary>
    public static long Floats(ReadTexts texts)
    {
        var longest = 0;
        for (var i = 0; i < texts.Count; i++)
            longest = Math.Max(longest, Math.Max(texts.Length(i), texts.Title(i).Text.Length + texts.Before(i).Text.Length));
        return ((long)texts.Count * texts.Asked * (Inputs + (5 * Width))) + longest;
    }

    /// <summary>Writes the outcome of each sentence, <see cref="Outcome"/> apart.</summary>
    /// <param name="model">The network.</param>
    /// <param name="question">The question's characters.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="gap">Where its gap is.</param>
    /// <param name="memory">Lends room.</param>
    /// <param name="outcomes">Takes the outcomes.</param>
    public void Run(NetworkModel model, ReadOnlySpan<char> question, float[] weights, (int Start, int End) gap, WorkingMemory memory, float* outcomes)
    {
        var mark = memory.Used;
        var asked = texts.Asked;
        var inputs = memory.Take((long)texts.Count * asked * Inputs);
        var starts = new int[texts.Count + 1];
        for (var i = 0; i < texts.Count; i++)
        {
            starts[i + 1] = starts[i] + asked;
            for (var j = 0; j < asked; j++)
            {
                var input = inputs + ((long)(starts[i] + j) * Inputs);
                var word = Row(words, texts.Start(texts.Count) + j);
                new ReadOnlySpan<float>(word, Word).CopyTo(new Span<float>(input, Word));
                var signs = input + (5 * Word);
                signs[0] = MathF.Tanh(Within(i, j, input + Word, memory) / 4);
                (var around, signs[2], signs[5]) = Around(model, i, j, question[j], input + (3 * Word), memory);
                signs[1] = MathF.Tanh(around / 4);
                signs[3] = weights[j];
                signs[4] = j >= gap.Start && j < gap.End ? 1 : 0;
                Rows.Multiply(word, input + Word, input + (2 * Word), Word);
                Rows.Multiply(word, input + (3 * Word), input + (4 * Word), Word);
            }
        }

        var read = memory.Take((long)starts[^1] * Width);
        model.Compare.Run(inputs, read, starts[^1]);
        Rows.Rectify(read, starts[^1] * Width);
        Rows.Convolve(model.Beside, 1, read, starts, memory);
        for (var i = 0; i < texts.Count; i++)
            Gather(read + ((long)starts[i] * Width), weights, outcomes + ((long)i * Outcome));
        memory.Used = mark;
    }

    // The strongest sign of each kind, which is never negative, and the mean by weight.
    void Gather(float* read, float[] weights, float* outcome)
    {
        new Span<float>(outcome, Outcome).Clear();
        var total = 0f;
        for (var j = 0; j < texts.Asked; j++)
            total += weights[j] + LeastWeight;
        for (var j = 0; j < texts.Asked; j++)
        {
            Rows.Raise(outcome, read + ((long)j * Width), Width);
            Rows.AddScaled(outcome + Width, read + ((long)j * Width), (weights[j] + LeastWeight) / total, Width);
        }
    }

    // Writes what of the sentence is like a character, and returns the greatest likeness.
    float Within(int sentence, int character, float* found, WorkingMemory memory)
    {
        var (start, length) = (texts.Start(sentence), texts.Length(sentence));
        var mark = memory.Used;
        var share = memory.Take(length);
        for (var i = 0; i < length; i++)
            share[i] = near[((long)(start + i) * texts.Asked) + character];
        var most = Softmax(share, length);
        new Span<float>(found, Word).Clear();
        for (var i = 0; i < length; i++)
            Rows.AddScaled(found, Row(words, start + i), share[i], Word);
        memory.Used = mark;
        return most;
    }

    // Writes what around the sentence is like a character; returns the greatest likeness, what share of it is the title's, and whether the title has the character.
    (float Most, float Title, float InTitle) Around(NetworkModel model, int sentence, int character, char unit, float* found, WorkingMemory memory)
    {
        new Span<float>(found, Word).Clear();
        var (title, before) = (texts.Title(sentence), texts.Before(sentence));
        var count = title.Text.Length + before.Text.Length;
        if (count == 0)
            return (Nothing, 0, 0);
        var mark = memory.Used;
        var share = memory.Take(count);
        Likeness(title, share);
        Likeness(before, share + title.Text.Length);
        var most = Softmax(share, count);
        var ofTitle = 0f;
        for (var i = 0; i < count; i++)
        {
            var isTitle = i < title.Text.Length;
            ofTitle += isTitle ? share[i] : 0;
            Rows.AddScaled(found, Row(words, isTitle ? title.Start + i : before.Start + i - title.Text.Length), share[i], Word);
        }

        memory.Used = mark;
        return (Math.Max(Nothing, most), ofTitle, title.Text.Span.Contains(unit) ? 1 : 0);

        void Likeness((ReadOnlyMemory<char> Text, int Start) text, float* likeness)
        {
            var own = Row(similar, texts.Start(texts.Count) + character);
            for (var i = 0; i < text.Text.Length; i++)
                likeness[i] = (Rows.Dot(own, Row(similar, text.Start + i), Word) / 8) + (text.Text.Span[i] == unit ? model.Same[0] : 0);
        }
    }

    // Makes likenesses shares, and returns the greatest.
    static float Softmax(float* values, int count)
    {
        var most = float.NegativeInfinity;
        for (var i = 0; i < count; i++)
            most = Math.Max(most, values[i]);
        var total = 0f;
        for (var i = 0; i < count; i++)
            total += values[i] = MathF.Exp(values[i] - most);
        for (var i = 0; i < count; i++)
            values[i] /= total;
        return most;
    }

    static float* Row(float* rows, int row) => rows + ((long)row * Word);
}
