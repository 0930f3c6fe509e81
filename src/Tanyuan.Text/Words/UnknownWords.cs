using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Words;

/// <summary>
/// Joins characters that no dictionary word covers to words: names above all. The most probable chain of the states begin,
/// middle, end and single (Viterbi) over the model that jieba's <c>finalseg</c> uses. Allocates only to grow its buffers.
/// </summary>
internal sealed unsafe class UnknownWords
{
    const int Begin = 0;
    const int Middle = 1;
    const int End = 2;
    const int Single = 3;

    // The two states that may come before each: nothing else is possible in a chain of words.
    static ReadOnlySpan<byte> Before => [End, Single, Middle, Begin, Begin, Middle, Single, End];

    byte[] previous = new byte[256];
    byte[] states = new byte[64];

    /// <summary>Writes the length of each word of <paramref name="run"/> into <paramref name="lengths"/> at its start.</summary>
    public void Join(ReadOnlySpan<char> run, Span<ushort> lengths)
    {
        if (states.Length < run.Length)
        {
            states = new byte[run.Length * 2];
            previous = new byte[run.Length * 8];
        }

        Span<long> best = stackalloc long[4];
        Span<long> next = stackalloc long[4];
        for (var state = 0; state < 4; state++)
            best[state] = (long)UnknownWordTable.Start[state] + UnknownWordTable.Emission(run[0], state);

        for (var index = 1; index < run.Length; index++)
        {
            for (var state = 0; state < 4; state++)
            {
                int first = Before[state * 2], second = Before[(state * 2) + 1];
                var one = best[first] + UnknownWordTable.Transition[(first * 4) + state];
                var other = best[second] + UnknownWordTable.Transition[(second * 4) + state];
                previous[(index * 4) + state] = (byte)(one >= other ? first : second);
                next[state] = Math.Max(one, other) + UnknownWordTable.Emission(run[index], state);
            }

            next.CopyTo(best);
        }

        var at = best[End] >= best[Single] ? End : Single;
        for (var index = run.Length - 1; index >= 0; index--)
        {
            states[index] = (byte)at;
            at = previous[(index * 4) + at];
        }

        var start = 0;
        for (var index = 0; index < run.Length; index++)
        {
            if (states[index] is not (End or Single))
                continue;

            lengths[start] = (ushort)(index + 1 - start);
            start = index + 1;
        }
    }
}
