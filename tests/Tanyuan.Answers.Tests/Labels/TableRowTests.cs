using Tanyuan.Answers.Labels;

namespace Tanyuan.Answers.Tests.Labels;

public sealed class TableRowTests
{
    [Fact]
    public void A_cell_belongs_to_the_head_that_it_stands_under()
    {
        var head = TableRow.Of("品类          水洗      干洗      备注");
        var row = TableRow.Of("毛毯                    40元      大号加10元");
        Assert.Equal(3, row.Cells.Count);
        Assert.True(row.IsBeside(head));
        Assert.Equal([0, 2, 3], [row.HeadOf(0, head), row.HeadOf(1, head), row.HeadOf(2, head)]);
    }

    [Fact]
    public void Cells_between_tabs_may_be_empty() => Assert.Equal(3, TableRow.Of("a\t\tb").Cells.Count);

    [Fact]
    public void A_sentence_is_one_cell() => Assert.Single(TableRow.Of("会员充500元 打八折。").Cells);
}
