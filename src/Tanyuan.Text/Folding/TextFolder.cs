namespace Tanyuan.Text.Folding;

/// <summary>
/// Folds a text to its search key: width (NFKC where it keeps the length), case, and Traditional and variant characters
/// to Simplified. Length-preserving per UTF-16 unit, so an offset in the key is the same offset in the text. Idempotent.
/// </summary>
public static class TextFolder
{
    /// <summary>The key of a text; the same instance when nothing folds.</summary>
    public static string Fold(string text) => throw new NotImplementedException();

    /// <summary>Folds <paramref name="source"/> into <paramref name="destination"/>, which has the same length.</summary>
    public static void Fold(ReadOnlySpan<char> source, Span<char> destination) => throw new NotImplementedException();

    /// <summary>The key of one UTF-16 unit.</summary>
    public static char Fold(char unit) => throw new NotImplementedException();
}
