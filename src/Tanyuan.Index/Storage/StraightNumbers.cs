namespace Tanyuan.Index.Storage;

/// <summary>
/// Numbers of 64 bits that mostly ascend in even steps, each as what it is above a straight line: a least one, a slope in 2^−32 for each place, and
/// <see cref="PackedNumbers"/>. Where they follow each other they take no bits. All sums are modulo 2^64, so that any numbers can be written.
/// </summary>
readonly struct StraightNumbers
{
    const int FractionBits = 32;

    readonly PackedNumbers above;

    /// <summary>Numbers whose parts above the line begin somewhere in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="line">What they are above.</param>
    /// <param name="count">How many there are.</param>
    internal StraightNumbers(SealedFile file, long start, StraightLine line, int count)
    {
        above = new PackedNumbers(file, start, line.Width, count);
        Line = line;
    }

    internal StraightLine Line { get; }

    /// <summary>Where the numbers end.</summary>
    internal long End => above.End;

    /// <summary>The number at a place, which must be one.</summary>
    internal long this[int place] => unchecked(Line.Least + Rise(Line.Slope, place) + (long)above[place]);

    /// <summary>The line above which some numbers take the fewest bits: from the first to the last of them, or a level one.</summary>
    internal static StraightLine LineOf(long[] values)
    {
        var level = Under(values, 0);
        if (values.Length < 2)
            return level;

        var slope = (((Int128)values[^1] - values[0]) << FractionBits) / (values.Length - 1);
        if (slope < long.MinValue || slope > long.MaxValue)
            return level;
        var rising = Under(values, (long)slope);
        return rising.Width < level.Width ? rising : level;
    }

    /// <summary>Writes what numbers are above their line.</summary>
    internal static void Write(SealedFileWriter output, long[] values, StraightLine line)
    {
        var numbers = new ulong[values.Length];
        for (var place = 0; place < numbers.Length; place++)
            numbers[place] = unchecked((ulong)(values[place] - Rise(line.Slope, place) - line.Least));
        PackedNumbers.Write(output, numbers, line.Width);
    }

    static StraightLine Under(long[] values, long slope)
    {
        var (least, greatest) = values.Length == 0 ? (0, 0) : (long.MaxValue, long.MinValue);
        for (var place = 0; place < values.Length; place++)
        {
            var above = unchecked(values[place] - Rise(slope, place));
            (least, greatest) = (Math.Min(least, above), Math.Max(greatest, above));
        }

        return new StraightLine(least, slope, PackedNumbers.WidthOf(unchecked((ulong)greatest - (ulong)least)));
    }

    static long Rise(long slope, int place)
    {
        var high = Math.BigMul(slope, place, out var low);
        return (high << FractionBits) | (long)((ulong)low >>> FractionBits);
    }
}
