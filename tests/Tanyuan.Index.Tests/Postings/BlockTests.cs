using Tanyuan.Index.Postings;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests.Postings;

/// <summary>Blocks of numbers and of documents are read back as they were written, from exactly the bytes that they took; other bytes are told to be corrupt.</summary>
public class BlockTests
{
    [Fact]
    public void Numbers_of_any_count_and_spread_come_back_from_patches_and_from_planes()
    {
        var random = new Random(3);
        var planes = 0;
        for (var round = 0; round < 2000; round++)
        {
            var mean = random.Next(1, 500);
            var values = new uint[random.Next(3) == 0 ? random.Next(1, 256) : PatchedNumbers.Most];
            foreach (ref var value in values.AsSpan())
                value = round % 2 == 0 ? Spread(random) : (uint)(-mean * Math.Log(1 - random.NextDouble()));
            var bytes = new byte[PatchedNumbers.LongestWritten];
            var written = PatchedNumbers.Write(values, bytes);
            var (file, start) = PostingsBytes.FileOf(bytes.AsSpan(0, written));

            var read = new uint[values.Length];
            var end = start;
            var most = PatchedNumbers.Read(file, ref end, file.Length, read);
            Assert.Equal(values, read);
            Assert.Equal(start + written, end);
            Assert.All(values, value => Assert.True(value <= most));
            planes += values.Length > 3 && bytes[0] >= PatchedNumbers.PlanesFlag ? 1 : 0;
        }

        Assert.InRange(planes, 100, 1900);
    }

    [Fact]
    public void Numbers_at_random_take_hardly_more_bits_in_planes_than_there_is_to_know()
    {
        var random = new Random(9);
        var (written, known) = (0.0, 0.0);
        for (var round = 0; round < 300; round++)
        {
            var mean = Math.Exp(random.NextDouble() * 8);
            var values = new uint[PatchedNumbers.Most];
            foreach (ref var value in values.AsSpan())
                value = (uint)Math.Min(1e6, -mean * Math.Log(1 - random.NextDouble()));
            var (width, bits) = UnaryPlanes.CheapestWidth(values);
            var bytes = new byte[PatchedNumbers.LongestWritten];
            Assert.Equal((bits + 7) / 8, UnaryPlanes.Write(values, width, bytes));
            written += bits + (width * values.Length);

            // The entropy of numbers that fall off geometrically with the mean that these have.
            var average = values.Average(value => (double)value);
            known += values.Length * (((average + 1) * Math.Log2(average + 1)) - (average > 0 ? average * Math.Log2(average) : 0));
        }

        Assert.InRange(written / known, 0.98, 1.05);
    }

    [Fact]
    public void Whatever_the_bytes_are_numbers_are_read_or_told_to_be_corrupt()
    {
        var random = new Random(10);
        var told = 0;
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (random.Next(2) == 0)
                bytes.AsSpan(1).Clear();
            bytes[0] = (byte)(random.Next(3) == 0 ? random.Next(256) : 128 + random.Next(8));
            var (file, start) = PostingsBytes.FileOf(bytes);
            var values = new uint[PatchedNumbers.Most];
            var end = start;
            try
            {
                var most = PatchedNumbers.Read(file, ref end, file.Length, values);
                Assert.All(values, value => Assert.True(value <= most));
                Assert.InRange(end, start + 1, file.Length);
            }
            catch (TanyuanException error)
            {
                Assert.Equal("index-corrupt", error.Code);
                told++;
            }
        }

        Assert.InRange(told, 10, 2990);
    }

    [Fact]
    public void Documents_of_any_density_come_back_near_and_far_with_their_frequencies()
    {
        var random = new Random(4);
        var (planes, bareOnes) = (0, 0);
        for (var round = 0; round < 1000; round++)
        {
            var before = random.Next(3) == 0 ? -1 : random.Next(1000);
            var documents = Documents(random, random.Next(4) == 0 ? random.Next(1, 256) : PatchedNumbers.Most, before);
            var last = (int)documents[^1];
            var frequencies = Array.ConvertAll(documents, _ => 1 + (uint)(random.Next(3) == 0 ? random.Next(1 << random.Next(1, 1 + (round % 20))) : 0));
            var bytes = new byte[2 * PatchedNumbers.LongestWritten];
            var written = DocumentBlock.Write(documents, before, bytes);
            written = FrequencyBlock.Write(frequencies, bytes, written);
            var (file, start) = PostingsBytes.FileOf(bytes.AsSpan(0, written));
            var read = new uint[documents.Length];
            var end = DocumentBlock.Read(file, start, file.Length, read, before, last + 1, out var bare);
            Assert.Equal(documents, read);
            FrequencyBlock.Read(file, ref end, file.Length, bare, read);
            Assert.Equal(frequencies, read);
            Assert.Equal(start + written, end);
            planes += bytes[0] >= PatchedNumbers.PlanesFlag ? 1 : 0;
            bareOnes += bare ? 1 : 0;
        }

        Assert.InRange(planes, 10, 990);
        Assert.InRange(bareOnes, 10, planes - 10);
    }

    static uint[] Documents(Random random, int count, int before)
    {
        var density = random.Next(1, 1 << random.Next(1, 20));
        var documents = new uint[count];
        for (var i = 0; i < count; i++)
            documents[i] = (uint)(before += 1 + (random.Next(10) < 7 ? 0 : random.Next(density)));
        return documents;
    }

    // Mostly small, sometimes of any size: what makes patches.
    static uint Spread(Random random) => random.Next(12) == 0 ? (uint)random.Next() >> random.Next(31) : (uint)random.Next(40);
}
