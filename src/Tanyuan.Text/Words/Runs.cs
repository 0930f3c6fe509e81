using System.Runtime.CompilerServices;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Words;

/// <summary>
/// The pieces that a folded text falls into before any dictionary: a Chinese character is a piece; a run of letters and
/// digits is one, with the joiners inside it (<c>c-eval</c>, <c>60.2</c>, <c>1,093</c>, <c>it's</c>, <c>c++</c>); a run of
/// hiragana, katakana or hangul is one. White space, punctuation and symbols belong to no piece.
/// </summary>
internal static class Runs
{
    /// <summary>The class of the character at <paramref name="index"/>; a surrogate that has lost its partner is no character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UnitClass ClassAt(ReadOnlySpan<char> key, int index)
    {
        var unitClass = UnitClasses.Of(key[index]);
        return unitClass != UnitClass.HanLead || IsPair(key, index) ? unitClass : UnitClass.Other;
    }

    /// <summary>The end of the piece that begins at <paramref name="start"/> with a character of <paramref name="unitClass"/>.</summary>
    public static int EndOfPiece(ReadOnlySpan<char> key, int start, UnitClass unitClass) => unitClass switch
    {
        UnitClass.Han => start + 1,
        UnitClass.HanLead => start + 2,
        UnitClass.Digit or UnitClass.Letter => EndOfAlphanumeric(key, start),
        _ => EndOfClass(key, start, unitClass),
    };

    /// <summary>The length of the piece at <paramref name="start"/> if it is not Chinese and nothing touches it behind; else 0.</summary>
    public static int LonePiece(ReadOnlySpan<char> key, int start)
    {
        var unitClass = UnitClasses.Of(key[start]);
        if (unitClass is UnitClass.Other or UnitClass.Han or UnitClass.HanLead)
            return 0;

        var end = EndOfPiece(key, start, unitClass);
        return end == key.Length || UnitClasses.Of(key[end]) == UnitClass.Other ? end - start : 0;
    }

    /// <summary>The end of the letters and digits from <paramref name="start"/> on, without joiners.</summary>
    public static int EndOfPart(ReadOnlySpan<char> key, int start)
    {
        while (start < key.Length && UnitClasses.IsAlphanumeric(key[start]))
            start++;
        return start;
    }

    /// <summary>Whether the unit at <paramref name="index"/> is a point or comma inside a number.</summary>
    public static bool IsInsideNumber(ReadOnlySpan<char> key, int index) =>
        key[index] is '.' or ',' && UnitClasses.Of(key[index - 1]) == UnitClass.Digit && UnitClasses.Of(key[index + 1]) == UnitClass.Digit;

    static int EndOfAlphanumeric(ReadOnlySpan<char> key, int start)
    {
        var end = EndOfPart(key, start);
        while (end + 1 < key.Length && JoinsAt(key, end))
            end = EndOfPart(key, end + 1);

        // C++, C#, F#: a single letter, so that the # of a topic after a word is left alone.
        if (end == start + 1 && end < key.Length && UnitClasses.Of(key[start]) == UnitClass.Letter)
        {
            if (key[end] == '#')
                return end + 1;
            if (key[end..].StartsWith("++"))
                return end + 2;
        }

        return end;
    }

    static bool JoinsAt(ReadOnlySpan<char> key, int index) => key[index] switch
    {
        '-' or '.' or '_' or '\'' or '&' => UnitClasses.IsAlphanumeric(key[index + 1]),
        ',' => IsInsideNumber(key, index),
        _ => false,
    };

    static int EndOfClass(ReadOnlySpan<char> key, int start, UnitClass unitClass)
    {
        while (start < key.Length && UnitClasses.Of(key[start]) == unitClass)
            start++;
        return start;
    }

    static bool IsPair(ReadOnlySpan<char> key, int index) => index + 1 < key.Length && char.IsLowSurrogate(key[index + 1]);
}
