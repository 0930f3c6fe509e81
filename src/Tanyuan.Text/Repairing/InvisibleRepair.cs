using Tanyuan.Text.Repairing.Kernels;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// Takes out characters that nobody sees: zero-width and soft hyphens, byte order marks inside a text, direction marks in text
/// that runs one way, private-use characters (the icons of fonts that are not here) and Unicode tags, which can hide whole
/// sentences from a reader. Joiners stay where scripts and emoji need them.
/// </summary>
internal static class InvisibleRepair
{
    const string Rule = "invisible";

    static readonly UnitSet Suspects = new(
    [
        '\u00AD', '\u034F', '\u061C', '\u180E', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
        '\u2060', '\u2061', '\u2062', '\u2063', '\u2064', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF', '\uFFF9', '\uFFFA', '\uFFFB', '\uFFFC',
        .. Range('\uE000', '\uF8FF'), .. Range('\uDB40', '\uDB40'), .. Range('\uDB80', '\uDBFF'),
    ]);

    public static RepairedText Repair(string text)
    {
        var at = Suspects.IndexIn(text);
        if (at < 0)
            return RepairedText.Unchanged(text);

        var rightToLeft = text.AsSpan().IndexOfAnyInRange('\u0590', '\u08FF') >= 0;
        var editor = new TextEditor(text);
        while (at < text.Length)
        {
            var start = at;
            for (int length; at < text.Length && (length = InvisibleLength(text, at, rightToLeft)) > 0;)
                at += length;
            if (at > start)
                editor.Remove(Rule, start, at - start);
            else
                at++;
            var next = Suspects.IndexIn(text, at);
            at = next < 0 ? text.Length : next;
        }

        return editor.ToRepairedText();
    }

    static int InvisibleLength(string text, int at, bool rightToLeft)
    {
        switch (text[at])
        {
            case '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'):
                return rightToLeft ? 0 : 1;
            case '\u200B' or '\u200C' or '\u200D' or '\u034F':
                return at > 0 && NeedsJoiners(text[at - 1]) ? 0 : 1;
            case '\uDB40':
                return IsTag(text, at) && !FollowsFlag(text, at) ? 2 : 0;
            case >= '\uDB80' and <= '\uDBFF':
                return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 0;
            default:
                return Suspects.Contains(text[at]) ? 1 : 0;
        }
    }

    /// <summary>Whether joiners behind a character mean something: emoji and the scripts from Hebrew to Mongolian, Hangul apart.</summary>
    static bool NeedsJoiners(char before) =>
        char.IsSurrogate(before) || before is >= '\u0590' and <= '\u109F' or >= '\u1200' and <= '\u1CFF' or >= '\u2190' and <= '\u2BFF' or >= '\uA800' and <= '\uABFF'
            or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE00' and <= '\uFE0F' or >= '\uFE70' and <= '\uFEFE';

    static bool IsTag(string text, int at) => at + 1 < text.Length && text[at + 1] is >= '\uDC00' and <= '\uDC7F';

    /// <summary>The flags of Scotland, Wales and England are a black flag and tags.</summary>
    static bool FollowsFlag(string text, int at)
    {
        for (var steps = 0; steps < 8 && at >= 2; steps++)
        {
            at -= 2;
            if (text[at] == '\uD83C' && text[at + 1] == '\uDFF4')
                return true;
            if (text[at] != '\uDB40' || !IsTag(text, at))
                return false;
        }

        return false;
    }

    static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(unit => (char)unit);
}
