using Tanyuan.Text.Decoding;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// UTF-8 that was read as Windows-1252 or Latin-1 (<c>å¤–äº¤</c> for 外交, <c>Ã©</c> for é). Runs of characters whose bytes are whole
/// UTF-8 sequences are read again, and the new reading is kept if it is clearly likelier than what stands there. A single
/// sequence may be chance (<c>Brontë…”</c> would read Bront녔), so it needs company: others like it, or none but it beyond ASCII and a
/// lead byte, Â Ã or â, that the commonest damage begins with.
/// </summary>
internal static class LatinLayer
{
    /// <summary>How many eighths of a bit a run must gain: a character that is common for two that are rare.</summary>
    const int LeastGain = 96;

    public static RepairedText Repair(string text)
    {
        var first = NextLead(text, 0);
        if (first < 0)
            return RepairedText.Unchanged(text);

        var editor = new TextEditor(text);
        while (first >= 0)
        {
            var start = first == 0 ? 0 : text.LastIndexOf('\n', first - 1) + 1;
            var end = text.IndexOf('\n', first);
            end = end < 0 ? text.Length : end;
            RepairLine(text, start, end, editor);
            first = NextLead(text, end);
        }

        return editor.ToRepairedText();
    }

    static int NextLead(ReadOnlySpan<char> text, int from)
    {
        var next = text[from..].IndexOfAnyInRange('\u00C2', '\u00F4');
        return next < 0 ? -1 : from + next;
    }

    /// <summary>Repairs the runs of a line; other lines say nothing of it.</summary>
    static void RepairLine(string text, int start, int end, TextEditor editor)
    {
        var line = text.AsSpan(start, end - start);
        var runs = Runs(line);
        if (runs.Count == 0 || Quotation.Is(text, start, end, runs.ConvertAll(run => (run.Start, run.Length, run.Reading))) || WesternLayer.IsHopeless(line, runs.ConvertAll(run => (run.Start, run.Length))))
            return;

        var sequences = runs.Where(run => run.Sequences == 1).Select(run => run.Reading).Distinct().Count() + runs.Count(run => run.Sequences > 1);
        var beyondAscii = 0;
        foreach (var unit in line)
            beyondAscii += unit >= 0x80 ? 1 : 0;
        var isConsistent = runs.Sum(run => run.Length) == beyondAscii;
        foreach (var run in runs)
        {
            var isCommon = line[run.Start] is 'Â' or 'Ã' or 'â';
            if (run.Sequences > 1 || sequences > 2 || (isCommon && (isConsistent || sequences > 1)))
                editor.Replace(MojibakeRepair.Rule, start + run.Start, run.Length, run.Reading);
        }
    }

    /// <summary>The runs that would be likelier in their other reading.</summary>
    static List<(int Start, int Length, int Sequences, string Reading)> Runs(ReadOnlySpan<char> text)
    {
        var runs = new List<(int, int, int, string)>();
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            at = NextLead(text, at);
            if (at < 0)
                break;
            bytes.Clear();
            var (end, sequences) = (at, 0);
            while (SequenceLength(text, end) is > 0 and var length)
            {
                for (var i = end; i < end + length; i++)
                    bytes.Add((byte)ByteOf(text[i]));
                end += length;
                sequences++;
            }

            if (end == at)
                continue;
            var reading = Charset.Utf8.Encoding.GetString([.. bytes]);
            if (IsPlausible(reading) && !WesternLayer.IsCapitalWithSpace(text, at, end - at) && CharacterModel.LeastCost(text[at..end]) - CharacterModel.LeastCost(reading) >= LeastGain)
                runs.Add((at, end - at, sequences, reading));
            at = end - 1;
        }

        return runs;
    }

    /// <summary>Whether a reading is whole, and no more than a tenth of it East Asian characters that hardly any text holds.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> reading)
    {
        var rare = 0;
        foreach (var unit in reading)
        {
            if (unit == '\uFFFD')
                return false;
            if (unit is >= '\u2E80' and < '\uD800' && CharacterModel.IsRareEverywhere(unit))
                rare++;
        }

        return rare * 10 <= reading.Length;
    }

    /// <summary>The number of characters from a place on that are the bytes of one UTF-8 sequence of two bytes or more; 0 for none.</summary>
    static int SequenceLength(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return 0;
        var length = ByteOf(text[at]) switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || at + length > text.Length)
            return 0;
        for (var i = at + 1; i < at + length; i++)
        {
            if (ByteOf(text[i]) is not (>= 0x80 and <= 0xBF))
                return 0;
        }

        return length;
    }

    static int ByteOf(char unit) => SingleByteCharset.Windows1252.ByteOf(unit);
}
