using System.Buffers;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Words;

namespace Tanyuan.Text.Analysis;

/// <summary>
/// Turns text into index tokens, without an allocation per token. The position of a token is its start in the text.
/// <list type="bullet">
/// <item><b>Words</b>: each word of the most probable cut; inside it the dictionary words of 2–4 characters, and the runs of
/// letters and digits. A run with joiners gives itself, itself without them (<c>gpt-4</c>: <c>gpt4</c>; <c>1,093</c>:
/// <c>1093</c>) and its parts (<c>gpt</c>, <c>4</c>; a number is not split at its point or comma). A part that is
/// letters and then digits, or digits and then letters, gives these too (<c>64gb</c>: <c>64</c>, <c>gb</c>).</item>
/// <item><b>Grams</b>: each two neighbouring Han, kana or hangul characters; such a character alone where it has no such
/// neighbour; and, so that a phrase may begin or end with it, alone too where it touches a letter or digit; each run of letters and
/// digits, cut at joiners.</item>
/// </list>
/// A phrase occurs in a text exactly where one distance carries the start of each gram of the phrase to the start of the same
/// gram of the text. (A lone Han character as the whole phrase, or beside a space or punctuation at its edge, is the exception: it is
/// the beginning of a gram, not a gram.) What lies between grams counts with its width only: <c>你好,世界</c> is also found
/// in <c>你好。世界</c>.
/// </summary>
public sealed class IndexAnalyzer
{
    readonly WordSegmenter segmenter;

    /// <summary>Creates an analyser over the built-in dictionary.</summary>
    public IndexAnalyzer()
        : this(WordSegmenter.Default)
    {
    }

    /// <summary>Creates an analyser that cuts words with <paramref name="segmenter"/>.</summary>
    public IndexAnalyzer(WordSegmenter segmenter) => this.segmenter = segmenter;

    /// <summary>Sends the tokens of <paramref name="text"/> to <paramref name="sink"/>, ordered by start within each kind.</summary>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Analyze(text, ref sink);
    }

    /// <summary>The same for a sink whose type is known to the compiler, which spares a call through an interface for each token.</summary>
    public void Analyze<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : ITokenSink
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var key = buffer.AsSpan(0, text.Length);
        TextFolder.Fold(text, key);
        var writer = new TokenWriter<TSink>(key, ref sink);
        segmenter.Visit(key, ref writer);
        ArrayPool<char>.Shared.Return(buffer);
    }
}
