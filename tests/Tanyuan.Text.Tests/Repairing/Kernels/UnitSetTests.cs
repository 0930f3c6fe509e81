using Tanyuan.Text.Repairing.Kernels;

namespace Tanyuan.Text.Tests.Repairing.Kernels;

public sealed class UnitSetTests
{
    [Fact]
    public void Sixteen_at_a_time_finds_the_member_that_one_at_a_time_finds()
    {
        var random = new Random(3);
        for (var round = 0; round < 2_000; round++)
        {
            var members = Members(random);
            var set = new UnitSet(members);
            var text = new char[random.Next(120)];
            for (var at = 0; at < text.Length; at++)
                text[at] = Unit(random, members);
            for (var from = 0; from <= text.Length; from += random.Next(1, 20))
            {
                var expected = Array.FindIndex(text, from, unit => members.Contains(unit));
                Assert.Equal(expected, set.IndexInScalar(text, from));
                Assert.Equal(expected, set.IndexIn(text, from));
            }
        }
    }

    [Fact]
    public void Every_unit_is_a_member_or_not_wherever_it_stands()
    {
        var random = new Random(4);
        var members = Members(random);
        var set = new UnitSet(members);
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            Assert.Equal(members.Contains((char)unit), set.Contains((char)unit));
            Assert.Equal(members.Contains((char)unit) ? 0 : -1, set.IndexIn(new string((char)unit, 16)));
        }
    }

    /// <summary>A few ranges, a few single ones, the first and the last unit at times.</summary>
    static HashSet<char> Members(Random random)
    {
        var members = new HashSet<char>();
        for (var ranges = random.Next(1, 5); ranges > 0; ranges--)
        {
            var first = random.Next(0x10000);
            for (var unit = first; unit < Math.Min(0x10000, first + random.Next(1, 300)); unit++)
                members.Add((char)unit);
        }

        if (random.Next(4) == 0)
            members.UnionWith(['\0', char.MaxValue]);
        return members;
    }

    /// <summary>A neighbour of a member at times, so that the borders of ranges are tried; seldom a member.</summary>
    static char Unit(Random random, HashSet<char> members) => random.Next(10) switch
    {
        0 => (char)(members.ElementAt(random.Next(members.Count)) + random.Next(-2, 3)),
        < 6 => (char)random.Next(0x4E00, 0x9FFF),
        _ => (char)random.Next(0x10000),
    };
}
