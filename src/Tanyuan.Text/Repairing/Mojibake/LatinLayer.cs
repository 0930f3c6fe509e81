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
        var first = text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4');
        if (first < 0)
            return RepairedText.Unchanged(text);

        var runs = Runs(text, first).GroupBy(run => text.LastIndexOf('\n', run.Start)).Where(line => !IsHopeless(text, line.Key + 1, [.. line])).SelectMany(line => line).ToList();
        var sequences = runs.Where(run => run.Sequences == 1).Select(run => run.Reading).Distinct().Count() + runs.Count(run => run.Sequences > 1);
        var covered = runs.Sum(run => run.Length);
        var isConsistent = covered == text.Count(unit => unit >= 0x80);
        var editor = new TextEditor(text);
        foreach (var run in runs)
        {
            var isCommon = text[run.Start] is 'Â' or 'Ã' or 'â';
            if (run.Sequences > 1 || sequences > 2 || (isCommon && (isConsistent || sequences > 1)))
                editor.Replace(MojibakeRepair.Rule, run.Start, run.Length, run.Reading);
        }

        return editor.ToRepairedText();
    }

    static bool IsHopeless(string text, int start, List<(int Start, int Length, int Sequences, string Reading)> runs)
    {
        var end = text.IndexOf('\n', start);
        var line = text.AsSpan(start, (end < 0 ? text.Length : end) - start);
        return WesternLayer.IsHopeless(line, runs.ConvertAll(run => (run.Start - start, run.Length)));
    }

    /// <summary>The runs that would be likelier in their other reading.</summary>
    static List<(int Start, int Length, int Sequences, string Reading)> Runs(string text, int first)
    {
        var runs = new List<(int, int, int, string)>();
        var bytes = new List<byte>();
        for (var at = first; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAnyInRange('\u00C2', '\u00F4');
            if (next < 0)
                break;
            at += next;
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
            if (IsPlausible(reading) && !WesternLayer.IsCapitalWithSpace(text, at, end - at) && CharacterModel.LeastCost(text.AsSpan(at, end - at)) - CharacterModel.LeastCost(reading) >= LeastGain)
                runs.Add((at, end - at, sequences, reading));
            at = end - 1;
        }

        return runs;
    }

    /// <summary>Whether a reading is whole, and no more than a tenth of it East Asian characters that hardly any text holds.</summary>
    public static bool IsPlausible(string reading)
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
    static int SequenceLength(string text, int at)
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
