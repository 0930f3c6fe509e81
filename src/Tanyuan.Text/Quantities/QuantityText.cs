using System.Buffers;
using Tanyuan.Text.Folding;

namespace Tanyuan.Text.Quantities;

/// <summary>
/// A text as the readers of quantities see it: full-width forms narrow, Traditional characters Simplified, case kept, since units
/// depend on it. It is as long as its source, so offsets are the source's. Full-width commas stay: they never group digits.
/// </summary>
internal readonly struct QuantityText
{
    readonly string folded;

    public QuantityText(string source) => folded = string.Create(source.Length, source, static (target, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            target[i] = Fold(text[i]);
    });

    public int Length => folded.Length;

    /// <summary>The unit at a place, or U+0000 outside of the text.</summary>
    public char this[int at] => (uint)at < (uint)folded.Length ? folded[at] : '\0';

    public bool Has(int at, string word) => at >= 0 && string.CompareOrdinal(folded, at, word, 0, word.Length) == 0;

    public bool HasAny(int at, params ReadOnlySpan<string> words) => LengthOfAny(at, words) > 0;

    /// <summary>The length of the first of some words that stands at a place; 0 for none.</summary>
    public int LengthOfAny(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Has(at, word))
                return word.Length;
        }

        return 0;
    }

    /// <summary>The next place from <paramref name="at"/> on where one of some units stands, or -1.</summary>
    public int IndexOfAny(SearchValues<char> units, int at)
    {
        var distance = folded.AsSpan(at).IndexOfAny(units);
        return distance < 0 ? -1 : at + distance;
    }

    public ReadOnlySpan<char> Part(int start, int end) => folded.AsSpan(start, end - start);

    /// <summary>The place behind one blank, if one stands here.</summary>
    public int SkipBlank(int at) => this[at] is ' ' or '\u00A0' or '\u202F' or '\u2009' ? at + 1 : at;

    /// <summary>Whether a Latin word, digit included, goes on at a place.</summary>
    public bool IsLatin(int at) => char.IsAsciiLetterOrDigit(this[at]) || (this[at] is >= '\u00C0' and < '\u0250' and not ('×' or '÷'));

    public int EndOfDigits(int at)
    {
        while (char.IsAsciiDigit(this[at]))
            at++;
        return at;
    }

    static char Fold(char unit) => unit switch
    {
        '，' or '；' => unit,
        >= '！' and <= '～' => (char)(unit - 0xFEE0),
        '　' => ' ',
        '−' or '‐' or '‑' => '-',
        '﹪' => '%',
        >= '\u2E80' => TextFolder.Fold(unit),
        _ => unit,
    };
}
