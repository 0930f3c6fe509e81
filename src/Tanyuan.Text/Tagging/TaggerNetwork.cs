using Tanyuan.Text.Tagging.Kernels;

namespace Tanyuan.Text.Tagging;

// Character embedding → two bidirectional GRU layers → emission scores, for several sentences side by side. The sentences
// are sorted longest first, and the rows of all matrices are grouped by time: at each step the sentences still running are
// the first so many, so a recurrent step is one matrix product over them.
// The cell is Paddle's: h = (1 - u) h + u tanh(x_c + (r h) W_c), update gate u before reset gate r.
// Between the gates everything is whole numbers (docs/decisions/060), so a sentence's tags do not depend on the others beside it.

/// <summary>The working memory of one inference; reused, grown as needed, not thread-safe.</summary>
internal sealed unsafe class TaggerNetwork(TaggerModel model)
{
    readonly int hidden = model.Hidden;
    readonly FirstSums firstSums = new(model);

    /// <summary>The outputs of the first layer, then of the second.</summary>
    PinnedMemory<short> outputs;

    /// <summary>The sums of one half of a layer.</summary>
    PinnedMemory<int> sums;

    PinnedMemory<int> emissions;

    // Of a step's sentences.
    PinnedMemory<float> states;
    PinnedMemory<float> updates;
    PinnedMemory<short> kept;

    /// <summary>The row of each time step's first sentence; one more entry than steps.</summary>
    int[] stepRows = new int[64];

    /// <summary>The rows of the last run.</summary>
    int rows;

    /// <summary>The emission scores after <see cref="Run"/>: <see cref="EmissionRow"/> tells where a character's are.</summary>
    public int* Emissions => emissions.Start;

    /// <summary>Where the scores of the character at <paramref name="time"/> of the sentence in <paramref name="lane"/> begin.</summary>
    public int EmissionRow(int lane, int time) => (stepRows[time] + lane) * model.Emission.Stride;

    /// <summary>Runs the network.</summary>
    /// <param name="characters">All sentences, as rows of the embedding.</param>
    /// <param name="sentences">The sentences as spans of them, longest first, none empty.</param>
    public void Run(ReadOnlySpan<ushort> characters, ReadOnlySpan<TextSpan> sentences)
    {
        var steps = sentences[0].Length;
        if (stepRows.Length <= steps)
            stepRows = new int[2 * steps];
        rows = 0;
        for (var time = 0; time < steps; time++)
        {
            stepRows[time] = rows;
            rows += Running(sentences, time);
        }

        stepRows[steps] = rows;
        Reserve(sentences.Length);
        firstSums.Prepare(characters);

        var first = outputs.Start;
        var second = first + (long)rows * 2 * hidden;
        for (var half = 0; half < 4; half++)
        {
            var layer = model.Layers[half];
            if (half < 2)
                Project(characters, sentences, half * 3 * hidden);
            else
                layer.Input.Product(first, 2 * hidden, layer.Bias, sums.Start, 3 * hidden, rows);
            RunHalf(layer, (half < 2 ? first : second) + half % 2 * hidden, steps, backwards: half % 2 == 1);
        }

        model.Emission.Product(second, 2 * hidden, model.EmissionBias, Emissions, model.Emission.Stride, rows);
    }

    /// <summary>
    /// Writes what the network made of each character of a lane, after <see cref="Run"/>: its embedding, then both directions of the first
    /// layer, then both of the second.
    /// </summary>
    public void CopyEncodings(int lane, ReadOnlySpan<ushort> sentence, float* destination)
    {
        var first = outputs.Start;
        var second = first + (long)rows * 2 * hidden;
        for (var time = 0; time < sentence.Length; time++)
        {
            var row = new Span<float>(destination + (long)time * 5 * hidden, 5 * hidden);
            var at = (long)(stepRows[time] + lane) * 2 * hidden;
            Convert(model.Embedding(sentence[time]), FixedPoint.Embedding, row);
            Convert(new ReadOnlySpan<short>(first + at, 2 * hidden), FixedPoint.State, row[hidden..]);
            Convert(new ReadOnlySpan<short>(second + at, 2 * hidden), FixedPoint.State, row[(3 * hidden)..]);
        }
    }

    static void Convert(ReadOnlySpan<short> whole, int places, Span<float> values)
    {
        var unit = 1f / (1 << places);
        for (var i = 0; i < whole.Length; i++)
            values[i] = whole[i] * unit;
    }

    static int Running(ReadOnlySpan<TextSpan> sentences, int time)
    {
        var count = sentences.Length;
        while (sentences[count - 1].Length <= time)
            count--;
        return count;
    }

    void Reserve(long lanes)
    {
        outputs.Reserve((long)rows * 4 * hidden);
        sums.Reserve((long)rows * 3 * hidden);
        emissions.Reserve((long)rows * model.Emission.Stride);
        states.Reserve(lanes * hidden);
        updates.Reserve(lanes * hidden);
        kept.Reserve(lanes * hidden);
    }

    /// <summary>The input's part of the sums of a first layer's half.</summary>
    void Project(ReadOnlySpan<ushort> characters, ReadOnlySpan<TextSpan> sentences, int offset)
    {
        var width = 3 * hidden;
        for (var lane = 0; lane < sentences.Length; lane++)
        {
            var sentence = characters.Slice(sentences[lane].Start, sentences[lane].Length);
            for (var time = 0; time < sentence.Length; time++)
                new ReadOnlySpan<int>(firstSums.Of(sentence[time]) + offset, width).CopyTo(new Span<int>(sums.Start + (long)(stepRows[time] + lane) * width, width));
        }
    }

    /// <summary>One direction of one layer; its outputs are 2 × hidden apart, so that the two directions interleave.</summary>
    void RunHalf(GatedLayer layer, short* output, int steps, bool backwards)
    {
        short* previous = null;
        var previousCount = 0;
        for (var step = 0; step < steps; step++)
        {
            var time = backwards ? steps - 1 - step : step;
            var start = stepRows[time];
            var count = stepRows[time + 1] - start;

            // Forwards the lanes shrink; backwards they grow, and a lane's first state is zero.
            var known = Math.Min(count, previousCount);
            new Span<float>(states.Start + (long)known * hidden, (count - known) * hidden).Clear();
            var current = output + (long)start * 2 * hidden;
            Step(layer, sums.Start + (long)start * 3 * hidden, previous, known, current, count);
            previous = current;
            previousCount = count;
        }
    }

    void Step(GatedLayer layer, int* stepSums, short* previous, int known, short* current, int count)
    {
        layer.Gates.AddProduct(previous, 2 * hidden, stepSums, 3 * hidden, known);
        for (var lane = 0; lane < count; lane++)
            GateCell.Open(stepSums + (long)lane * 3 * hidden, Of(states, lane), Of(updates, lane), kept.Start + (long)lane * hidden, hidden);
        layer.Candidate.AddProduct(kept.Start, hidden, stepSums + 2 * hidden, 3 * hidden, known);
        for (var lane = 0; lane < count; lane++)
            GateCell.Move(stepSums + ((long)lane * 3 + 2) * hidden, Of(updates, lane), Of(states, lane), current + (long)lane * 2 * hidden, hidden);
    }

    float* Of(PinnedMemory<float> memory, int lane) => memory.Start + (long)lane * hidden;
}
