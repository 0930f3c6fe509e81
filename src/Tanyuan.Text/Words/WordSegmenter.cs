namespace Tanyuan.Text.Words;

/// <summary>Cuts text into words: dictionary words by the most probable path, unknown Han runs by character, Latin and digit runs whole.</summary>
public sealed class WordSegmenter
{
    /// <summary>The segmenter over the built-in dictionary. Thread-safe; the dictionary is mapped on first use.</summary>
    public static WordSegmenter Default { get; } = new();

    /// <summary>
    /// Appends the words of <paramref name="text"/> to <paramref name="words"/>, in order; white space and punctuation are left out.
    /// Text in either script and any width gives the same spans (it is folded on the way).
    /// </summary>
    public void Segment(ReadOnlySpan<char> text, List<TextSpan> words) => throw new NotImplementedException();

    /// <summary>The frequency of a word in the dictionary (occurrences in its source corpus); 0 for one it does not hold.</summary>
    public int Frequency(ReadOnlySpan<char> word) => throw new NotImplementedException();

    /// <summary>The part-of-speech tag of a word as the dictionary has it (jieba's tag set: <c>n</c>, <c>nr</c>, <c>v</c> …), or null.</summary>
    public string? Tag(ReadOnlySpan<char> word) => throw new NotImplementedException();
}
