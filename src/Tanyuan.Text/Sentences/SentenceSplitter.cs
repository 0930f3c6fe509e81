namespace Tanyuan.Text.Sentences;

/// <summary>Splits Chinese, English and mixed text into sentences.</summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences of a text in order, each with its closing punctuation and quotes, without surrounding white space.
    /// A line break always ends a sentence. Every character that is not white space lies in exactly one sentence.
    /// </summary>
    public static List<TextSpan> Split(string text) => throw new NotImplementedException();
}
