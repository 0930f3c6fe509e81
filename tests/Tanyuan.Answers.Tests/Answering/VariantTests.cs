namespace Tanyuan.Answers.Tests.Answering;

/// <summary>A page that writes a date, a number or a name in another way than the question is found all the same.</summary>
public sealed class VariantTests
{
    [Theory]
    [InlineData("2024年4月18日发生了什么？", "announcement")]
    [InlineData("哪家工厂年产64亿颗零件？", "factory")]
    [InlineData("谁是北风传媒的CEO？", "media")]
    [InlineData("北风传媒的首席执行官是谁？", "media")]
    [InlineData("那家机构的GPU有多少张？", "cards")]
    public async Task It_is_the_first_document_of_the_evidence(string question, string expected)
    {
        await using var library = await SampleLibrary.OpenAsync(
        [
            ("announcement", "港区公告", "4月18日，港区码头因大风停航一天，渡轮改到次日清早开。"),
            ("factory", "Screws from the north", "The plant makes 6.4 billion screws a year. 零件 leave by train."),
            ("media", "北风传媒人事", "北风传媒行政总裁由陆听雪出任，任期三年。"),
            ("cards", "算力中心落成", "那家机构买下九百张显卡，机房在地下二层。"),
            ("other", "机构改革", "有些单位去年有所调整，传媒部门迁到了北边的工厂旧址。"),
        ]);
        var answer = await library.AskAsync(question, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.Ranked[0]);
    }
}
