using System.Runtime.Intrinsics;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tagging;

/// <summary>
/// The linear-chain CRF over tags: start, end and transition scores, and the best path through a sentence (Viterbi).
/// </summary>
internal sealed unsafe class TagTransitions
{
    const float Score = 1f / (1 << FixedPoint.Sum);

    readonly int tags;
    readonly int stride;
    readonly float[] start;
    readonly float[] end;

    // From-tag major, rows padded to whole vectors with scores that never win.
    readonly float[] transitions;

    public TagTransitions(TableFile table, int tags)
    {
        this.tags = tags;
        stride = (tags + 15) / 16 * 16;
        start = TaggerModel.Floats(table, tags);
        end = TaggerModel.Floats(table, tags);
        transitions = GC.AllocateUninitializedArray<float>(tags * stride, pinned: true);
        Array.Fill(transitions, float.NegativeInfinity);
        for (var from = 0; from < tags; from++)
            TaggerModel.Floats(table, tags).CopyTo(transitions, from * stride);
    }

    /// <summary>How many bytes <see cref="BestPath"/> needs for its back pointers, a character.</summary>
    public int Stride => stride;

    /// <summary>Finds the best tags of a sentence.</summary>
    /// <param name="emissions">The scores of the sentence's characters as sums of the network, <paramref name="emissionOffsets"/> integers into this.</param>
    /// <param name="emissionOffsets">Where each character's scores begin.</param>
    /// <param name="backPointers">Room for <see cref="Stride"/> integers a character.</param>
    /// <param name="path">Takes the tag of each character.</param>
    public void BestPath(int* emissions, ReadOnlySpan<int> emissionOffsets, int* backPointers, Span<byte> path)
    {
        var scores = stackalloc float[stride];
        var next = stackalloc float[stride];
        for (var tag = 0; tag < tags; tag++)
            scores[tag] = start[tag] + emissions[emissionOffsets[0] + tag] * Score;

        fixed (float* rows = transitions)
        {
            for (var position = 1; position < emissionOffsets.Length; position++)
            {
                Step(scores, rows, next, backPointers + position * stride);
                var emission = emissions + emissionOffsets[position];
                for (var tag = 0; tag < tags; tag++)
                    scores[tag] = next[tag] + emission[tag] * Score;
            }
        }

        var best = 0;
        for (var tag = 1; tag < tags; tag++)
        {
            if (scores[tag] + end[tag] > scores[best] + end[best])
                best = tag;
        }

        for (var position = emissionOffsets.Length - 1; position >= 0; position--)
        {
            path[position] = (byte)best;
            best = backPointers[position * stride + best];
        }
    }

    /// <summary>The best predecessor of every tag; the lowest-numbered one of equals.</summary>
    void Step(float* scores, float* rows, float* next, int* back)
    {
        // Two vectors at once: a comparison waits for the one before it.
        for (var column = 0; column < stride; column += 2 * Vector256<float>.Count)
        {
            var (best0, best1) = (Vector256.Create(float.NegativeInfinity), Vector256.Create(float.NegativeInfinity));
            var (from0, from1) = (Vector256<int>.Zero, Vector256<int>.Zero);
            var row = rows + column;
            for (var tag = 0; tag < tags; tag++, row += stride)
            {
                var score = Vector256.Create(scores[tag]);
                var number = Vector256.Create(tag);
                var candidate0 = score + Vector256.Load(row);
                var candidate1 = score + Vector256.Load(row + Vector256<float>.Count);
                from0 = Vector256.ConditionalSelect(Vector256.GreaterThan(candidate0, best0).AsInt32(), number, from0);
                from1 = Vector256.ConditionalSelect(Vector256.GreaterThan(candidate1, best1).AsInt32(), number, from1);
                best0 = Vector256.MaxNative(candidate0, best0);
                best1 = Vector256.MaxNative(candidate1, best1);
            }

            best0.Store(next + column);
            best1.Store(next + column + Vector256<float>.Count);
            from0.Store(back + column);
            from1.Store(back + column + Vector256<int>.Count);
        }
    }
}
