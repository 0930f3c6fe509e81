using System.Text;
using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Tests.Metadata;

public sealed class BylineSignTests
{
    static readonly string[] Pieces =
    [
        "作者", "作 者", "撰文", "文", "撰稿人", "编辑", "責任編輯", "责编", "編審", "审校", "信息来源", "来 源", "出处", "转载自", "轉自", "稿源", "本报记者", "記者", "记者", "记 者", "采写", "通讯员", "原创", "校对", "2024-03-21", "发布人",
        "發布者", ":", "：", "/", "／", " ", "　", "\t", "沈砚秋", "陆知遥", "司徒", "白礁晚报", "网", "（", "）", "【", "】", "]", "、", "报道", "報導", "摄", "文", "北京", "说", "，", "。", "2024", "time", "者", "发表于", "發表於", "发布于 3", "發佈於",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_line_that_a_pattern_matches_has_its_sign(int seed)
    {
        var random = new Random(seed);
        var (labelled, reporters, posted) = (0, 0, 0);
        for (var round = 0; round < 40_000; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 8); count > 0; count--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            var line = text.ToString();
            if (BylineParser.Labelled().IsMatch(line))
                labelled += Expect(BylineParser.MayBeLabelled(line), line);
            if (BylineParser.Reporter().IsMatch(line))
                reporters += Expect(BylineParser.MayNameReporter(line), line);
            if (BylineParser.PostedBy().IsMatch(line))
                posted += Expect(BylineParser.MayBePosted(line), line);
            if (BylineParser.Parse(line)?.Author is not null)
                Expect(BylineParser.MayNameAuthor(line), line);
        }

        Assert.True(labelled > 1_000 && reporters > 1_000 && posted > 200, $"{labelled} labels, {reporters} reporters, {posted} posted");
    }

    [Theory]
    [InlineData("王记茶馆开张")]
    [InlineData("潮生社记者看白礁|首页")]
    [InlineData("记者在现场看到，三百罐礁茶一早就卖完了")]
    public void A_line_that_only_speaks_of_such_things_has_none(string line) => Assert.False(BylineParser.MayNameReporter(line));

    static int Expect(bool sign, string line)
    {
        Assert.True(sign, line);
        return 1;
    }
}
