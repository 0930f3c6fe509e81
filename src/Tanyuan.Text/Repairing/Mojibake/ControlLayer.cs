using System.Text;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Windows-1252 that was read as Latin-1: its quotes, dashes and few letters became control characters. Inside a word they were MacRoman
/// letters where Windows-1252 has a sign that stands in no word (<c>Coatl\u0087n</c> for Coatlán), and then so were the others of the line.
/// So was a right quote that no apostrophe can be. A lone next-line character (85) may well be one.
/// </summary>
internal static class ControlLayer
{
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    static readonly Encoding MacRoman = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;

    public static RepairedText Repair(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0)
            return RepairedText.Unchanged(text);

        var editor = new TextEditor(text);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            RepairLine(text, start, end, editor);
            start = end;
        }

        return editor.ToRepairedText();
    }

    static void RepairLine(string text, int start, int end, TextEditor editor)
    {
        var line = text.AsSpan(start, end - start);
        if (line.IndexOfAnyInRange('\u0080', '\u0084') < 0 && line.IndexOfAnyInRange('\u0086', '\u009F') < 0)
            return;

        var isMac = false;
        for (var at = start; at < end && !isMac; at++)
            isMac = text[at] is '\u0087' or '\u0086' or '\u0089' or '\u0095' or '\u0098' or '\u0099' && IsInWord(text, at);
        for (var at = start; at < end; at++)
        {
            if (text[at] is < '\u0080' or > '\u009F')
                continue;
            var meaning = ((isMac && at > start && char.IsAsciiLetter(text[at - 1])) || IsNoApostrophe(text, at) ? MacRoman : Windows1252).GetString([(byte)text[at]]);
            if (meaning[0] is not ((>= '\u0080' and <= '\u009F') or '\uFFFD' or '?'))
                editor.Replace(MojibakeRepair.Rule, at, 1, meaning);
        }
    }

    static bool IsInWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetterLower(text[at + 1]);

    /// <summary>Whether 92 stands where no language has an apostrophe: far inside a word in small letters, before a consonant.</summary>
    static bool IsNoApostrophe(string text, int at)
    {
        const int LettersAround = 3;
        if (text[at] != '\u0092' || at < LettersAround || at + LettersAround >= text.Length || "aeiouhy".Contains(text[at + 1], StringComparison.Ordinal))
            return false;
        return text.AsSpan(at - LettersAround, LettersAround).IndexOfAnyExceptInRange('a', 'z') < 0
            && text.AsSpan(at + 1, LettersAround).IndexOfAnyExceptInRange('a', 'z') < 0;
    }
}
