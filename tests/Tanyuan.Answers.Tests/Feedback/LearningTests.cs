using Tanyuan.Answers.Feedback;
using Tanyuan.Library;
using Tanyuan.Text;

namespace Tanyuan.Answers.Tests.Feedback;

public class LearningTests
{
    [Fact]
    public async Task Feedback_is_kept_in_the_library_and_the_last_word_on_a_span_counts()
    {
        await using var library = await OpenAsync();
        await library.AddFeedbackAsync(Entry("谁？", FeedbackKind.Right, "甲"), TestContext.Current.CancellationToken);
        await library.AddFeedbackAsync(Entry("谁？", FeedbackKind.Better, "乙\n“丙”"), TestContext.Current.CancellationToken);
        await library.AddFeedbackAsync(Entry("谁？", FeedbackKind.Wrong, "甲"), TestContext.Current.CancellationToken);
        var kept = await library.ListFeedbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(FeedbackKind.Better, "乙\n“丙”"), (FeedbackKind.Wrong, "甲")], kept.Select(entry => (entry.Kind, entry.Span)));
    }

    [Fact]
    public async Task Little_feedback_is_not_learnt_from()
    {
        await using var library = await OpenAsync();
        var error = await Assert.ThrowsAsync<TanyuanException>(() => library.LearnAsync(TestContext.Current.CancellationToken));
        Assert.Equal("feedback-too-little", error.Code);
    }

    [Fact]
    public async Task What_is_consistently_better_is_learnt_and_answers_change_with_it()
    {
        await using var library = await OpenAsync();
        for (var i = 0; i < Count; i++)
            await library.AddFeedbackAsync(Entry(Question(i), FeedbackKind.Better, Sentence(i).TrimEnd('。')), TestContext.Current.CancellationToken);

        var report = await library.LearnAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Count * 2 / 3, Count / 3), (report.Learnt, report.HeldOut));
        Assert.True(report.Kept, $"{report.Before:F3} → {report.After:F3}");
        Assert.True(report.After > report.Before);

        var again = await library.LearnAsync(TestContext.Current.CancellationToken);
        Assert.False(again.Kept);
        Assert.Equal(report.After, again.Before, 9);
    }

    [Fact]
    public async Task Feedback_that_agrees_with_the_reader_changes_nothing()
    {
        await using var library = await OpenAsync();
        for (var i = 0; i < Count; i++)
        {
            var answer = await library.AskAsync(Question(i), new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
            await library.AddFeedbackAsync(Entry(Question(i), FeedbackKind.Right, answer.Statements[0].Text), TestContext.Current.CancellationToken);
        }

        var report = await library.LearnAsync(TestContext.Current.CancellationToken);
        Assert.False(report.Kept);
        Assert.Equal(1, report.Before, 6);
    }

    const int Count = 12;

    static readonly string[] Towns = ["云溪", "青石", "白沙", "柳湾", "雁落", "山城", "北岸", "南屏", "东陵", "西渡", "月浦", "星沙"];

    static string Question(int i) => $"{Towns[i]}大桥是哪一年通车的？";

    static string Sentence(int i) => $"{Towns[i]}大桥于{1990 + i}年正式通车。";

    static FeedbackEntry Entry(string question, FeedbackKind kind, string span) => new(question, kind, span, DateTimeOffset.UnixEpoch);

    static Task<TanyuanLibrary> OpenAsync() =>
        SampleLibrary.OpenAsync(Enumerable.Range(0, Count).Select(i => ($"bridge-{i}", $"{Towns[i]}大桥", $"{Sentence(i)}大桥全长{i + 2}公里，由当地居民集资修建。")));
}
