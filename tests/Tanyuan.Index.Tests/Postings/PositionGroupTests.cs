using Tanyuan.Index.Postings;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests.Postings;

/// <summary>Groups of positions begin where they were put, however long they are beside what is to be expected.</summary>
public class PositionGroupTests
{
    [Fact]
    public void Groups_of_any_length_are_found_again_and_hardly_filled_up()
    {
        var random = new Random(5);
        var (target, filled) = (new BitWriter(), 0L);
        for (var round = 0; round < 5000; round++)
        {
            var (frequencies, ends) = Block(random);
            var bits = new byte[(ends[^1] / 8) + 1];
            random.NextBytes(bits);
            target.Clear();
            PositionGroups.Write(target, frequencies, bits, ends);

            var (file, start) = PostingsBytes.FileOf(target.Bytes);
            var starts = new long[PositionGroups.Most + 1];
            PositionGroups.ReadStarts(file, start, file.Length, frequencies, starts);
            for (var group = 0; group < ends.Length; group++)
                Assert.Equal(ends[group] - (group == 0 ? 0 : ends[group - 1]), (group + 1 < ends.Length ? starts[group + 1] : starts[0] + ends[^1]) - starts[group]);
            Assert.InRange(starts[ends.Length] - starts[0] - ends[^1], 0, PositionGroups.Filling - 1);
            for (var bit = 0L; bit < ends[^1]; bit += 50)
                Assert.Equal(BitReader.Window(bits, bit) & Ones(ends[^1] - bit), BitReader.Window(target.Bytes, starts[0] + bit) & Ones(ends[^1] - bit));
            filled += starts[ends.Length] - starts[0] - ends[^1];
        }

        Assert.InRange(filled, 0, 5000 * 8);
    }

    [Fact]
    public void Lengths_that_cannot_be_are_told_as_such()
    {
        var frequencies = new uint[PostingsWriter.Block];
        Array.Fill(frequencies, 1u);
        foreach (var bytes in (byte[][])[[0, 0, 0], [0xFF], [.. Enumerable.Repeat((byte)0, 40)], [0b0100_0000, 0xFF, 0xFF, 0xFF]])
        {
            var (file, start) = PostingsBytes.FileOf(bytes);
            Assert.Equal("index-corrupt", Assert.Throws<TanyuanException>(() => PositionGroups.ReadStarts(file, start, file.Length, frequencies, new long[PositionGroups.Most + 1])).Code);
        }
    }

    static (uint[] Frequencies, long[] Ends) Block(Random random)
    {
        var frequencies = new uint[random.Next(3) == 0 ? random.Next(1, PostingsWriter.Block) : PostingsWriter.Block];
        var most = random.Next(4) == 0 ? 100_000_000 : random.Next(1, 9);
        foreach (ref var frequency in frequencies.AsSpan())
            frequency = (uint)random.Next(1, most + 1);

        var ends = new long[(frequencies.Length + PositionGroups.Length - 1) / PositionGroups.Length];
        var end = 0L;
        foreach (ref var behind in ends.AsSpan())
            behind = end += random.Next(8) == 0 ? random.Next(20_000) : random.Next(3) == 0 ? 0 : random.Next(500, 560);
        return (frequencies, ends);
    }

    static ulong Ones(long width) => (1UL << (int)Math.Min(width, 50)) - 1;
}
