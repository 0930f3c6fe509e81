using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests.Postings;

/// <summary>What was written is read back, from exactly the bytes that it took.</summary>
public class EncodingTests
{
    [Fact]
    public void Numbers_of_any_magnitude_come_back()
    {
        var random = new Random(11);
        var bits = new BitWriter();
        for (var round = 0; round < 1000; round++)
        {
            (long Value, int Order)[] numbers = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (random.NextInt64(1L << random.Next(50)), random.Next(20)))];
            bits.Clear();
            foreach (var (value, order) in numbers)
                Write(bits, (ref BitPen pen) => pen.WriteByMagnitude((ulong)value, order));
            bits.Align();

            var bit = 0L;
            foreach (var (value, order) in numbers)
                Assert.Equal(value, BitReader.ReadByMagnitude(bits.Bytes, ref bit, order));
            Assert.Equal(bits.Bytes.Length, (bit + 7) / 8);
        }

        var none = 0L;
        Assert.Equal(-1, BitReader.ReadByMagnitude(new byte[16], ref none, 3));
    }

    [Fact]
    public void A_window_gives_numbers_of_any_magnitude_as_long_as_it_held_them()
    {
        var random = new Random(13);
        var bits = new BitWriter();
        var (held, numbers) = (0, new (long Value, int Order)[8]);
        for (var round = 0; round < 3000; round++)
        {
            var largest = random.Next(1, 40);
            foreach (ref var number in numbers.AsSpan())
                number = (random.NextInt64(1L << largest), random.Next(20));
            bits.Clear();
            Write(bits, (ref BitPen pen) => pen.Write((ulong)round & 7, 3));
            foreach (var (value, order) in numbers)
                Write(bits, (ref BitPen pen) => pen.WriteByMagnitude((ulong)value, order));
            bits.Align();

            var window = new BitWindow(bits.Bytes, 0);
            window.PassUpTo(7, -1);
            var bit = 3L;
            foreach (var (value, order) in numbers)
            {
                BitReader.ReadByMagnitude(bits.Bytes, ref bit, order);
                window.TakeByMagnitude(order, 0);
                window.PassUpTo(uint.MaxValue, 0);
                var taken = (round & 1) == 0 ? window.TakeByMagnitude(order) : window.TakeByMagnitude(order, -1);
                Assert.Equal(bit <= 56, window.HeldAll);
                if (!window.HeldAll)
                    break;

                Assert.Equal((value, bit), (taken, window.Taken));
                held++;
            }
        }

        Assert.InRange(held, 3000, 23_999);
        var none = new BitWindow(new byte[16], 0);
        none.TakeByMagnitude(0);
        Assert.False(none.HeldAll);
    }

    [Fact]
    public void Turned_numbers_come_back_and_those_in_the_middle_or_at_the_end_take_a_bit_less()
    {
        var bits = new BitWriter();
        foreach (var greatest in Enumerable.Range(0, 300).Select(number => (ulong)number).Append(uint.MaxValue - 1).Append(uint.MaxValue).Append(1UL << 40).Append((1UL << 56) - 1))
        {
            foreach (var atEnd in new[] { false, true })
            {
                var lengths = new List<long>();
                foreach (var value in greatest < 300 ? Enumerable.Range(0, (int)greatest + 1).Select(number => (ulong)number) : [0, 1, greatest / 2, greatest - 1, greatest])
                {
                    bits.Clear();
                    Write(bits, (ref BitPen pen) => pen.WriteTurned(greatest, value, atEnd));
                    lengths.Add(bits.Length);
                    bits.Align();
                    var bit = 0L;
                    Assert.Equal(value, BitReader.ReadTurned(bits.Bytes, ref bit, greatest, atEnd));
                    Assert.Equal(lengths[^1], bit);
                    bits.Clear();
                    bits.WriteUpTo(greatest, value);
                    var written = bits.Length;
                    bits.Align();
                    var window = new BitWindow(bits.Bytes, 0);
                    window.PassUpTo(greatest, -1);
                    Assert.Equal(written, window.Taken);
                }

                // Lengths fall once and, in the middle, rise once.
                Assert.InRange(lengths.Max() - lengths.Min(), 0, 1);
                Assert.InRange(Enumerable.Range(1, lengths.Count - 1).Count(i => lengths[i] < lengths[i - 1]), 0, 1);
                if (greatest < 300 && lengths.Max() > lengths.Min())
                    Assert.Equal(lengths.Min(), lengths[atEnd ? ^1 : lengths.Count / 2]);
            }
        }
    }

    [Fact]
    public void Ascending_numbers_come_back_and_take_hardly_more_bits_than_there_is_to_know()
    {
        var random = new Random(5);
        var bits = new BitWriter();
        var (written, known) = (0.0, 0.0);
        for (var round = 0; round < 2000; round++)
        {
            var count = random.Next(300);
            var high = (uint)Math.Min(uint.MaxValue, count + ((long)random.Next() >> random.Next(31)));
            var values = Ascending(random, count, high);
            bits.Clear();
            bits.WriteUpTo(6, 5);
            InterpolativeCode.Write<uint>(bits, values, 0, high);
            bits.WriteUpTo(uint.MaxValue, 0xCAFE);
            bits.Align();
            var (file, start) = PostingsBytes.FileOf(bits.Bytes);

            var read = new uint[count];
            var reader = new BitReader(file, start, file.Length, 3);
            reader.ReadAscending<uint>(read, high);
            Assert.Equal(values, read);
            var bit = reader.Bit;
            Assert.Equal(0xCAFEul, BitReader.ReadUpTo(reader.Bytes, ref bit, uint.MaxValue));
            Assert.Equal(file.Length, start + ((bit + 7) / 8));

            // There are so many ways to choose them that one takes so many bits.
            written += reader.Bit - 3;
            for (var i = 0; i < count; i++)
                known += Math.Log2((high + 1.0 - i) / (i + 1));
        }

        Assert.InRange(written / known, 0.99, 1.05);
    }

    [Fact]
    public void Ascending_numbers_of_up_to_56_bits_come_back()
    {
        var random = new Random(9);
        var bits = new BitWriter();
        for (var round = 0; round < 500; round++)
        {
            var high = (ulong)random.NextInt64(1000, 1L << random.Next(11, 57));
            ulong[] values = [.. Enumerable.Range(0, random.Next(256)).Select(_ => (ulong)random.NextInt64((long)high + 1)).Append(high).Distinct().Order()];
            bits.Clear();
            InterpolativeCode.Write<ulong>(bits, values, 0, high);
            bits.Align();
            var read = new ulong[values.Length];
            var bit = 0L;
            InterpolativeCode.Read<ulong>(bits.Bytes, ref bit, read, 0, high);
            Assert.Equal(values, read);
            Assert.InRange(bits.Length - bit, 0, 7);
        }
    }

    [Fact]
    public void Bits_copied_from_anywhere_to_anywhere_are_those_that_were_written()
    {
        var random = new Random(8);
        var (source, target) = (new BitWriter(), new BitWriter());
        for (var round = 0; round < 500; round++)
        {
            (uint Greatest, uint Value)[] numbers = [.. Enumerable.Range(0, 1 + random.Next(200)).Select(_ => (uint)random.NextInt64(1L << random.Next(33))).Select(greatest => (greatest, (uint)random.NextInt64(greatest + 1L)))];
            source.Clear();
            target.Clear();
            source.WriteUpTo(uint.MaxValue >> random.Next(32), 0);
            target.WriteUpTo(uint.MaxValue >> random.Next(32), 0);
            var start = target.Length;
            foreach (var (greatest, value) in numbers)
            {
                var first = source.Length;
                source.WriteUpTo(greatest, value);
                target.Append(source.Bytes, first, source.Length);
            }

            var length = target.Length - start;
            target.Append(source.Bytes, source.Length - length, source.Length);
            target.Align();
            Assert.Equal(0, target.Length % 8);
            var bit = start;
            foreach (var (greatest, value) in numbers.Concat(numbers))
                Assert.Equal(value, BitReader.ReadUpTo(target.Bytes, ref bit, greatest));
            Assert.Equal(start + (2 * length), bit);
        }
    }

    [Fact]
    public void Whatever_the_bits_are_numbers_ascend_between_their_limits_or_too_few_bits_are_told()
    {
        var random = new Random(6);
        var told = 0;
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(100)];
            random.NextBytes(bytes);
            var (file, start) = PostingsBytes.FileOf(bytes);
            var values = new uint[random.Next(1, 100)];
            var high = (uint)(values.Length - 1 + random.Next(2000));
            try
            {
                new BitReader(file, start, file.Length, 0).ReadAscending<uint>(values, high);
            }
            catch (TanyuanException error)
            {
                Assert.Equal("index-corrupt", error.Code);
                told++;
            }

            Assert.True(values[^1] <= high);
            for (var i = 1; i < values.Length; i++)
                Assert.True(values[i] > values[i - 1]);
        }

        Assert.InRange(told, 10, 1990);
    }

    [Fact]
    public void An_extent_leaves_room_for_every_position_and_hardly_more()
    {
        var previous = (byte)0;
        for (long greatest = -1; greatest <= int.MaxValue; greatest += 1 + (greatest / 50))
        {
            var extent = FieldLength.EncodeExtent((int)greatest);
            Assert.True(extent >= previous, $"{greatest} has a smaller extent than what is before it.");
            Assert.True(FieldLength.GreatestPosition(extent) >= greatest, $"{greatest} is above its extent.");
            if (extent < byte.MaxValue)
                Assert.InRange(FieldLength.GreatestPosition(extent), Math.Max(0, greatest), Math.Max(0, greatest) + (greatest / 16) + 1);
            previous = extent;
        }

        Assert.Equal(byte.MaxValue, FieldLength.EncodeExtent(int.MaxValue));
        Assert.All(Enumerable.Range(0, 5000), length => Assert.True(FieldLength.Most(FieldLength.Encode(length)) >= length));
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

    static void Write(BitWriter bits, Writing write)
    {
        var pen = bits.Begin(2 * sizeof(ulong));
        write(ref pen);
        bits.End(pen);
    }

    static uint[] Ascending(Random random, int count, uint high)
    {
        var chosen = new SortedSet<uint>();
        var crowded = high < 2u * count;
        while (chosen.Count < (crowded ? high + 1 - count : count))
            chosen.Add((uint)random.NextInt64(high + 1L));
        return crowded ? [.. Enumerable.Range(0, (int)high + 1).Select(value => (uint)value).Where(value => !chosen.Contains(value))] : [.. chosen];
    }

    delegate void Writing(ref BitPen pen);
}
