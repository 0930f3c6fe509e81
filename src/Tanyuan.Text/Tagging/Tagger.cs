using System.Buffers;
using System.Collections.Concurrent;
using Tanyuan.Text.Folding;

namespace Tanyuan.Text.Tagging;

/// <summary>
/// Segments Chinese sentences into words, tags their parts of speech and names the entities in one pass: a character BiGRU-CRF
/// with the weights of LAC-small (Jiao, Sun, Sun, "Chinese Lexical Analysis with Deep Bi-GRU-CRF Network", 2018; 3.15 million
/// parameters, stored as bytes). Traditional text is folded on the way, so offsets are those of the text given.
/// Thread-safe; the weights are read when the first text is tagged.
/// </summary>
public sealed class Tagger
{
    /// <summary>Sentences side by side in one run. More would not make the matrix products faster.</summary>
    const int Lanes = 16;

    /// <summary>Longer sentences are cut here: no real one is, and memory stays bounded on hostile text.</summary>
    const int LongestSentence = 512;

    readonly Lazy<TaggerModel> model = new(TaggerModel.Load);
    readonly ConcurrentBag<TaggerNetwork> networks = [];

    Tagger()
    {
    }

    /// <summary>The tagger.</summary>
    public static Tagger Default { get; } = new();

    /// <summary>Appends the words of some sentences of a text to <paramref name="words"/>, in the order of the sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">The sentences, as spans of it. Many at once are tagged much faster than one by one.</param>
    /// <param name="words">Takes the words, with offsets in <paramref name="text"/>; white space is left out.</param>
    public void Tag(string text, IReadOnlyList<TextSpan> sentences, List<TaggedWord> words)
    {
        var pieces = Cut(sentences);
        if (pieces.Count == 0)
            return;

        var units = ArrayPool<char>.Shared.Rent(text.Length);
        var labels = ArrayPool<byte>.Shared.Rent(text.Length);
        Fold(text, units);
        var order = Enumerable.Range(0, pieces.Count).OrderByDescending(i => pieces[i].Length).ToArray();
        if (!networks.TryTake(out var network))
            network = new TaggerNetwork(model.Value);
        for (var first = 0; first < order.Length; first += Lanes)
            LabelBatch(network, units, labels, pieces, order.AsSpan(first, Math.Min(Lanes, order.Length - first)));
        networks.Add(network);

        foreach (var piece in pieces)
            Collect(text, labels, piece, words);
        ArrayPool<char>.Shared.Return(units);
        ArrayPool<byte>.Shared.Return(labels);
    }

    /// <summary>The words of a text that is one sentence.</summary>
    public List<TaggedWord> Tag(string sentence)
    {
        var words = new List<TaggedWord>();
        Tag(sentence, [new TextSpan(0, sentence.Length)], words);
        return words;
    }

    static List<TextSpan> Cut(IReadOnlyList<TextSpan> sentences)
    {
        var pieces = new List<TextSpan>(sentences.Count);
        foreach (var sentence in sentences)
        {
            for (var start = sentence.Start; start < sentence.End; start += LongestSentence)
                pieces.Add(new TextSpan(start, Math.Min(LongestSentence, sentence.End - start)));
        }

        return pieces;
    }

    /// <summary>Han characters to Simplified and wide forms to narrow ones; the case of letters stays, the network knows both.</summary>
    static void Fold(string text, char[] units)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            units[i] = char.IsAscii(unit) ? unit : TextFolder.Fold(unit);
        }
    }

    unsafe void LabelBatch(TaggerNetwork network, char[] units, byte[] labels, List<TextSpan> pieces, ReadOnlySpan<int> batch)
    {
        var sentences = new ReadOnlyMemory<char>[batch.Length];
        for (var lane = 0; lane < batch.Length; lane++)
            sentences[lane] = units.AsMemory(pieces[batch[lane]].Start, pieces[batch[lane]].Length);
        network.Run(sentences);

        var transitions = model.Value.Transitions;
        var longest = sentences[0].Length;
        var back = ArrayPool<int>.Shared.Rent(longest * transitions.Stride);
        Span<int> offsets = stackalloc int[LongestSentence];
        fixed (int* backPointers = back)
        {
            for (var lane = 0; lane < batch.Length; lane++)
            {
                var piece = pieces[batch[lane]];
                for (var time = 0; time < piece.Length; time++)
                    offsets[time] = network.EmissionRow(lane, time);
                transitions.BestPath(network.Emissions, offsets[..piece.Length], backPointers, labels.AsSpan(piece.Start, piece.Length));
            }
        }

        ArrayPool<int>.Shared.Return(back);
    }

    void Collect(string text, byte[] labels, TextSpan piece, List<TaggedWord> words)
    {
        var names = model.Value.Labels;
        var start = piece.Start;
        while (start < piece.End)
        {
            var end = start + 1;
            while (end < piece.End && !names[labels[end]].Begins)
                end++;

            // The network was trained without white space; where it puts some at the rim of a word, the word is what is between.
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (to > from)
                words.Add(new TaggedWord(from, to - from, names[labels[start]].Tag));
            start = end;
        }
    }
}
