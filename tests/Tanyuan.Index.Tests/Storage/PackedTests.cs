using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests.Storage;

/// <summary>Numbers of equally many bits come back one by one, and take no more than they need.</summary>
public class PackedTests
{
    // What stands behind numbers in every file.
    const int Behind = 16;

    [Fact]
    public void Packed_numbers_of_any_width_are_read_one_by_one()
    {
        var random = new Random(7);
        for (var width = 0; width <= 64; width++)
        {
            ulong[] numbers = [.. Enumerable.Range(0, random.Next(1, 50)).Select(_ => width == 0 ? 0 : (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (64 - width))];
            var file = Write(writer => PackedNumbers.Write(writer, numbers, PackedNumbers.WidthOf(numbers)));
            var packed = new PackedNumbers(file, SealedFormat.HeaderLength, PackedNumbers.WidthOf(numbers), numbers.Length);
            Assert.Equal(numbers, Enumerable.Range(0, numbers.Length).Select(place => packed[place]));
            Assert.Equal(file.Length - Behind, packed.End);
            Assert.InRange(packed.Width, 0, width);
        }
    }

    [Fact]
    public void Any_numbers_above_a_line_come_back() => Prop.ForAll<long[], byte>((values, shift) =>
    {
        ComeBack(Array.ConvertAll(values, value => value << (shift % 64)));
        ComeBack([.. values.Order()]);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new long[0], 0)]
    [InlineData(new[] { long.MinValue }, 0)]
    [InlineData(new[] { long.MinValue, long.MaxValue }, 64)]
    [InlineData(new[] { long.MaxValue, long.MaxValue - 1, long.MaxValue - 2 }, 0)]
    [InlineData(new[] { 5L, 6, 7, 8, 9 }, 0)]
    [InlineData(new[] { -1_000_000L, 0, 1_000_000, 2_000_001 }, 1)]
    [InlineData(new[] { 3L, 3, 3, 4, 4, 4, 5, 5, 5 }, 1)]
    [InlineData(new[] { 0L, long.MaxValue, 0, long.MinValue, -1 }, 64)]
    public void Numbers_in_even_steps_take_hardly_any_bits(long[] values, int mostBits) => Assert.InRange(ComeBack(values), 0, mostBits);

    [Fact]
    public void Keys_with_gaps_take_fewer_bits_than_their_distances()
    {
        var random = new Random(3);
        var values = new long[50_000];
        for (var i = 1; i < values.Length; i++)
            values[i] = values[i - 1] + random.Next(1, 8);
        Assert.InRange(ComeBack(values), 5, 12);
    }

    [Fact]
    public void Any_bytes_come_back_in_no_more_bits_than_they_need() => Prop.ForAll<byte[], byte>((bytes, span) =>
    {
        ComeBack(bytes);
        ComeBack(Array.ConvertAll(bytes, value => (byte)(200 + (value % Math.Clamp((int)span, 1, 56)))));
        Assert.Equal(bytes, FieldLength.FromBeside(FieldLength.Beside(bytes, [.. bytes.Reverse()]), [.. bytes.Reverse()]));
    }).QuickCheckThrowOnFailure();

    static int ComeBack(long[] values)
    {
        var line = StraightNumbers.LineOf(values);
        var file = Write(writer => StraightNumbers.Write(writer, values, line));
        var numbers = new StraightNumbers(file, SealedFormat.HeaderLength, line, values.Length);
        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(place => numbers[place]));
        Assert.Equal(file.Length - Behind, numbers.End);
        return line.Width;
    }

    static void ComeBack(byte[] bytes)
    {
        var file = Write(writer => PackedBytes.Write(writer, bytes));
        var head = PackedBytes.HeadOf(bytes);
        var packed = new PackedBytes(file, SealedFormat.HeaderLength, [head.Least, head.Width], bytes.Length);
        Assert.Equal(bytes, packed.ToArray());
        Assert.Equal(file.Length - Behind, packed.End);
        Assert.True(head.Width == 0 || bytes.Max() - bytes.Min() >= 1 << (head.Width - 1));
    }

    static SealedFile Write(Action<SealedFileWriter> write)
    {
        var directory = new MemoryDirectory();
        using (var writer = new SealedFileWriter(directory, "file", FileKind.Documents, 1))
        {
            write(writer);
            writer.WriteBytes(new byte[Behind]);
            writer.Finish();
        }

        return SealedFile.Open(directory, "file", FileKind.Documents, 1);
    }
}
