using Tanyuan.Answers.Questions;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Answers.Tests;

public class AskedYearTests
{
    [Theory]
    [InlineData("临江大桥在哪一年建成？", "1987年")]
    [InlineData("临江大桥于哪年动工？", "1983年")]
    public async Task A_question_for_a_year_is_answered_with_the_year_alone(string question, string expected) =>
        Assert.Equal(expected, await AskAsync(question));

    [Fact]
    public async Task A_question_for_a_time_is_answered_with_the_day_where_it_is_told() =>
        Assert.Contains("1987年12月27日", await AskAsync("临江大桥是什么时候建成的？"), StringComparison.Ordinal);

    [Theory]
    [InlineData("冷湖市是何时设立的？")]
    [InlineData("冷湖市是什么时候设立的？")]
    public async Task A_copula_behind_a_name_that_no_dictionary_has_is_no_part_of_it(string question)
    {
        Assert.DoesNotContain(QuestionAnalyzer.Analyze(question).Terms, term => term.Key.EndsWith('是'));
        var answer = await OnePage.AskAsync("冷湖", "冷湖在西部。1959年设立冷湖市，1964年撤销。如今那里只剩遗址。", question);
        Assert.Equal("1959年", answer.Statements[0].Text);
    }

    static async Task<string> AskAsync(string question)
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        var text = "临江大桥横跨白鹭江。1983年3月，临江大桥动工。1987年12月27日，临江大桥建成。"u8.ToArray();
        await library.AddAsync([new SourceItem(new Page("page", text, PageFormat.Article) { ExternalId = "page", Title = "新闻" }, null)], cancellationToken: TestContext.Current.CancellationToken);
        var answer = await library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        return answer.Statements[0].Text;
    }
}
