namespace Tanyuan.Answers.Tests.Composing;

/// <summary>
/// Questions of several steps, for ways, for how it is now, comparisons, contradictions, sources and labels to pages that we wrote as the web has them: purchases and people on pages of their own, guides
/// of two years, news with its correction, product pages with definition lists, a forum, an interview.
/// </summary>
public sealed class SeveralTests() : WrittenPages("Composing", "Several")
{
    [Fact]
    public async Task As_many_are_answered_wholly_and_declined_as_when_they_were_written_down()
    {
        var (whole, answerable, declined, unanswerable, missed) = await CountWholeAsync();
        Assert.Equal((51, 11), (answerable, unanswerable));
        Assert.True(whole >= 35, $"{whole} of {answerable} are answered wholly. Not: {string.Join(' ', missed)}");
        Assert.InRange(declined, 10, unanswerable);
    }

    [Fact]
    public async Task Of_two_accounts_what_was_found_out_stands_first()
    {
        var answer = await AskAsync("南仓路仓库着火到底是叉车还是电焊引起的？");
        Assert.StartsWith("报告认定，起火原因是电动叉车", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.True(answer.Disagrees);
        Assert.Contains("电焊的火星", answer.Statements[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_post_says_is_said_by_whom_the_line_above_it_names() =>
        Assert.Contains("電芯有瑕疵", await AnswerAsync("按照小鹿的说法，E20电池出了什么毛病？"), StringComparison.Ordinal);

    [Fact]
    public async Task The_digits_of_a_name_are_no_amount_that_a_page_denies() => Assert.NotEqual(false, (await AskAsync("聆舟R5支持方言转写吗？")).IsSo);
}
