using Tanyuan.Answers.Evaluation;
using Tanyuan.Answers.Tests.Writing;
using Tanyuan.Answers.Writing;
using Tanyuan.Text;

namespace Tanyuan.Answers.Tests.Evaluation;

public class EndpointEvaluatorTests
{
    const string Csv = "id,question,A,B,C,D,answer\r\n0,\"下列哪一项，\"\"对\"\"？\",甲,乙,丙,丁,B\r\n1,\"两行\n的题\",一,二,三,四,D\r\n2,第三题,1,2,3,4,A\r\n";

    [Fact]
    public async Task A_model_is_scored_on_the_same_set_with_what_it_costs()
    {
        await using var server = new ScriptedModelServer(_ => "")
        {
            Script = message => message.Contains("全长", StringComparison.Ordinal) ? "12.6公里" : message.Contains("首席", StringComparison.Ordinal) ? "张三" : "NOT_IN_SOURCES",
        };
        using var client = ModelEndpoint.At(server.Url, "m").CreateClient();
        var report = await EndpointEvaluator.RunAsync(
            client, "m",
            [
                new("a", "望潮大桥全长多少公里？", ["12.6公里"], null, true, null),
                new("b", "微岚科技的首席执行官是谁？", ["罗清许"], null, true, null),
                new("c", "火星基地的食堂几点开门？", [], null, false, null),
            ],
            new TokenPrice(2, 10), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((3, 2, 1, 1, 0), (report.All.Questions, report.All.Answered, report.All.Right, report.All.AbstainedRightly, report.All.FalseAnswers));
        Assert.Null(report.All.CitedRight);
        Assert.Equal(120, report.All.Value("tokens"));
        Assert.Equal(((100 * 2) + (20 * 10)) / 1e6, report.All.Value("cost")!.Value, 12);
    }

    [Fact]
    public async Task A_multiple_choice_set_is_scored_by_the_letter_named()
    {
        var questions = ChoiceQuestion.Read(new StringReader(Csv));
        Assert.Equal("下列哪一项，\"对\"？", questions[0].Question);
        Assert.Equal(["一", "二", "三", "四"], questions[1].Choices);
        await using var server = new ScriptedModelServer(message => message.Contains('对', StringComparison.Ordinal) ? "答案是 **B**。" : message.Contains("两行", StringComparison.Ordinal) ? "<think>A or B</think>D. 四" : "不知道");
        using var client = ModelEndpoint.At(server.Url, "m").CreateClient();
        var report = await EndpointEvaluator.RunChoicesAsync(client, "m", questions, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((3, 2, 2), (report.All.Questions, report.All.Answered, report.All.Right));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,question,A,answer\n0,题,甲,A\n")]
    [InlineData("id,question,A,B,answer\n0,题,甲,乙,E\n")]
    [InlineData("id,question,A,B,answer\n0,题,甲\n")]
    public void A_set_that_cannot_be_read_is_named(string csv) =>
        Assert.Equal("evaluation-set-invalid", Assert.Throws<TanyuanException>(() => ChoiceQuestion.Read(new StringReader(csv))).Code);
}
