using System.Buffers;
using Tanyuan.Index;
using Tanyuan.Text.Analysis;
using Tanyuan.Text.Folding;

namespace Tanyuan.Library.Indexing;

/// <summary>Puts the tokens of passages into index documents. Stateless and thread-safe.</summary>
internal static class PassageAnalyzer
{
    static readonly IndexAnalyzer Analyzer = new();

    /// <summary>Fills <paramref name="target"/> with the tokens of a passage and of the title it stands under.</summary>
    public static void Fill(IndexDocument target, ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        Analyzer.Analyze(title, new FieldSink(target, PassageFields.TitleWords, PassageFields.TitleGrams));
        Analyzer.Analyze(text, new FieldSink(target, PassageFields.TextWords, PassageFields.TextGrams));
        FillCharacters(target, text);
    }

    static void FillCharacters(IndexDocument target, ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var key = buffer.AsSpan(0, text.Length);
        TextFolder.Fold(text, key);
        for (var i = 0; i < key.Length; i++)
        {
            if (SingleCharacters.LengthAt(key[i..]) is > 0 and var length)
                target.Add(PassageFields.TextCharacters, key.Slice(i, length), i);
        }

        ArrayPool<char>.Shared.Return(buffer);
    }

    sealed class FieldSink(IndexDocument target, int words, int grams) : ITokenSink
    {
        public void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length) =>
            target.Add(kind == TokenKind.Word ? words : grams, term, start);
    }
}
