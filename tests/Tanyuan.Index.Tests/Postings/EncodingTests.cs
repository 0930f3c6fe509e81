using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests.Postings;

/// <summary>What was written is read back, from exactly the bytes that it took.</summary>
public class EncodingTests
{
    [Fact]
    public void Numbers_of_any_count_and_spread_come_back_and_can_be_passed_over()
    {
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            uint[] values = [.. Enumerable.Range(0, 1 + random.Next(PatchedNumbers.Most)).Select(_ => Spread(random))];
            var bytes = new byte[PatchedNumbers.LongestWritten];
            var written = PatchedNumbers.Write(values, bytes);
            var (file, start) = FileOf(bytes.AsSpan(0, written));

            var read = new uint[values.Length];
            var end = start;
            PatchedNumbers.Read(file, ref end, file.Length, read);
            var passed = start;
            PatchedNumbers.Skip(file, ref passed, file.Length, values.Length);
            Assert.Equal(values, read);
            Assert.Equal((start + written, start + written), (end, passed));
        }
    }

    [Fact]
    public void Documents_come_back_from_gaps_and_from_bit_sets()
    {
        var random = new Random(4);
        var bitSets = 0;
        for (var round = 0; round < 1000; round++)
        {
            var before = random.Next(3) == 0 ? -1 : random.Next(1000);
            var density = random.Next(1, 40);
            var count = random.Next(4) == 0 ? random.Next(1, 256) : PatchedNumbers.Most;
            var documents = new uint[count];
            var last = before;
            for (var i = 0; i < count; i++)
                documents[i] = (uint)(last += 1 + (random.Next(10) < 7 ? 0 : random.Next(density)));

            var bytes = new byte[PatchedNumbers.LongestWritten];
            var written = DocumentBlock.Write(documents, before, bytes, mayBeBits: true);
            var (file, start) = FileOf(bytes.AsSpan(0, written));
            var read = new uint[count];
            var end = DocumentBlock.Read(file, start, file.Length, read, before, last, last + 1);
            Assert.Equal(documents, read);
            Assert.Equal(start + written, end);
            bitSets += bytes[0] == byte.MaxValue ? 1 : 0;
        }

        Assert.InRange(bitSets, 10, 990);
    }

    [Fact]
    public void Impacts_cover_every_posting_they_were_made_of() => Prop.ForAll<(byte Frequency, byte Norm)[]>(postings =>
    {
        var greatest = new byte[256];
        foreach (var (frequency, norm) in postings)
            greatest[norm] = Math.Max(greatest[norm], Math.Max((byte)1, frequency));
        var impacts = Impacts.Of(greatest);
        Assert.All(postings, posting => Assert.True(impacts.Cover(Math.Max((byte)1, posting.Frequency), posting.Norm)));
        Assert.All(greatest, value => Assert.Equal(0, value));
    }).QuickCheckThrowOnFailure();

    // Mostly small, sometimes of any size: what makes patches.
    static uint Spread(Random random) => random.Next(12) == 0 ? (uint)random.Next() >> random.Next(31) : (uint)random.Next(40);

    static (SealedFile File, long Start) FileOf(ReadOnlySpan<byte> bytes)
    {
        var directory = new MemoryDirectory();
        using (var writer = new SealedFileWriter(directory, "file", FileKind.Postings, 1))
        {
            writer.WriteBytes(bytes);
            writer.Finish();
        }

        return (SealedFile.Open(directory, "file", FileKind.Postings, 1), SealedFormat.HeaderLength);
    }
}
