using System.Buffers;
using System.Text;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Windows-1252 that was read as Latin-1: its quotes, dashes and few letters became control characters. Inside a word they were MacRoman
/// letters where Windows-1252 has a sign that stands in no word (<c>Coatl\u0087n</c> for Coatlán), and then so were the others of the line.
/// So was a right quote that no apostrophe can be. A lone next-line character (85) may well be one. A sign of Windows-1252 stands among
/// Western text, a letter of it beside another: what does not is the rest of something else, such as the end of a character whose first byte
/// was lost, and not for this step to read.
/// </summary>
internal static class ControlLayer
{
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    static readonly Encoding MacRoman = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;

    /// <summary>What Š Œ Ž š œ ž Ÿ are as Latin-1.</summary>
    static readonly SearchValues<char> Letters = SearchValues.Create("\u008A\u008C\u008E\u009A\u009C\u009E\u009F");

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

        var runs = RunsAmongWestern(line);
        if (WesternLayer.IsHopeless(line, runs))
            return;

        var isMac = false;
        for (var at = start; at < end && !isMac; at++)
            isMac = text[at] is '\u0087' or '\u0086' or '\u0089' or '\u0095' or '\u0098' or '\u0099' && IsInWord(text, at);
        foreach (var (at, length) in runs)
        {
            for (var each = start + at; each < start + at + length; each++)
                editor.Replace(MojibakeRepair.Rule, each, 1, Meaning(text, each, isMac && each > start));
        }
    }

    /// <summary>The runs of control characters that may be signs and letters of Windows-1252.</summary>
    static List<(int Start, int Length)> RunsAmongWestern(ReadOnlySpan<char> line)
    {
        var runs = new List<(int, int)>();
        for (var at = 0; at < line.Length; at++)
        {
            var next = line[at..].IndexOfAnyInRange('\u0080', '\u009F');
            if (next < 0)
                break;
            at += next;
            var length = line[at..].IndexOfAnyExceptInRange('\u0080', '\u009F');
            length = length < 0 ? line.Length - at : length;
            var (before, after) = (at > 0 ? line[at - 1] : ' ', at + length < line.Length ? line[at + length] : ' ');
            var isLetter = line.Slice(at, length).ContainsAny(Letters);
            if ((IsWestern(before) || IsWestern(after)) && (!isLetter || char.IsLetter(before) || char.IsLetter(after)))
                runs.Add((at, length));
            at += length;
        }

        return runs;
    }

    static bool IsWestern(char unit) => unit is < '\u0080' or (>= '\u00C0' and < '\u0530') or (>= '\u1E00' and < '\u2E80');

    /// <summary>What a control character stands for; itself where that is nothing.</summary>
    static string Meaning(string text, int at, bool isMac)
    {
        var meaning = ((isMac && char.IsAsciiLetter(text[at - 1])) || IsNoApostrophe(text, at) ? MacRoman : Windows1252).GetString([(byte)text[at]]);
        return meaning[0] is (>= '\u0080' and <= '\u009F') or '\uFFFD' or '?' ? text[at].ToString() : meaning;
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
