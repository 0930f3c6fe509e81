using System.Collections.Concurrent;

namespace Tanyuan.Text.Tagging;

/// <summary>
/// Segments Chinese sentences into words, tags their parts of speech and names the entities in one pass: a character BiGRU-CRF
/// with the weights of LAC-small (Jiao, Sun, Sun, "Chinese Lexical Analysis with Deep Bi-GRU-CRF Network", 2018; 3.15 million
/// parameters). Traditional text is folded on the way, so offsets are those of the text given. A sentence has the same tags on
/// every machine, alone or among others. Thread-safe; the weights are opened when the first text is tagged.
/// </summary>
public sealed class Tagger
{
    /// <summary>How many floats a character is encoded as: its embedding and the outputs of both layers.</summary>
    internal const int EncodingWidth = 640;

    readonly Lazy<TaggerModel> model = new(TaggerModel.Load);

    /// <summary>As many as there were threads at once; a run is not thread-safe, but worth keeping.</summary>
    readonly ConcurrentBag<TaggingRun> runs = [];

    Tagger()
    {
    }

    /// <summary>The tagger.</summary>
    public static Tagger Default { get; } = new();

    /// <summary>Appends the words of some sentences of a text to <paramref name="words"/>, in the order of the sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">The sentences, as spans of it. A few dozen at once are tagged much faster than one by one.</param>
    /// <param name="words">Takes the words, with offsets in <paramref name="text"/>; white space is left out.</param>
    public void Tag(string text, IReadOnlyList<TextSpan> sentences, List<TaggedWord> words)
    {
        if (!runs.TryTake(out var run))
            run = new TaggingRun(model.Value);
        run.Tag(text, sentences, words);
        runs.Add(run);
    }

    /// <summary>The words of a text that is one sentence.</summary>
    public List<TaggedWord> Tag(string sentence)
    {
        var words = new List<TaggedWord>();
        Tag(sentence, [new TextSpan(0, sentence.Length)], words);
        return words;
    }

    /// <summary>
    /// Writes what the network makes of each character before it decides on tags, <see cref="EncodingWidth"/> floats, for networks that read
    /// on from there.
    /// </summary>
    /// <param name="stretches">Folded text, none of it longer than 512 units.</param>
    /// <param name="starts">For each stretch the row where its characters' encodings begin.</param>
    /// <param name="encodings">Takes the encodings.</param>
    internal unsafe void Encode(IReadOnlyList<ReadOnlyMemory<char>> stretches, ReadOnlySpan<int> starts, float* encodings)
    {
        if (!runs.TryTake(out var run))
            run = new TaggingRun(model.Value);
        run.Encode(stretches, starts, encodings);
        runs.Add(run);
    }
}
