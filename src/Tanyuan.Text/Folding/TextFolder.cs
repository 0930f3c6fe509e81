using System.Buffers;
using System.Runtime.CompilerServices;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Folding;

/// <summary>
/// Folds a text to its search key: width (NFKC where it keeps the length), case, and Traditional and variant characters
/// to Simplified. Length-preserving per UTF-16 unit, so an offset in the key is the same offset in the text. Idempotent.
/// The key is for comparing, not for reading: where a character has several Simplified forms the commonest stands for all
/// (<c>乾隆</c> becomes <c>干隆</c>), and <c>著</c> and <c>着</c> are one. What is compared with a key must be folded too.
/// Surrogate pairs stay as they are.
/// </summary>
public static unsafe class TextFolder
{
    static readonly SearchValues<char> LowerAscii = SearchValues.Create(
        [.. Enumerable.Range(0, 128).Select(unit => (char)unit).Where(unit => !char.IsAsciiLetterUpper(unit))]);

    /// <summary>The key of a text; the same instance when nothing folds.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = FirstFolding(text);
        return first < 0
            ? text
            : string.Create(text.Length, (text, first), static (key, source) =>
            {
                source.text.AsSpan(0, source.first).CopyTo(key);
                Fold(source.text.AsSpan(source.first), key[source.first..]);
            });
    }

    /// <summary>Folds <paramref name="source"/> into <paramref name="destination"/>, which has the same length.</summary>
    public static void Fold(ReadOnlySpan<char> source, Span<char> destination)
    {
        if (destination.Length < source.Length)
            throw new ArgumentException("The destination is shorter than the source.", nameof(destination));

        var keys = FoldTable.Keys;
        for (var index = 0; index < source.Length; index++)
            destination[index] = keys[source[index]];
    }

    /// <summary>The key of one UTF-16 unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char unit) => FoldTable.Keys[unit];

    /// <summary>The first unit that is not its own key, or -1.</summary>
    static int FirstFolding(ReadOnlySpan<char> text)
    {
        var index = text.IndexOfAnyExcept(LowerAscii);
        if (index < 0)
            return -1;

        var keys = FoldTable.Keys;
        for (; index + 4 <= text.Length; index += 4)
        {
            var changes = (keys[text[index]] ^ text[index]) | (keys[text[index + 1]] ^ text[index + 1])
                | (keys[text[index + 2]] ^ text[index + 2]) | (keys[text[index + 3]] ^ text[index + 3]);
            if (changes != 0)
                break;
        }

        for (; index < text.Length; index++)
        {
            if (keys[text[index]] != text[index])
                return index;
        }

        return -1;
    }
}
