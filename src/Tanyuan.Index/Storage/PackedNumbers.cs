using System.Buffers.Binary;
using System.Numerics;

namespace Tanyuan.Index.Storage;

/// <summary>
/// Numbers of equally many bits, lowest first, filled up to a byte, read one by one in place. How many bits that is stands elsewhere; where all numbers are 0
/// it is none. Or one column of several, whose numbers lie side by side in rows.
/// </summary>
readonly struct PackedNumbers
{
    const int MostBits = 64;

    // A number may begin in the middle of a byte and be 64 bits wide. Behind the last one there is always as much in the file.
    const int WindowLength = sizeof(ulong) + 1;

    readonly SealedFile file;
    readonly long start;
    readonly int count;
    readonly int row;
    readonly int first;
    readonly ulong mask;

    /// <summary>Numbers that begin somewhere in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="width">How many bits each has.</param>
    /// <param name="count">How many there are.</param>
    internal PackedNumbers(SealedFile file, long start, int width, int count)
        : this(file, start, width, count, width, 0)
    {
    }

    PackedNumbers(SealedFile file, long start, int width, int count, int row, int first)
    {
        if (width > MostBits)
            throw file.Corrupt(start, $"numbers cannot be {width} bits wide");
        (this.file, this.start, this.count, this.row, this.first, Width) = (file, start, count, row, first, width);
        mask = width == MostBits ? ulong.MaxValue : (1UL << width) - 1;
        End = start + ((((long)count * row) + 7) / 8);
    }

    /// <summary>A column of rows that begin somewhere in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="widths">How many bits a number of each column has.</param>
    /// <param name="column">Which column.</param>
    /// <param name="count">How many rows there are.</param>
    internal static PackedNumbers Column(SealedFile file, long start, ReadOnlySpan<byte> widths, int column, int count)
    {
        var (row, first) = (0, 0);
        for (var i = 0; i < widths.Length; i++)
        {
            row += widths[i];
            first += i < column ? widths[i] : 0;
        }

        return new PackedNumbers(file, start, widths[column], count, row, first);
    }

    /// <summary>How many bits a number has.</summary>
    internal int Width { get; }

    /// <summary>Where the numbers end.</summary>
    internal long End { get; }

    /// <summary>The number at a place, which must be one.</summary>
    internal ulong this[int place]
    {
        get
        {
            if (Width == 0)
                return 0;

            var shift = (int)(BitOf(place) & 7);
            var window = file.GetSpan(OffsetOf(place), WindowLength);
            var number = BinaryPrimitives.ReadUInt64LittleEndian(window) >> shift;
            if (shift + Width > MostBits)
                number |= (ulong)window[sizeof(ulong)] << (MostBits - shift);
            return number & mask;
        }
    }

    /// <summary>All numbers, of no more than eight bits each.</summary>
    internal byte[] ToBytes()
    {
        var numbers = new byte[count];
        if (Width == 0)
            return numbers;

        var packed = file.GetSpan(start, (int)(End - start) + 1);
        for (var (place, bit) = (0, 0L); place < numbers.Length; place++, bit += Width)
            numbers[place] = (byte)((ulong)(BinaryPrimitives.ReadUInt16LittleEndian(packed[(int)(bit >> 3)..]) >> (int)(bit & 7)) & mask);
        return numbers;
    }

    /// <summary>The byte of the file with the first bit of the number at a place.</summary>
    internal long OffsetOf(int place) => start + (BitOf(place) >> 3);

    /// <summary>How many bits the greatest of some numbers needs.</summary>
    internal static int WidthOf(ulong[] numbers) => WidthOf(numbers.DefaultIfEmpty().Max());

    /// <summary>How many bits a number needs.</summary>
    internal static int WidthOf(ulong number) => MostBits - BitOperations.LeadingZeroCount(number);

    /// <summary>Writes numbers of so many bits.</summary>
    internal static void Write(SealedFileWriter output, ulong[] numbers, int width) => WriteRows(output, [numbers], [(byte)width]);

    /// <summary>Writes columns of equally many numbers, row by row; those of a column have so many bits.</summary>
    internal static void WriteRows(SealedFileWriter output, ulong[][] columns, ReadOnlySpan<byte> widths)
    {
        UInt128 pending = 0;
        var bits = 0;
        for (var place = 0; place < columns[0].Length; place++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                pending |= (UInt128)columns[column][place] << bits;
                for (bits += widths[column]; bits >= 8; bits -= 8)
                {
                    output.WriteByte((byte)pending);
                    pending >>= 8;
                }
            }
        }

        if (bits > 0)
            output.WriteByte((byte)pending);
    }

    long BitOf(int place) => ((long)place * row) + first;
}
