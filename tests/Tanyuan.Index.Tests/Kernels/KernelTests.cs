using System.Runtime.InteropServices;
using Tanyuan.Index.Kernels;

namespace Tanyuan.Index.Tests.Kernels;

/// <summary>Every kernel against its scalar twin.</summary>
public class KernelTests
{
    [Fact]
    public void Lanes_of_every_width_give_back_what_was_packed_in_both_kernels()
    {
        var random = new Random(1);
        for (var width = 0; width <= 32; width++)
        {
            var values = Numbers(random, LanePacking.Length, width);
            var packed = new uint[LanePacking.Length];
            LanePacking.Pack(values, width, packed);
            var (packedByScalar, packedByVector) = (new uint[LanePacking.Length], new uint[LanePacking.Length]);
            LanePacking.PackScalar(values, width, packedByScalar);
            LanePacking.PackVector(values, width, packedByVector);
            Assert.Equal(packed, packedByScalar);
            Assert.Equal(packed, packedByVector);
            var bytes = MemoryMarshal.AsBytes(packed.AsSpan())[..(width * LanePacking.BytesPerBit)];

            var (scalar, vector, chosen) = (new uint[LanePacking.Length], new uint[LanePacking.Length], new uint[LanePacking.Length]);
            LanePacking.UnpackScalar(bytes, width, scalar);
            LanePacking.UnpackVector(bytes, width, vector);
            LanePacking.Unpack(bytes, width, chosen);
            Assert.Equal(values, scalar);
            Assert.Equal(values, vector);
            Assert.Equal(values, chosen);
        }
    }

    [Fact]
    public void Numbers_that_reach_a_threshold_are_found_alike_by_both_kernels()
    {
        var random = new Random(3);
        for (var length = 0; length <= 256; length++)
        {
            var values = Numbers(random, length, random.Next(1, 33));
            var least = length == 0 ? 1 : values[random.Next(length)];
            var expected = Enumerable.Range(0, length).Where(place => values[place] >= least).ToArray();
            var (scalar, vector, chosen) = (new int[length], new int[length], new int[length]);
            Assert.Equal(expected, scalar[..Threshold.SelectScalar(values, least, scalar)]);
            Assert.Equal(expected, vector[..Threshold.SelectVector(values, least, vector)]);
            Assert.Equal(expected, chosen[..Threshold.Select(values, least, chosen)]);
        }
    }

    [Fact]
    public void Bytes_below_a_limit_are_counted_alike_by_both_kernels_unless_one_is_equal_to_it()
    {
        var random = new Random(17);
        var bytes = new byte[BytesBelow.Most];
        for (var round = 0; round < 5000; round++)
        {
            random.NextBytes(bytes);
            var (count, limit) = (random.Next(BytesBelow.Most + 1), (byte)random.Next(256));
            var counted = bytes.AsSpan(0, count);
            var expected = counted.Contains(limit) ? -1 : counted.ToArray().Count(value => value < limit);
            Assert.Equal(expected, BytesBelow.CountScalar(bytes, count, limit));
            Assert.Equal(expected, BytesBelow.CountVector(bytes, count, limit));
            Assert.Equal(expected, BytesBelow.Count(bytes, count, limit));
        }
    }

    [Fact]
    public void Every_number_of_any_length_grows_by_one_in_both_kernels()
    {
        var random = new Random(4);
        for (var length = 0; length <= 40; length++)
        {
            var values = Numbers(random, length, 31);
            var expected = values.Select(value => value + 1).ToArray();
            var (scalar, vector, chosen) = ((uint[])values.Clone(), (uint[])values.Clone(), (uint[])values.Clone());
            Increment.ApplyScalar(scalar);
            Increment.ApplyVector(vector);
            Increment.Apply(chosen);
            Assert.Equal(expected, scalar);
            Assert.Equal(expected, vector);
            Assert.Equal(expected, chosen);
        }
    }

    [Fact]
    public void What_numbers_have_above_any_width_adds_up_to_the_same_in_both_kernels()
    {
        var random = new Random(5);
        for (var length = 0; length <= 256; length++)
        {
            var values = Numbers(random, length, 32);
            var width = random.Next(32);
            var expected = (ulong)values.Sum(value => (long)(value >> width));
            Assert.Equal(expected, WideNumbers.SumAboveScalar(values, width));
            Assert.Equal(expected, WideNumbers.SumAboveVector(values, width));
            Assert.Equal(expected, WideNumbers.SumAbove(values, width));
        }
    }

    [Fact]
    public void Bits_spread_over_a_mask_stand_where_its_ones_are_in_both_kernels()
    {
        var random = new Random(6);
        for (var round = 0; round < 1000; round++)
        {
            var (bits, mask) = ((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
            var spread = SelectedNumbers.Spread(bits, mask);
            Assert.Equal(SelectedNumbers.SpreadScalar(bits, mask), spread);
            var next = 0;
            for (var place = 0; place < 64; place++)
            {
                var isOne = (mask >> place & 1) != 0;
                Assert.Equal(isOne ? bits >> next & 1 : 0, spread >> place & 1);
                next += isOne ? 1 : 0;
            }
        }
    }

    [Fact]
    public void In_how_many_planes_a_number_is_comes_out_alike_in_both_kernels()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            // Each plane has only numbers of the one before.
            byte[] expected = [.. Enumerable.Range(0, LanePacking.Length).Select(_ => (byte)random.Next(random.Next(1, SelectedNumbers.Planes + 2)))];
            var planes = new ulong[SelectedNumbers.Planes * SelectedNumbers.Words];
            for (var place = 0; place < expected.Length; place++)
            {
                for (var plane = 0; plane < expected[place]; plane++)
                    planes[(plane * SelectedNumbers.Words) + (place / 64)] |= 1UL << (place % 64);
            }

            var (scalar, vector, chosen) = (new byte[LanePacking.Length], new byte[LanePacking.Length], new byte[LanePacking.Length]);
            SelectedNumbers.CountScalar(planes, scalar);
            SelectedNumbers.Count(planes, chosen);
            Assert.Equal(expected, scalar);
            Assert.Equal(expected, chosen);
            if (!SelectedNumbers.HasVector)
                continue;

            SelectedNumbers.CountVector(planes, vector);
            Assert.Equal(expected, vector);
        }
    }

    [Fact]
    public void Numbers_of_lanes_and_what_lies_above_them_come_together_and_are_added_up_alike_in_both_kernels()
    {
        var random = new Random(8);
        for (var width = 0; width <= 15; width++)
        {
            var before = random.Next(-1, 1_000_000);
            byte[] above = [.. Enumerable.Range(0, LanePacking.Length).Select(_ => (byte)random.Next(256))];
            var values = Numbers(random, LanePacking.Length, width);
            var packed = new uint[LanePacking.Length];
            LanePacking.Pack(values, width, packed);
            var lowest = MemoryMarshal.AsBytes(packed.AsSpan())[..(width * LanePacking.BytesPerBit)];
            uint[] expected = [.. values.Select((value, place) => value + ((uint)above[place] << width))];
            uint[] sums = [.. expected.Select((_, place) => (uint)(before + expected.Take(place + 1).Sum(value => value + 1L)))];

            var (scalar, vector, chosen) = (new uint[LanePacking.Length], new uint[LanePacking.Length], new uint[LanePacking.Length]);
            RaisedLanes.UnpackScalar(lowest, width, above, scalar);
            RaisedLanes.Unpack(lowest, width, above, chosen);
            Assert.Equal(expected, scalar);
            Assert.Equal(expected, chosen);
            if (RaisedLanes.HasVector)
            {
                RaisedLanes.UnpackVector(lowest, width, above, vector);
                Assert.Equal(expected, vector);
            }

            RaisedLanes.UnpackSumsScalar(lowest, width, above, before, scalar);
            RaisedLanes.UnpackSums(lowest, width, above, before, chosen);
            Assert.Equal(sums, scalar);
            Assert.Equal(sums, chosen);
            if (!RaisedLanes.HasVector)
                continue;

            RaisedLanes.UnpackSumsVector(lowest, width, above, before, vector);
            Assert.Equal(sums, vector);
        }
    }

    [Fact]
    public void What_ascending_numbers_have_in_common_is_found_by_both_kernels()
    {
        var random = new Random(15);
        for (var round = 0; round < 3000; round++)
        {
            var most = random.Next(1, 2000);
            var (left, right) = (Ascending(random, most), Ascending(random, most));
            var expected = left.Intersect(right).ToArray();
            var (scalar, vector) = (new uint[256], new uint[256]);
            Assert.Equal(expected, scalar[..Intersection.FindScalar(left, right, scalar)]);
            Assert.Equal(expected, vector[..Intersection.Find(left, right, vector)]);
            if (Intersection.HasVector)
                Assert.Equal(expected, vector[..Intersection.FindVector(left, right, vector)]);
        }

        static uint[] Ascending(Random random, int most) =>
            [.. Enumerable.Range(0, random.Next(257)).Select(_ => (uint)random.Next(most) * (uint)(random.Next(10) == 0 ? 2_000_000 : 1)).Distinct().Order()];
    }

    [Fact]
    public void Running_sums_of_any_length_are_the_same_in_both_kernels()
    {
        var random = new Random(2);
        for (var length = 0; length <= 256; length++)
        {
            var scalar = Numbers(random, length, 20);
            var vector = (uint[])scalar.Clone();
            var before = random.Next(-1, 1_000_000);
            var expected = scalar.Select((_, place) => (uint)(before + scalar.Take(place + 1).Sum(value => value + 1L))).ToArray();
            var chosen = (uint[])scalar.Clone();
            RunningSum.ApplyScalar(scalar, before);
            RunningSum.Apply(chosen, before);
            Assert.Equal(expected, scalar);
            Assert.Equal(expected, chosen);
            if (!RunningSum.HasVector)
                continue;

            RunningSum.ApplyVector(vector, before);
            Assert.Equal(expected, vector);
        }
    }

    [Fact]
    public void Numbers_that_are_too_wide_are_counted_alike_by_both_kernels()
    {
        var random = new Random(5);
        for (var length = 0; length <= 256; length++)
        {
            var values = Numbers(random, length, 32);
            for (var i = 0; i < length; i++)
                values[i] >>= random.Next(32);
            for (var width = 0; width < 32; width++)
            {
                var expected = values.Count(value => value >= 1L << width);
                Assert.Equal(expected, WideNumbers.CountScalar(values, width));
                Assert.Equal(expected, WideNumbers.CountVector(values, width));
            }
        }
    }

    [Fact]
    public void Numbers_below_a_bound_are_counted_in_rows_of_any_length()
    {
        var random = new Random(6);
        for (var length = 0; length <= 256; length++)
        {
            uint[] values = [.. Numbers(random, length, random.Next(1, 32)).Order()];
            uint[] bounds = [0, int.MaxValue, .. values, .. values.Select(value => value + 1)];
            foreach (var bound in bounds.Where(bound => bound <= int.MaxValue))
                Assert.Equal(values.Count(value => value < bound), Ascending.CountBelow(values, bound));
        }
    }

    [Fact]
    public void The_first_number_that_reaches_a_bound_is_found_whatever_stands_behind_the_row()
    {
        var random = new Random(9);
        for (var length = 1; length <= 256; length++)
        {
            uint[] values = [.. Numbers(random, length, random.Next(8, 32)).Order()];
            uint[] padded = [.. values, .. Numbers(random, Ascending.Padding, 31)];
            for (var from = 0; from < length; from += random.Next(1, 40))
            {
                var place = random.Next(from, length);
                Assert.Equal(Array.FindIndex(values, from, value => value >= values[place]), Ascending.FindFrom(padded, from, length, values[place]));
            }
        }
    }

    static uint[] Numbers(Random random, int count, int width) =>
        [.. Enumerable.Range(0, count).Select(_ => width == 0 ? 0 : (uint)random.NextInt64(1L << width))];
}
