using Tanyuan.Text.Repairing.ByteSlips;

namespace Tanyuan.Text.Tests.Repairing.ByteSlips;

public sealed class SlipMarksTests
{
    [Theory]
    [InlineData("他說：“這座鐘", '”', '“')]
    [InlineData("霽城（大鐘", '）', '（')]
    [InlineData("「銅套」換了『新", '』', '『')]
    public void What_is_open_may_close_and_not_open_again(string before, char closing, char opening)
    {
        var open = SlipMarks.OpenAt(before);
        Assert.Equal(0, SlipMarks.Cost(open, SlipMarks.After(open, closing), closing));
        Assert.NotEqual(0, SlipMarks.Cost(open, SlipMarks.After(open, opening), opening));
        Assert.Equal(0, SlipMarks.After(open, closing));
    }

    [Theory]
    [InlineData("")]
    [InlineData("他說：“修好了。”")]
    [InlineData("「上一行\n這一行")]
    public void What_is_not_open_in_the_line_cannot_close(string before)
    {
        Assert.Equal(0, SlipMarks.OpenAt(before));
        Assert.NotEqual(0, SlipMarks.Cost(0, SlipMarks.After(0, '」'), '」'));
        Assert.Equal(0, SlipMarks.Cost(0, SlipMarks.After(0, '「'), '「'));
        Assert.Equal(0, SlipMarks.Cost(0, SlipMarks.After(0, '鐘'), '鐘'));
    }

    [Fact]
    public void A_line_ends_in_a_stop_with_nothing_open()
    {
        var stop = SlipMarks.CostAtEnd('。', 0, 60);
        Assert.Equal(0, stop);
        Assert.True(SlipMarks.CostAtEnd('鐘', 0, 60) > stop);
        Assert.Equal(stop, SlipMarks.CostAtEnd('鐘', 0, 8));
        Assert.True(SlipMarks.CostAtEnd('，', 0, 60) > SlipMarks.CostAtEnd('鐘', 0, 60));
        Assert.True(SlipMarks.CostAtEnd('。', SlipMarks.OpenAt("他說：“"), 60) > stop);
    }
}
