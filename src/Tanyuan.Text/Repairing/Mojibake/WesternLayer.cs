using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// UTF-8 that was read in a charset with a byte for each character: Latin-1, Windows-125x, MacRoman, code page 437. A line is read again if it
/// is implausible and, in one of these charsets, every character of it beyond ASCII belongs to a UTF-8 sequence. Failing that, those runs of
/// it are read again that are implausible by themselves.
/// </summary>
internal static class WesternLayer
{
    const int BlockLength = 128;

    /// <summary>What bytes C2 to F4 are in these charsets: every piece of this mojibake begins with one.</summary>
    static readonly SearchValues<char> Leads = SearchValues.Create([.. SingleByteCharset.All.SelectMany(charset => charset.CharactersOf(0xC2..0xF5)).Distinct()]);

    public static RepairedText Repair(string text)
    {
        var mark = Implausibility.NextMark(text, 0);
        if (mark < 0)
            return RepairedText.Unchanged(text);

        var editor = new TextEditor(text);
        while (mark >= 0)
        {
            var start = mark == 0 ? 0 : text.LastIndexOf('\n', mark - 1) + 1;
            var end = text.IndexOf('\n', mark);
            end = end < 0 ? text.Length : end;
            RepairLine(text, start, end, editor);
            mark = Implausibility.NextMark(text, end);
        }

        return editor.ToRepairedText();
    }

    static void RepairLine(string text, int start, int end, TextEditor editor)
    {
        var line = text.AsSpan(start, end - start);
        if (!line.ContainsAny(Leads) || !Implausibility.Is(line))
            return;

        foreach (var charset in SingleByteCharset.All)
        {
            if (ReadWhole(line, charset) is not { } runs)
                continue;
            if (Quotation.Is(text, start, end, runs))
                return;
            foreach (var (at, length, reading) in runs)
                editor.Replace(MojibakeRepair.Rule, start + at, length, reading);
            return;
        }

        RepairRuns(text, start, end, editor);
    }

    /// <summary>The runs of a line that is mojibake throughout, or null.</summary>
    static List<(int Start, int Length, string Reading)>? ReadWhole(ReadOnlySpan<char> line, SingleByteCharset charset)
    {
        var runs = new List<(int, int, string)>();
        var reading = new char[line.Length];
        for (var at = 0; at < line.Length;)
        {
            if (line[at] < 0x80)
            {
                at++;
                continue;
            }

            var length = ReadRun(line[at..], charset, charset.LosesBytes, reading, out var written);
            if (length == 0 && (line[at] != '\uFFFD' || !charset.LosesBytes))
                return null;
            if (length > 0 && IsCapitalWithSpace(line, at, length))
                return null;
            if (length > 0)
                runs.Add((at, length, new(reading, 0, written)));
            at += Math.Max(1, length);
        }

        return runs.Count > 0 ? runs : null;
    }

    static void RepairRuns(string text, int start, int end, TextEditor editor)
    {
        var line = text.AsSpan(start, end - start);
        var runs = new List<(int Start, int Length, string Reading)>();
        var reading = new char[line.Length];
        for (var at = 0; at < line.Length;)
        {
            var next = line[at..].IndexOfAny(Leads);
            if (next < 0)
                break;
            at += next;
            var (length, written) = (0, 0);
            foreach (var charset in SingleByteCharset.Commonest)
            {
                length = ReadRun(line[at..], charset, false, reading, out written);
                if (length > 0 && Implausibility.Is(line.Slice(at, length)) && !IsCapitalWithSpace(line, at, length) && !IsCapitalWithQuote(line, at, length)
                    && IsLikely(reading.AsSpan(0, written)))
                    break;
                length = 0;
            }

            if (length > 0)
                runs.Add((at, length, new(reading, 0, written)));
            at += Math.Max(1, length);
        }

        if (Quotation.Is(text, start, end, runs) || IsHopeless(line, runs.ConvertAll(run => (run.Start, run.Length))))
            return;
        foreach (var run in runs)
            editor.Replace(MojibakeRepair.Rule, start + run.Start, run.Length, run.Reading);
    }

    /// <summary>Whether a reading is no product of chance: a lone character must be a Latin letter, a usual sign or one beyond the basic plane.</summary>
    static bool IsLikely(ReadOnlySpan<char> reading) => reading.Length > 1
        ? LatinLayer.IsPlausible(reading)
        : reading[0] is (>= '\u00A0' and < '\u0250') or (>= '\u2010' and <= '\u203A') or (>= '\u20A0' and < '\u2800');

    /// <summary>Whether a line would be as garbled after its runs are read again: then chance made them.</summary>
    public static bool IsHopeless(ReadOnlySpan<char> line, List<(int Start, int Length)> runs)
    {
        var rest = new StringBuilder(line.Length);
        var position = 0;
        foreach (var (start, length) in runs)
        {
            rest.Append(line[position..start]);
            position = start + length;
        }

        rest.Append(line[position..]);
        var left = rest.ToString();
        var western = 0;
        foreach (var unit in left)
            western += SingleByteCharset.Windows1252.ByteOf(unit) >= 0x80 ? 1 : 0;
        return western >= runs.Sum(run => run.Length) && Implausibility.Is(left);
    }

    /// <summary>Reads the sequences that follow each other from the start of a text on, and returns how many units they cover; the reading has no more units than they.</summary>
    static int ReadRun(ReadOnlySpan<char> text, SingleByteCharset charset, bool mayBeLossy, Span<char> reading, out int written)
    {
        Span<byte> block = stackalloc byte[BlockLength];
        var length = 0;
        written = 0;
        while (length < text.Length && text[length] >= 0x80)
        {
            // Nearly all of a damaged line is UTF-8 without a fault.
            var count = charset.WriteBeyondAscii(text[length..], block);
            Utf8.ToUtf16(block[..count], reading[written..], out var read, out var units, replaceInvalidSequences: false, isFinalBlock: false);
            if (read == 0)
            {
                var sequence = MisreadSequence.At(text, length, charset, mayBeLossy);
                if (sequence.Length == 0)
                    break;
                (read, units) = (sequence.Length, sequence.Reading.EncodeToUtf16(reading[written..]));
            }

            length += read;
            written += units;
        }

        return length;
    }

    /// <summary>A no-break space behind a capital Â or Ã between capitals is what a title in capitals may hold.</summary>
    public static bool IsCapitalWithSpace(ReadOnlySpan<char> line, int at, int length) =>
        length == 2 && line[at + 1] == '\u00A0' && at > 0 && char.IsUpper(line[at - 1]) && at + 2 < line.Length && char.IsUpper(line[at + 2]);

    /// <summary>A closing sign behind a capital at the end of a word is what it looks like.</summary>
    static bool IsCapitalWithQuote(ReadOnlySpan<char> line, int at, int length) =>
        length == 2 && char.IsUpper(line[at]) && line[at + 1] is '”' or '’' or '»' or '›' or '™' or '´'
        && (at + 2 == line.Length || !char.IsLetterOrDigit(line[at + 2]));
}
