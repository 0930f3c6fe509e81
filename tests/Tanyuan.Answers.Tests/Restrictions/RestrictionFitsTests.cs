using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Restrictions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Tests.Restrictions;

public class RestrictionFitsTests
{
    [Theory]
    [InlineData("在欧洲，北岸集团占多少份额？", "北岸集团在欧洲占30%。", "30%", RestrictionFits.Governs)]
    [InlineData("在歐洲，北岸集團佔多少份額？", "北岸集团在欧洲占30%，在日本占45%。", "45%", RestrictionFits.InSentence)]
    [InlineData("在欧洲，北岸集团占多少份额？", "北岸集团在日本占45%。", "45%", RestrictionFits.Contradicted)]
    [InlineData("在欧洲，北岸集团占多少份额？", "再看欧洲。北岸集团占30%。", "30%", RestrictionFits.Nearby)]
    [InlineData("在欧洲，北岸集团占多少份额？", "再看日本。北岸集团占30%。", "30%", RestrictionFits.ContradictedNearby)]
    [InlineData("在欧洲，北岸集团占多少份额？", "北岸集团占30%。", "30%", RestrictionFits.Unsaid)]
    [InlineData("北岸集团占多少份额？", "北岸集团在日本占45%。", "45%", RestrictionFits.Free)]
    public void A_place_asked_for_holds_or_breaks_what_a_sentence_says(string question, string text, string answer, double expected) =>
        Assert.Equal(expected, Fit(question, text, answer, RestrictionKind.Place));

    [Theory]
    [InlineData("2021年第一季度的毛利率是多少？", "2021年第一季度毛利率为21%。", "21%", RestrictionFits.Governs)]
    [InlineData("2021年第一季度的毛利率是多少？", "2021年第二季度毛利率为23%。", "23%", RestrictionFits.Contradicted)]
    public void A_quarter_is_held_apart_from_its_year(string question, string text, string answer, double expected)
    {
        Assert.Equal(expected, Fit(question, text, answer, RestrictionKind.PartOfYear));
        Assert.Equal(RestrictionFits.Governs, Fit(question, text, answer, RestrictionKind.Year));
    }

    [Theory]
    [InlineData("2021年第一季度的毛利率是多少？", "2021年第一季度毛利率为21%。", "21%", new float[] { 0, 0, 0, 0, 0, 1 })]
    [InlineData("2021年第一季度的毛利率是多少？", "2021年第二季度毛利率为23%。", "23%", new float[] { 1, 0, 0, 0, 0, 0 })]
    [InlineData("2021年的毛利率是多少？", "毛利率为21%。", "21%", new float[] { 0, 0, 1, 0, 0, 0 })]
    [InlineData("毛利率是多少？", "2021年毛利率为21%。", "21%", new float[] { 0, 0, 0, 0, 0, 0 })]
    public void What_a_sentence_breaks_is_told_apart_from_what_it_leaves_unsaid(string question, string text, string answer, float[] expected)
    {
        var values = new float[RestrictionFits.WorstCount];
        var writer = new FeatureWriter(values);
        var (fits, standing, span) = Standing(question, text, answer);
        fits.WriteWorst(standing, span, ref writer);
        writer.Finish();
        Assert.Equal(expected, values);
    }

    [Fact]
    public void What_is_asked_for_holds_nothing()
    {
        Assert.False(new RestrictionFits(QuestionAnalyzer.Analyze("灯塔大会是哪一年在临江举办的？")).Any);
        Assert.True(new RestrictionFits(QuestionAnalyzer.Analyze("首届灯塔大会是哪一年在临江举办的？")).Any);
    }

    [Fact]
    public void What_is_asked_whether_it_is_so_holds_nothing() =>
        Assert.False(new RestrictionFits(QuestionAnalyzer.Analyze("青石渡轮是2015年开航的吗？")).Any);

    [Fact]
    public void Of_no_sentences_nothing_is_said() =>
        Assert.Empty(new RestrictionFits(QuestionAnalyzer.Analyze("在欧洲，北岸集团占多少份额？")).Of([]));

    static double Fit(string question, string text, string answer, RestrictionKind kind)
    {
        var (fits, standing, span) = Standing(question, text, answer);
        return fits.Fit(standing, kind, span);
    }

    static (RestrictionFits Fits, RestrictionFits.Standing Standing, TextSpan Span) Standing(string question, string text, string answer)
    {
        var fits = new RestrictionFits(QuestionAnalyzer.Analyze(question));
        var passage = new EvidencePassage("d", "d", "财报", 0, text, 1, false);
        var sentence = new EvidenceSentence(passage, 0, passage.Sentences.Count - 1, new Coverage([], 0, 0, 0, 0));
        return (fits, fits.Of([sentence])[0], new TextSpan(sentence.Key.IndexOf(answer, StringComparison.Ordinal), answer.Length));
    }
}
