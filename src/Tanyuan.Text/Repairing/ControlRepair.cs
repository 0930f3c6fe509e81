using Tanyuan.Text.Repairing.Kernels;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// Takes control characters out of a text, terminal colour sequences with them; a form feed, vertical tab or NEL becomes the
/// line break it stands for, and half a surrogate pair, which no file could store, becomes U+FFFD.
/// Tabs, line feeds and carriage returns stay.
/// </summary>
internal static class ControlRepair
{
    const string Rule = "control";
    const int LongestSequence = 32;

    static readonly UnitSet Suspects = new(
        [.. Enumerable.Range(0, 0xA0).Select(unit => (char)unit).Where(unit => char.IsControl(unit) && unit is not ('\t' or '\n' or '\r')),
            .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit)]);

    public static RepairedText Repair(string text)
    {
        var editor = new TextEditor(text);
        for (var at = Suspects.IndexIn(text); at >= 0; at = Suspects.IndexIn(text, at))
            at += char.IsSurrogate(text[at]) ? RepairSurrogate(text, at, editor) : RepairControl(text, at, editor);

        return editor.ToRepairedText();
    }

    static int RepairSurrogate(string text, int at, TextEditor editor)
    {
        if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            return 2;
        editor.Replace(Rule, at, 1, "\uFFFD");
        return 1;
    }

    static int RepairControl(string text, int at, TextEditor editor)
    {
        if (text[at] is '\f' or '\v' or '\u0085')
        {
            editor.Replace(Rule, at, 1, "\n");
            return 1;
        }

        var length = text[at] == '\u001B' ? SequenceLength(text, at) : 1;
        editor.Remove(Rule, at, length);
        return length;
    }

    /// <summary>The length of an ECMA-48 control sequence, ESC [ … final byte; 1 where there is only an escape character.</summary>
    static int SequenceLength(string text, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] != '[')
            return 1;
        var end = at + 2;
        while (end < text.Length && end - at < LongestSequence && text[end] is >= '\u0020' and <= '\u003F')
            end++;
        return end < text.Length && text[end] is >= '@' and <= '~' ? end + 1 - at : 1;
    }
}
