using System.Buffers;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Words;

/// <summary>
/// Cuts text into words: dictionary words by the most probable path, unknown Chinese characters joined where a word model
/// finds it likely, runs of letters and digits whole with the <c>-</c>, <c>.</c>, <c>_</c>, <c>'</c>, <c>&amp;</c> (and the
/// comma of a number) inside them. Thread-safe.
/// </summary>
public sealed class WordSegmenter
{
    [ThreadStatic]
    static WordLattice? idleLattice;

    readonly UserWords? user;

    WordSegmenter(UserWords? user) => this.user = user;

    /// <summary>The segmenter over the built-in dictionary. Thread-safe; the dictionary is mapped on first use.</summary>
    public static WordSegmenter Default { get; } = new(user: null);

    /// <summary>
    /// A segmenter that also knows <paramref name="words"/>. A frequency of 0 or less makes the word just frequent enough
    /// to stay whole when it stands alone. A word of the dictionary may be made more frequent, not rarer; a word that holds
    /// white space or punctuation between its parts is never found.
    /// </summary>
    public WordSegmenter WithUserWords(IEnumerable<(string Word, int Frequency)> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var added = user?.Copy() ?? new UserWords();
        var lattice = new WordLattice();
        foreach (var (word, frequency) in words)
        {
            var key = TextFolder.Fold(word.Trim());
            if (key.Length == 0 || lattice.Load(key, 0) != key.Length)
                continue;

            var cost = frequency > 0 ? CostOf(frequency) : Math.Clamp(lattice.Cut(key, added) - 1, 1, WordTable.BuiltIn.UnknownCost);
            added.Add(key, frequency > 0 ? frequency : FrequencyAt(cost), cost);
        }

        return new(added);
    }

    /// <summary>
    /// Appends the words of <paramref name="text"/> to <paramref name="words"/>, in order; white space and punctuation are left out.
    /// Text in either script and any width gives the same spans (it is folded on the way).
    /// </summary>
    public void Segment(ReadOnlySpan<char> text, List<TextSpan> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var key = ArrayPool<char>.Shared.Rent(text.Length);
        TextFolder.Fold(text, key);
        var collector = new Collector(words);
        Visit(key.AsSpan(0, text.Length), ref collector);
        ArrayPool<char>.Shared.Return(key);
    }

    /// <summary>The frequency of a word in the dictionary (occurrences in its source corpus); 0 for one it does not hold.</summary>
    public int Frequency(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[WordTable.BuiltIn.LongestWord];
        if (word.Length > key.Length)
            return user?.Frequency(TextFolder.Fold(word.ToString())) ?? 0;

        key = key[..word.Length];
        TextFolder.Fold(word, key);
        return Math.Max(WordTable.BuiltIn.Frequency(key), user?.Frequency(key) ?? 0);
    }

    /// <summary>The part-of-speech tag of a word as the dictionary has it (jieba's tag set: <c>n</c>, <c>nr</c>, <c>v</c> …), or null.</summary>
    public string? Tag(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[WordTable.BuiltIn.LongestWord];
        if (word.Length > key.Length)
            return null;

        key = key[..word.Length];
        TextFolder.Fold(word, key);
        return WordTable.BuiltIn.Tag(key);
    }

    /// <summary>Sends the words of an already folded text to <paramref name="visitor"/>.</summary>
    internal void Visit<TVisitor>(ReadOnlySpan<char> key, ref TVisitor visitor)
        where TVisitor : IWordVisitor, allows ref struct
    {
        // Taken, not borrowed: a visitor may segment another text on the same thread.
        var lattice = idleLattice ?? new WordLattice();
        idleLattice = null;
        for (var start = 0; start < key.Length;)
        {
            var lone = user is null ? Runs.LonePiece(key, start) : 0;
            var length = lone > 0 ? lone : lattice.Load(key, start);
            if (length == 0)
            {
                start++;
                continue;
            }

            visitor.VisitStretch(start, length);
            if (lone > 0)
                visitor.VisitWord(start, length, []);
            else
                VisitWords(key.Slice(start, length), start, lattice, ref visitor);
            start += length;
        }

        idleLattice = lattice;
    }

    void VisitWords<TVisitor>(ReadOnlySpan<char> stretch, int start, WordLattice lattice, ref TVisitor visitor)
        where TVisitor : IWordVisitor, allows ref struct
    {
        lattice.Cut(stretch, user);
        var lengths = lattice.Lengths;
        var dictionaryWords = lattice.DictionaryWords;
        for (var index = 0; index < stretch.Length;)
        {
            int length = lengths[index];
            visitor.VisitWord(start + index, length, dictionaryWords.Slice(index, length));
            index += length;
        }
    }

    static int CostOf(int frequency) =>
        Math.Max(1, (int)(Math.Log((double)WordTable.BuiltIn.FrequencySum / frequency) * WordTable.CostScale));

    static int FrequencyAt(int cost) =>
        Math.Max(1, (int)(WordTable.BuiltIn.FrequencySum * Math.Exp(-(double)cost / WordTable.CostScale)));

    readonly struct Collector(List<TextSpan> words) : IWordVisitor
    {
        public void VisitStretch(int start, int length)
        {
        }

        public void VisitWord(int start, int length, ReadOnlySpan<uint> dictionaryWords) => words.Add(new(start, length));
    }
}
