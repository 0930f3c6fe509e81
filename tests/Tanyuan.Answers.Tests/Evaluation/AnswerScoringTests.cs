using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Answers.Evaluation;

namespace Tanyuan.Answers.Tests.Evaluation;

public sealed class AnswerScoringTests
{
    [Theory]
    [InlineData("《盐田》", "盐田")]
    [InlineData("MiLM-6B", "milm6b")]
    [InlineData("顾念慈。", "顾念慈")]
    public void Punctuation_and_case_do_not_count(string answer, string gold) => Assert.True(AnswerScoring.ExactMatch(answer, gold));

    [Theory]
    [InlineData("2019年3月", "2019年", 4.0 / 6)]
    [InlineData("沈怀远", "沈怀远", 1)]
    [InlineData("沈怀远", "罗清许", 0)]
    [InlineData("60.2分", "60.2", 2.0 / 3)]
    [InlineData("北岸学院", "学院北岸", 0.5)]
    public void F1_counts_the_longest_common_run_of_tokens(string answer, string gold, double expected) =>
        Assert.Equal(expected, AnswerScoring.F1(answer, gold), 9);

    [Fact]
    public void F1_is_symmetric_and_between_0_and_1()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>((left, right) =>
        {
            var f1 = AnswerScoring.F1(left.Get, right.Get);
            return f1 is >= 0 and <= 1 && Math.Abs(f1 - AnswerScoring.F1(right.Get, left.Get)) < 1e-12;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void White_space_does_not_hide_a_gold_answer() => Assert.True(AnswerScoring.Contains("成立于 2014 年", "2014年"));
}
