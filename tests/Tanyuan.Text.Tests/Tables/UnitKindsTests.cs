using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tests.Tables;

public sealed class UnitKindsTests
{
    [Fact]
    public void Every_unit_has_the_kind_that_it_was_given()
    {
        var random = new Random(9);
        var kinds = new byte[char.MaxValue + 1];
        for (var unit = 0; unit < kinds.Length; unit++)
            kinds[unit] = (byte)random.Next(UnitKinds.Count);
        var packed = new UnitKinds(kinds);
        for (var unit = 0; unit < kinds.Length; unit++)
            Assert.Equal(kinds[unit], packed.Of((char)unit));
    }

    [Fact]
    public void What_is_named_twice_is_of_the_last_kind_and_what_is_not_named_of_none()
    {
        var kinds = new UnitKinds(("茶馆a\uFFFF", 3), ("馆", 1));
        Assert.Equal([3, 1, 3, 3, 0, 0], "茶馆a\uFFFFb茷".Select(kinds.Of));
    }

    [Fact]
    public void A_fifth_kind_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new UnitKinds(("茶", UnitKinds.Count)));
}
