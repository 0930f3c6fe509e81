using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Where punctuation can stand: what closes was opened before, no line ends in what opens or in a comma, and a longer line ends in a stop. The brackets and
/// quotations that are open at a place are bits, one for each kind.
/// </summary>
internal static class SlipMarks
{
    const string Openers = "“‘「『《（【〈";
    const string Closers = "”’」』》）】〉";

    // In nats.
    const double Unmatched = 4;
    const double UnclosedAtEnd = 2;
    const double ImpossibleAtEnd = 6;
    const double UnstoppedLine = 4;

    const int ShortLine = 20;

    // No quotation is followed further back.
    const int LongestQuotation = 400;

    /// <summary>What is open at a place of a text, its line alone regarded.</summary>
    public static byte OpenAt(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - LongestQuotation)..];
        before = before[(before.LastIndexOf('\n') + 1)..];
        byte open = 0;
        foreach (var unit in before)
            open = After(open, unit);
        return open;
    }

    /// <summary>What is open behind a character.</summary>
    public static byte After(byte open, char mark)
    {
        if (!MayBeBracket(mark))
            return open;
        if (Openers.IndexOf(mark, StringComparison.Ordinal) is var opener and >= 0)
            return (byte)(open | (1 << opener));
        return Closers.IndexOf(mark, StringComparison.Ordinal) is var closer and >= 0 ? (byte)(open & ~(1 << closer)) : open;
    }

    /// <summary>What a character costs because it closes what is not open, or opens what is.</summary>
    /// <param name="open">What is open before it.</param>
    /// <param name="after">What is open behind it.</param>
    /// <param name="mark">The character.</param>
    public static double Cost(byte open, byte after, char mark) =>
        open != after || !MayBeBracket(mark) || !(Openers.Contains(mark) || Closers.Contains(mark)) ? 0 : Unmatched;

    // The first and the last of them by their numbers, and the gap that all Chinese characters stand in.
    static bool MayBeBracket(char mark) => mark is >= '‘' and (<= '】' or >= '（');

    /// <summary>What it costs that a line ends in a character.</summary>
    /// <param name="mark">The character.</param>
    /// <param name="open">What is open behind it.</param>
    /// <param name="length">The length of the line.</param>
    public static double CostAtEnd(char mark, byte open, int length)
    {
        var cost = open != 0 ? UnclosedAtEnd : 0;
        if (Openers.Contains(mark) || mark is '，' or '、' or '；' or '：')
            return cost + ImpossibleAtEnd;
        return length > ShortLine && UnitClasses.Of(mark) == UnitClass.Han ? cost + UnstoppedLine : cost;
    }
}
