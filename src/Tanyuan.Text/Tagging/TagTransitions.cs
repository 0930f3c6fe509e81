using System.Runtime.Intrinsics;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tagging;

/// <summary>
/// The linear-chain CRF over tags: start, end and transition scores, and the best path through a sentence (Viterbi).
/// </summary>
internal sealed unsafe class TagTransitions
{
    readonly int tags;
    readonly int stride;
    readonly float[] start;
    readonly float[] end;

    // From-tag major, rows padded to whole vectors with scores that never win.
    readonly float[] transitions;

    public TagTransitions(TableFile table, int tags)
    {
        this.tags = tags;
        stride = (tags + 7) / 8 * 8;
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
    /// <param name="emissions">The scores of the sentence's characters, <paramref name="emissionOffsets"/> floats into this.</param>
    /// <param name="emissionOffsets">Where each character's scores begin.</param>
    /// <param name="backPointers">Room for <see cref="Stride"/> integers a character.</param>
    /// <param name="path">Takes the tag of each character.</param>
    public void BestPath(float* emissions, ReadOnlySpan<int> emissionOffsets, int* backPointers, Span<byte> path)
    {
        var scores = stackalloc float[stride];
        var next = stackalloc float[stride];
        for (var tag = 0; tag < tags; tag++)
            scores[tag] = start[tag] + emissions[emissionOffsets[0] + tag];

        fixed (float* rows = transitions)
        {
            for (var position = 1; position < emissionOffsets.Length; position++)
            {
                Step(scores, rows, next, backPointers + position * stride);
                var emission = emissions + emissionOffsets[position];
                for (var tag = 0; tag < tags; tag++)
                    scores[tag] = next[tag] + emission[tag];
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
        for (var column = 0; column < stride; column += Vector256<float>.Count)
        {
            var best = Vector256.Create(float.NegativeInfinity);
            var from = Vector256<int>.Zero;
            for (var tag = 0; tag < tags; tag++)
            {
                var candidate = Vector256.Create(scores[tag]) + Vector256.Load(rows + tag * stride + column);
                var better = Vector256.GreaterThan(candidate, best);
                best = Vector256.ConditionalSelect(better, candidate, best);
                from = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(tag), from);
            }

            best.Store(next + column);
            from.Store(back + column);
        }
    }
}
