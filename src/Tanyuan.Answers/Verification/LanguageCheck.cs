using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Holds a claim to the language of its sources: what is said in another cannot be compared with them word by word. Foreign names and terms
/// that stand in the source are free.
/// </summary>
internal static class LanguageCheck
{
    /// <summary>The words that are in no language of the sources, or null.</summary>
    public static string? Foreign(string key, string cited)
    {
        var han = Phrases.HasHan(key);
        if (Phrases.HasHan(cited) != han && (han || HasWord(key)))
            return key;
        foreach (var unit in key)
        {
            if (IsOtherScript(unit) && !cited.Contains(unit, StringComparison.Ordinal))
                return unit.ToString();
        }

        return han ? ForeignRun(key, cited) : null;
    }

    // Two Latin words on end that the source lacks are another language; one is a name, which has its own check.
    static string? ForeignRun(string key, string cited)
    {
        var (start, unknown) = (0, 0);
        for (var i = 0; i < key.Length; i++)
        {
            if (!char.IsAsciiLetter(key[i]))
                continue;
            var end = i;
            while (end < key.Length && (char.IsAsciiLetterOrDigit(key[end]) || (key[end] is '\'' or '-' && end + 1 < key.Length && char.IsAsciiLetter(key[end + 1]))))
                end++;
            var isUnknown = end - i > 1 && !cited.Contains(key[i..end], StringComparison.Ordinal);
            var joined = unknown > 0 && key.AsSpan(start, i - start).IndexOfAnyInRange('\u3400', '\u9fff') < 0;
            (start, unknown) = !isUnknown ? (i, 0) : joined ? (start, unknown + 1) : (i, 1);
            if (unknown == 2)
                return key[start..end];
            i = end;
        }

        return null;
    }

    static bool HasWord(string key)
    {
        var run = 0;
        foreach (var unit in key)
        {
            run = char.IsAsciiLetter(unit) ? run + 1 : 0;
            if (run == 3)
                return true;
        }

        return false;
    }

    static bool IsOtherScript(char unit) => char.IsLetter(unit)
        && unit is (>= '\u0370' and < '\u2000') or (>= '\u3040' and < '\u3100') or (>= '\uAC00' and < '\uD7B0') or (>= '\u1100' and < '\u1200');
}
