using Tanyuan.Text.Folding;

namespace Tanyuan.Text.Tagging;

/// <summary>
/// The sentences of a text through the network, a batch of about equally long ones at a time, and their labels back into words.
/// Its memory is reused, so a run allocates nothing once it has seen texts of the size. Not thread-safe.
/// </summary>
internal sealed unsafe class TaggingRun(TaggerModel model)
{
    /// <summary>Sentences side by side in one run: four blocks of the matrix kernel. More would not make it faster.</summary>
    const int Lanes = 24;

    /// <summary>Longer sentences are cut here: no real one is, and memory stays bounded on hostile text.</summary>
    const int LongestSentence = 512;

    readonly TaggerNetwork network = new(model);
    readonly List<TextSpan> pieces = [];
    readonly int[] offsets = new int[LongestSentence];
    readonly TextSpan[] batch = new TextSpan[Lanes];
    readonly ushort[] characters = new ushort[Lanes * LongestSentence];
    readonly int[] backPointers = new int[LongestSentence * model.Transitions.Stride];

    /// <summary>The pieces by length, longest first: the length's complement above, the piece's number below.</summary>
    long[] order = new long[Lanes];
    byte[] labels = new byte[LongestSentence];

    /// <summary>Appends the words of some sentences of a text.</summary>
    public void Tag(string text, IReadOnlyList<TextSpan> sentences, List<TaggedWord> words)
    {
        Cut(sentences);
        if (labels.Length < text.Length)
            labels = new byte[Math.Max(text.Length, 2 * labels.Length)];
        for (var first = 0; first < pieces.Count; first += Lanes)
            Label(text, order.AsSpan(first, Math.Min(Lanes, pieces.Count - first)));
        foreach (var piece in pieces)
            Collect(text, piece, words);
    }

    /// <summary>Writes what the network makes of each character before it decides on tags; see <see cref="Tagger.Encode"/>.</summary>
    public void Encode(IReadOnlyList<ReadOnlyMemory<char>> stretches, ReadOnlySpan<int> starts, float* encodings)
    {
        pieces.Clear();
        foreach (var stretch in stretches)
            pieces.Add(new TextSpan(0, stretch.Length));
        Sort();
        var count = pieces.Count(piece => piece.Length > 0);
        for (var first = 0; first < count; first += Lanes)
        {
            var numbers = order.AsSpan(first, Math.Min(Lanes, count - first));
            var used = 0;
            for (var lane = 0; lane < numbers.Length; lane++)
            {
                var text = stretches[(int)numbers[lane]].Span;
                batch[lane] = new TextSpan(used, text.Length);
                foreach (var unit in text)
                    characters[used++] = model.RowOf(unit);
            }

            network.Run(characters.AsSpan(0, used), batch.AsSpan(0, numbers.Length));
            for (var lane = 0; lane < numbers.Length; lane++)
                network.CopyEncodings(lane, characters.AsSpan(batch[lane].Start, batch[lane].Length), encodings + ((long)starts[(int)numbers[lane]] * Tagger.EncodingWidth));
        }
    }

    void Cut(IReadOnlyList<TextSpan> sentences)
    {
        pieces.Clear();
        for (var i = 0; i < sentences.Count; i++)
        {
            for (var start = sentences[i].Start; start < sentences[i].End; start += LongestSentence)
                pieces.Add(new TextSpan(start, Math.Min(LongestSentence, sentences[i].End - start)));
        }

        Sort();
    }

    void Sort()
    {
        if (order.Length < pieces.Count)
            order = new long[Math.Max(pieces.Count, 2 * order.Length)];
        for (var i = 0; i < pieces.Count; i++)
            order[i] = (long)(LongestSentence - pieces[i].Length) << 32 | (uint)i;
        order.AsSpan(0, pieces.Count).Sort();
    }

    void Label(string text, ReadOnlySpan<long> numbers)
    {
        var used = 0;
        for (var lane = 0; lane < numbers.Length; lane++)
        {
            var piece = pieces[(int)numbers[lane]];
            batch[lane] = new TextSpan(used, piece.Length);
            foreach (var unit in text.AsSpan(piece.Start, piece.Length))
                characters[used++] = model.RowOf(Fold(unit));
        }

        network.Run(characters.AsSpan(0, used), batch.AsSpan(0, numbers.Length));
        fixed (int* back = backPointers)
        {
            for (var lane = 0; lane < numbers.Length; lane++)
            {
                var piece = pieces[(int)numbers[lane]];
                for (var time = 0; time < piece.Length; time++)
                    offsets[time] = network.EmissionRow(lane, time);
                model.Transitions.BestPath(network.Emissions, offsets.AsSpan(0, piece.Length), back, labels.AsSpan(piece.Start, piece.Length));
            }
        }
    }

    /// <summary>Han characters to Simplified and wide forms to narrow ones; the case of letters stays, the network knows both.</summary>
    static char Fold(char unit) => char.IsAscii(unit) ? unit : TextFolder.Fold(unit);

    void Collect(string text, TextSpan piece, List<TaggedWord> words)
    {
        var names = model.Labels;
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
