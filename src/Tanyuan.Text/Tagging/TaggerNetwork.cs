using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Text.Tagging;

// Character embedding → two bidirectional GRU layers → emission scores, for several sentences side by side. The sentences
// are sorted longest first, and the rows of all matrices are grouped by time: at each step the sentences still running are
// the first so many, so a recurrent step is one matrix product over them.
// The cell is Paddle's: h = (1 - u) h + u tanh(x_c + (r h) W_c), update gate u before reset gate r.

/// <summary>The working memory of one inference; reused, grown as needed, not thread-safe.</summary>
internal sealed unsafe class TaggerNetwork(TaggerModel model) : IDisposable
{
    readonly int hidden = model.Hidden;
    float* memory;
    long capacity;

    /// <summary>The row of each time step's first sentence; one more entry than steps.</summary>
    int[] stepRows = new int[64];

    ~TaggerNetwork() => NativeMemory.AlignedFree(memory);

    /// <summary>The emission scores after <see cref="Run"/>: <see cref="EmissionRow"/> tells where a character's are.</summary>
    public float* Emissions { get; private set; }

    /// <summary>Where the scores of the character at <paramref name="time"/> of the sentence in <paramref name="lane"/> begin.</summary>
    public int EmissionRow(int lane, int time) => (stepRows[time] + lane) * model.Emission.Stride;

    /// <summary>Runs the network.</summary>
    /// <param name="sentences">The sentences, longest first, none empty; UTF-16 units already folded.</param>
    public void Run(ReadOnlySpan<ReadOnlyMemory<char>> sentences)
    {
        var steps = sentences[0].Length;
        if (stepRows.Length <= steps)
            stepRows = new int[2 * steps];
        var rows = 0;
        for (var time = 0; time < steps; time++)
        {
            stepRows[time] = rows;
            rows += Running(sentences, time);
        }

        stepRows[steps] = rows;

        // One block: inputs (2 × hidden wide), outputs (the same), projections (3 × hidden), emissions, and a step's gates.
        var emissionStride = model.Emission.Stride;
        Reserve((long)rows * (7 * hidden + emissionStride) + (long)sentences.Length * 4 * hidden);
        var inputs = memory;
        var outputs = inputs + (long)rows * 2 * hidden;
        var projections = outputs + (long)rows * 2 * hidden;
        Emissions = projections + (long)rows * 3 * hidden;
        var scratch = Emissions + (long)rows * emissionStride;

        for (var time = 0; time < steps; time++)
        {
            for (var lane = 0; lane < stepRows[time + 1] - stepRows[time]; lane++)
                model.Embed(sentences[lane].Span[time], new Span<float>(inputs + (long)(stepRows[time] + lane) * hidden, hidden));
        }

        RunLayer(model.Layers[0], inputs, outputs, projections, scratch, rows, steps, backwards: false);
        RunLayer(model.Layers[1], inputs, outputs + hidden, projections, scratch, rows, steps, backwards: true);
        RunLayer(model.Layers[2], outputs, inputs, projections, scratch, rows, steps, backwards: false);
        RunLayer(model.Layers[3], outputs, inputs + hidden, projections, scratch, rows, steps, backwards: true);

        for (var row = 0; row < rows; row++)
        {
            var emission = new Span<float>(Emissions + (long)row * emissionStride, emissionStride);
            model.EmissionBias.CopyTo(emission);
            emission[model.EmissionBias.Length..].Clear();
        }

        model.Emission.MultiplyAdd(inputs, 2 * hidden, Emissions, emissionStride, rows);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(memory);
        memory = null;
        capacity = 0;
        GC.SuppressFinalize(this);
    }

    static int Running(ReadOnlySpan<ReadOnlyMemory<char>> sentences, int time)
    {
        var count = sentences.Length;
        while (sentences[count - 1].Length <= time)
            count--;
        return count;
    }

    void Reserve(long floats)
    {
        if (floats <= capacity)
            return;
        NativeMemory.AlignedFree(memory);
        memory = (float*)NativeMemory.AlignedAlloc((nuint)(floats * sizeof(float)), 64);
        capacity = floats;
    }

    /// <summary>One direction of one layer; its outputs have a stride of 2 × hidden, so that the two directions interleave.</summary>
    void RunLayer(GatedLayer layer, float* inputs, float* outputs, float* projections, float* scratch, int rows, int steps, bool backwards)
    {
        for (var row = 0; row < rows; row++)
            layer.Bias.CopyTo(new Span<float>(projections + (long)row * 3 * hidden, 3 * hidden));
        layer.Input.MultiplyAdd(inputs, layer.Input.Rows, projections, 3 * hidden, rows);

        var previousStart = -1;
        var previousCount = 0;
        for (var step = 0; step < steps; step++)
        {
            var time = backwards ? steps - 1 - step : step;
            var start = stepRows[time];
            var count = stepRows[time + 1] - start;

            // Forwards the lanes shrink; backwards they grow, and a lane's first state is zero.
            var known = Math.Min(count, previousCount);
            Step(layer, projections + (long)start * 3 * hidden, outputs, previousStart, known, start, count, scratch);
            previousStart = start;
            previousCount = count;
        }
    }

    void Step(GatedLayer layer, float* projections, float* outputs, int previousStart, int known, int start, int count, float* scratch)
    {
        var states = scratch;
        var resetStates = states + (long)count * hidden;
        var stride = 2 * hidden;
        for (var lane = 0; lane < count; lane++)
        {
            var state = new Span<float>(states + (long)lane * hidden, hidden);
            if (lane < known)
                new ReadOnlySpan<float>(outputs + (long)(previousStart + lane) * stride, hidden).CopyTo(state);
            else
                state.Clear();
        }

        layer.Gates.MultiplyAdd(states, hidden, projections, 3 * hidden, count);
        for (var lane = 0; lane < count; lane++)
        {
            var gates = projections + (long)lane * 3 * hidden;
            for (var i = 0; i < hidden; i += Vector256<float>.Count)
            {
                Sigmoid(Vector256.Load(gates + i)).Store(gates + i);
                var reset = Sigmoid(Vector256.Load(gates + hidden + i));
                (reset * Vector256.Load(states + (long)lane * hidden + i)).Store(resetStates + (long)lane * hidden + i);
            }
        }

        layer.Candidate.MultiplyAdd(resetStates, hidden, projections + 2 * hidden, 3 * hidden, count);
        for (var lane = 0; lane < count; lane++)
        {
            var gates = projections + (long)lane * 3 * hidden;
            var output = outputs + (long)(start + lane) * stride;
            for (var i = 0; i < hidden; i += Vector256<float>.Count)
            {
                var state = Vector256.Load(states + (long)lane * hidden + i);
                var candidate = Tanh(Vector256.Load(gates + 2 * hidden + i));
                (state + Vector256.Load(gates + i) * (candidate - state)).Store(output + i);
            }
        }
    }

    static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-x));

    static Vector256<float> Tanh(Vector256<float> x)
    {
        var twice = Sigmoid(x + x);
        return twice + twice - Vector256<float>.One;
    }
}
