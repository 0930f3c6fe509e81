using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Segments;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests.Postings;

/// <summary>What a table tells of the blocks of a term is what was put into it, however far that is from what is to be expected.</summary>
public class SkipTableTests
{
    [Fact]
    public void Impacts_of_any_kind_come_back() => Prop.ForAll<(byte Frequency, byte Norm)[][]>(blocks =>
    {
        Impacts[] all = [.. blocks.Where(block => block.Length > 0).Select(ImpactsOf)];
        if (all.Length == 0)
            return;

        var rows = ImpactRows.Of(all);
        var bits = new BitWriter();
        foreach (var impacts in all)
            rows.Write(bits, impacts);
        Assert.Equal((long)all.Length * rows.Bits, bits.Length);
        for (var (block, bit) = (0, 0L); block < all.Length; block++, bit += rows.Bits)
        {
            var row = (uint)BitReader.Window(bits.Bytes, bit) | (BitReader.Window(bits.Bytes, bit + 32) << 32);
            var read = ImpactRows.Read(row, rows.Places, rows.Least);
            for (var pair = 0; pair < Impacts.Pairs; pair++)
                Assert.Equal(all[block][pair], read[pair]);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_of_any_blocks_come_back()
    {
        var random = new Random(21);
        for (var round = 0; round < 2000; round++)
        {
            var blocks = random.Next(2, 40);
            var documentFrequency = ((blocks - 1) * PostingsWriter.Block) + random.Next(1, PostingsWriter.Block + 1);
            var documentCount = random.Next(4) == 0 ? int.MaxValue : documentFrequency + random.Next(1 << random.Next(1, 31)) % (int.MaxValue - documentFrequency);
            long[] last = [.. Ascending(random, blocks, documentCount - 1)];
            long[] ends = [.. Ascending(random, blocks, random.Next(4) == 0 ? uint.MaxValue - 10_000L : random.Next(1000, 1 << 28))];
            long[] starts = [0, .. random.Next(4) == 0 ? (IEnumerable<long>)new long[blocks] : Ascending(random, blocks, random.Next(4) == 0 ? uint.MaxValue : random.Next(1000, 1 << 28))];
            ComeBack(random, documentCount, documentFrequency, last, ends, starts);
        }
    }

    [Fact]
    public void Blocks_as_they_are_to_be_expected_take_no_bits_but_their_impacts()
    {
        const int Blocks = 100;
        var writer = new SkipTableWriter();
        for (var block = 1; block <= Blocks; block++)
            writer.Add((1000 * block) - 1, (uint)(200 * block), ImpactsOf([(1, 1)]), (uint)(300 * block));
        var bits = new BitWriter();
        writer.Write(bits, 1000 * Blocks, PostingsWriter.Block * Blocks, ImpactsOf([(1, 1)]), new Floors(ulong.MaxValue));
        Assert.InRange(bits.Bytes.Length, 1, 24);
    }

    static void ComeBack(Random random, int documentCount, int documentFrequency, long[] last, long[] ends, long[] starts)
    {
        var writer = new SkipTableWriter();
        var impacts = new Impacts[last.Length];
        for (var block = 0; block < last.Length; block++)
        {
            impacts[block] = ImpactsOf([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => ((byte)random.Next(256), (byte)random.Next(256)))]);
            writer.Add((int)last[block], (uint)ends[block], impacts[block], (uint)starts[block + 1]);
        }

        var floors = new Floors(random.Next(3) == 0 ? ulong.MaxValue : 0xFFFF_FFFF_FFFE_FDFC);
        var bits = new BitWriter();
        writer.Write(bits, documentCount, documentFrequency, impacts[0], new Floors(floors.Packed));
        var (file, start) = PostingsBytes.FileOf(bits.Bytes);
        var entry = new TermEntry(documentFrequency, documentFrequency, 8 * start, 8 * (bits.Bytes.Length + ends[^1]), 0, starts[^1], 0);

        var head = new SkipHead(file, entry, documentCount);
        Assert.Equal(bits.Bytes.Length, head.Length);
        Assert.Equal(floors, head.Floors);
        var table = new SkipTable(file.GetSpan(start, bits.Bytes.Length), head);
        for (var block = 0; block < last.Length; block++)
        {
            Assert.Equal(block + 1 < last.Length ? last[block] : documentCount - 1, table.LastDocument(block));
            Assert.Equal(ends[block], table.End(block));
            Assert.Equal(starts[block], table.PositionsStart(block));
            Assert.Equal(impacts[block][3], table.ImpactsOf(block)[3]);
            Assert.Equal(block, table.Find((int)last[block], random.Next(block + 1), last.Length));
        }

        if (head.HasImpacts)
            Assert.Equal(impacts[0][0], table.TermImpacts[0]);
    }

    [Fact]
    public void A_table_longer_than_its_postings_or_its_file_is_told_as_such()
    {
        var writer = new SkipTableWriter();
        for (var block = 1; block <= 2000; block++)
            writer.Add((block * 300) + (block % 7), (uint)(100 * block), ImpactsOf([(1, 1)]), 0);
        var bits = new BitWriter();
        writer.Write(bits, 700_000, 2000 * PostingsWriter.Block, ImpactsOf([(1, 1)]), new Floors(ulong.MaxValue));
        var length = bits.Bytes.Length;
        var (file, start) = PostingsBytes.FileOf(bits.Bytes[..(length / 2)]);
        foreach (var postings in (long[])[length / 2, length, length + 200_000, uint.MaxValue + 1L])
        {
            var entry = new TermEntry(2000 * PostingsWriter.Block, 2000 * PostingsWriter.Block, 8 * start, 8 * postings, 0, 0, 0);
            Assert.Equal("index-corrupt", Assert.Throws<TanyuanException>(() => new SkipHead(file, entry, 700_000)).Code);
        }
    }

    static SortedSet<long> Ascending(Random random, int count, long greatest)
    {
        var crowded = random.Next(3);
        var numbers = new SortedSet<long> { greatest };
        while (numbers.Count < count)
            numbers.Add(crowded == 0 ? random.NextInt64(Math.Min(greatest, 500)) : crowded == 1 ? greatest - random.NextInt64(Math.Min(greatest, 500)) : random.NextInt64(greatest));
        return numbers;
    }

    static Impacts ImpactsOf((byte Frequency, byte Norm)[] postings)
    {
        var greatest = new byte[256];
        foreach (var (frequency, norm) in postings)
            greatest[norm] = Math.Max(greatest[norm], Math.Max((byte)1, frequency));
        return Impacts.Of(greatest);
    }
}
