using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Text;
using AnswersReader = Tanyuan.Answers.Reading.Reader;

namespace Tanyuan.Answers.Tests.Reading;

public class NetworkTests
{
    const string Passage =
        "望潮大桥位于临江市东部，全长12.6公里，2019年3月开工，由远帆建设集团承建。大桥的总设计师是陆知远，他说：“桥塔的造型取自当地的渔船。”"
        + "通车以后，每天约有四万辆车经过，其中货车占27.5%。The bridge is lit at night. 《望潮》一书记录了它的建造。";

    [Theory]
    [InlineData("望潮大桥全长多少公里？")]
    [InlineData("望潮大桥由哪家公司承建？")]
    [InlineData("桥塔的造型取自什么？")]
    [InlineData("望潮大橋的總設計師是誰？")]
    [InlineData("大桥为什么")]
    [InlineData("When is the bridge lit?")]
    public void The_fast_inference_gives_what_plain_loops_over_the_file_give(string asked) => AssertPlain(asked, "望潮大桥", Passage);

    [Theory]
    [InlineData("", "望潮大桥全长12.6公里。")]
    [InlineData("临江市的桥梁、码头、渡口、灯塔和它们的建造者：一部写给后来人的城市交通史", "望潮大桥全长12.6公里。")]
    [InlineData("", "从前这里只有渡船，每天往返十二次，遇到大雾、大风或者落潮就要停航，两岸的居民往往要在码头上等到天黑，货物也只好堆在岸边，许多年里人们一直盼望有一座桥能把两岸连起来，让孩子不用坐船上学。它全长12.6公里。")]
    public void Whatever_stands_around_a_sentence_is_read_as_plain_loops_read_it(string title, string passage) => AssertPlain("大桥全长多少公里？", title, passage);

    [Fact]
    public void What_stands_before_a_sentence_tells_in_what_the_networks_make_of_it()
    {
        var scores = new[] { "望潮大桥在临江市。", "长滩隧道在临江市。" }.Select(before => Score("望潮大桥全长多少公里？", "", before + "它全长12.6公里。")).ToList();
        Assert.NotEqual(scores[0], scores[1]);
    }

    static double Score(string asked, string title, string text)
    {
        var (matcher, set) = Candidates(asked, title, text);
        var scores = new float[set.Candidates.Count];
        using var run = new NetworkRun(NetworkModel.Default);
        run.Score(matcher, set, scores);
        return scores[Enumerable.Range(0, scores.Length).First(i => set.SentenceAt(i).Key[set.Candidates[i].Start..set.Candidates[i].End] == "12.6公里")];
    }

    static void AssertPlain(string asked, string title, string text)
    {
        var (matcher, set) = Candidates(asked, title, text);
        Assert.NotEmpty(set.Candidates);
        var plain = PlainNetwork.Read(File());
        var expected = plain.Select(network => network.Score(matcher, set)).ToList();
        var scores = new float[set.Candidates.Count];
        using var run = new NetworkRun(NetworkModel.Default);
        var unsaid = run.Score(matcher, set, scores);
        Assert.Equal(expected.Average(of => of[^1]), unsaid, 0.002);
        for (var i = 0; i < scores.Length; i++)
            Assert.Equal(expected.Average(of => of[i]), scores[i], 0.002);
        foreach (var sentence in plain[0].Found.Keys)
            Assert.Equal(plain[0].Found[sentence].Select((_, j) => plain.Max(network => network.Found[sentence][j])), run.Found[sentence], (left, right) => Math.Abs(left - right) < 0.002);
    }

    [Fact]
    public void Shares_of_all_spans_and_of_not_said_here_add_up_to_one()
    {
        var (matcher, set) = Candidates("望潮大桥全长多少公里？");
        var shares = new NetworkReader(NetworkModel.Default).Read(matcher, set).Shares;
        var sum = Math.Exp(shares.Unsaid) + Enumerable.Range(0, set.Candidates.Count).Sum(i => Math.Exp(shares.Span(i)));
        Assert.Equal(1, sum, 0.001);
    }

    [Fact]
    public void A_sentence_that_says_what_is_asked_misses_less_of_the_question_than_one_that_does_not()
    {
        var (matcher, set) = Candidates("桥塔的造型取自什么？");
        var alignment = new NetworkReader(NetworkModel.Default).Read(matcher, set).Alignment;
        var says = set.SentenceOf.First(sentence => set.Sentences[sentence].Key.Contains("造型", StringComparison.Ordinal));
        var others = set.SentenceOf.Distinct().Where(sentence => sentence != says).Select(Features).ToList();
        Assert.NotEmpty(others);
        var right = Features(says);
        Assert.All(others, other => Assert.True(right.Whole > other.Whole && right.Missed < other.Missed && right.Least > other.Least));
        Assert.All(others.Append(right), found => Assert.InRange(found.Whole, found.Least, 1));

        (float Whole, float Missed, float Least) Features(int sentence)
        {
            var values = new float[QuestionAlignment.Count];
            var writer = new FeatureWriter(values);
            alignment.Write(matcher.Question, sentence, ref writer);
            writer.Finish();
            return (values[0], values[1], values[2]);
        }
    }

    [Fact]
    public void The_deed_asked_for_is_found_best_where_it_is_told()
    {
        var (matcher, set) = Candidates("望潮大桥由哪家公司承建？");
        var alignment = new NetworkReader(NetworkModel.Default).Read(matcher, set).Alignment;
        var told = set.SentenceOf.First(sentence => set.Sentences[sentence].Key.Contains("承建", StringComparison.Ordinal));
        var others = set.SentenceOf.Distinct().Where(sentence => sentence != told).ToList();
        Assert.NotEmpty(others);
        Assert.All(others, other => Assert.True(Deed(told) > Deed(other)));

        float Deed(int sentence)
        {
            var values = new float[QuestionAlignment.Count];
            var writer = new FeatureWriter(values);
            alignment.Write(matcher.Question, sentence, ref writer);
            writer.Finish();
            return values[^1];
        }
    }

    [Fact]
    public void What_was_read_before_changes_nothing()
    {
        var reader = new NetworkReader(NetworkModel.Default);
        var (matcher, set) = Candidates("望潮大桥全长多少公里？");
        var first = reader.Read(matcher, set).Shares;
        var (other, otherSet) = Candidates("桥塔的造型取自什么？");
        reader.Read(other, otherSet);
        var again = reader.Read(matcher, set).Shares;
        Assert.All(Enumerable.Range(0, set.Candidates.Count), i => Assert.Equal(first.Span(i), again.Span(i)));
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        var file = File();
        Assert.Equal("table-damaged", Assert.Throws<TanyuanException>(() => NetworkModel.Read(new MemoryStream(file[..^2]))).Code);
        file[0] = 0;
        Assert.Equal("table-damaged", Assert.Throws<TanyuanException>(() => NetworkModel.Read(new MemoryStream(file))).Code);
    }

    static (QuestionMatcher Matcher, CandidateSet Set) Candidates(string asked) => Candidates(asked, "望潮大桥", Passage);

    static (QuestionMatcher Matcher, CandidateSet Set) Candidates(string asked, string title, string text)
    {
        var matcher = new QuestionMatcher(QuestionAnalyzer.Analyze(asked));
        var passage = new EvidencePassage("1", "1", title, 0, text, 1, false);
        return (matcher, CandidateSet.Cut(matcher, AnswersReader.Sentences(matcher, [passage])));
    }

    static byte[] File()
    {
        using var stream = typeof(NetworkModel).Assembly.GetManifestResourceStream("reader-network.bin")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
