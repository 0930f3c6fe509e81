using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using AnswersReader = Tanyuan.Answers.Reading.Reader;

namespace Tanyuan.Answers.Tests.Reading;

public class AnswerGroundsTests
{
    const string Orchid = "银边兰是多年生草本，原产青屿岛。叶细长，边缘银白。花为淡紫色，五月开放，有五枚花瓣。青屿岛居民用它的根染布。";

    [Theory]
    [InlineData("银边兰的花有什么特点？", "银边兰", 3)]
    [InlineData("銀邊蘭的花有什麼特點？", "銀邊蘭 (植物)", 3)]
    [InlineData("《潮声》是谁写的？", "《潮声》", 2)]
    [InlineData("银边兰的花有什么特点？", "金边兰", 0)]
    [InlineData("银边兰的花有什么特点？", "", 0)]
    public void A_title_is_asked_about_where_the_question_names_it(string question, string title, int length) =>
        Assert.Equal(length, AnswerGrounds.TitleAsked(QuestionAnalyzer.Analyze(question), Passage(title).TitleKey));

    [Fact]
    public void A_sentence_speaks_of_what_is_asked_where_a_clause_opens_with_it()
    {
        var (matcher, set) = Candidates("银边兰的花有什么特点？");
        var title = matcher.Cover("银边兰");
        Assert.Equal(1, AnswerGrounds.Opening(matcher.Question, Sentence(set, "淡紫"), title));
        Assert.Equal(0, AnswerGrounds.Opening(matcher.Question, Sentence(set, "草本"), title));
    }

    [Fact]
    public void What_the_title_says_counts_for_no_sentence()
    {
        var (matcher, set) = Candidates("银边兰的花有什么特点？");
        var title = matcher.Cover("银边兰");
        var (says, names) = (Beyond("淡紫"), Beyond("草本"));
        Assert.True(says > names);
        Assert.Equal(0, names);
        Assert.Equal(1, AnswerGrounds.BeyondTitle(matcher.Question, matcher.Cover("花"), matcher.Cover(matcher.Question.Key)));

        double Beyond(string word) => AnswerGrounds.BeyondTitle(matcher.Question, Sentence(set, word).Sentence.Coverage, title);
    }

    [Fact]
    public void An_answer_that_only_repeats_the_question_is_told_from_one_that_says_more()
    {
        var repeats = Features("青屿岛居民用什么的根染布？", "青屿岛居民", "染布");
        var says = Features("青屿岛居民用什么的根染布？", "它", "染布");
        Assert.Equal((1, 0), (repeats[^2], says[^2]));
        Assert.True(repeats[Inside] > says[Inside]);
        Assert.Equal(2, Features("青屿岛居民用什么的根染布？", "青屿岛", "染布")[^1]);
    }

    [Theory]
    [InlineData("银边兰的花有什么特点？")]
    [InlineData("银边兰原产哪里？")]
    [InlineData("花瓣有几枚？")]
    [InlineData("青屿岛居民用什么的根染布？")]
    [InlineData("谁？")]
    public void Shares_are_shares_whatever_is_answered(string question)
    {
        var (matcher, set) = Candidates(question);
        for (var i = 0; i < set.Candidates.Count; i++)
        {
            var values = Features(matcher, set, i);
            Assert.All(values, value => Assert.True(float.IsFinite(value)));
            Assert.All(new[] { 0, 2, 4, 5, 8, Inside, Inside + 1 }, share => Assert.InRange(values[share], 0, 1.0001f));
            Assert.True(values[1] <= 0);
            Assert.InRange(values[^1], 1, 5);
        }
    }

    // The feature that says how much of what its sentence repeats of the question an answer itself does.
    const int Inside = 11;

    static EvidencePassage Passage(string title) => new("1", "1", title, 0, Orchid, 1, false);

    static (QuestionMatcher Matcher, CandidateSet Set) Candidates(string asked)
    {
        var matcher = new QuestionMatcher(QuestionAnalyzer.Analyze(asked));
        return (matcher, CandidateSet.Cut(matcher, AnswersReader.Sentences(matcher, [Passage("银边兰")])));
    }

    static AnnotatedSentence Sentence(CandidateSet set, string word) => set.Sentences.First(sentence => sentence.Key.Contains(word, StringComparison.Ordinal));

    static float[] Features(string question, string answer, string word)
    {
        var (matcher, set) = Candidates(question);
        var index = Enumerable.Range(0, set.Candidates.Count).First(i => set.SentenceAt(i).Key.Contains(word, StringComparison.Ordinal)
            && set.SentenceAt(i).Key[set.Candidates[i].Start..set.Candidates[i].End] == answer);
        return Features(matcher, set, index);
    }

    static float[] Features(QuestionMatcher matcher, CandidateSet set, int index)
    {
        var passage = set.SentenceAt(index).Sentence.Passage;
        var values = new float[AnswerGrounds.Count];
        var writer = new FeatureWriter(values);
        new AnswerGrounds(matcher, [passage], AnswersReader.Sentences(matcher, [passage])).Write(
            new RankedSpan(set.SentenceAt(index), set.Candidates[index], 0) { Index = index }, matcher.Cover(passage.TitleKey), matcher.Cover(passage.Key), set.Missed[set.SentenceOf[index]], ref writer);
        writer.Finish();
        return values;
    }
}
