using Tanyuan.Answers.Verification;
using Tanyuan.Answers.Writing;
using Tanyuan.Library;

namespace Tanyuan.Answers.Tests.Writing;

public sealed class CascadeTests(SampleLibrary sample) : IClassFixture<SampleLibrary>
{
    const string Why = "微岚科技为什么放弃自建工厂？";

    readonly TanyuanLibrary _library = sample.Library;

    [Fact]
    public async Task The_model_is_not_asked_where_the_reader_is_sure()
    {
        await using var server = new ScriptedModelServer(_ => "不应当问到我。[1]");
        var answer = await AskAsync(server, "望潮大桥全长多少公里？", writer => writer with { SureAt = 0.3 });
        Assert.Empty(server.Requests);
        Assert.Equal(AnswerStage.Reader, answer.Stage);
        Assert.Null(answer.Usage);
    }

    [Fact]
    public async Task The_reader_answers_at_once_and_the_verified_sentences_follow_as_they_come()
    {
        await using var server = new ScriptedModelServer(message =>
            $"芯片制造需要的资金超过公司的承受能力[{ShownEvidence.NumberOf(message, "自建工厂")}]。公司因此与代工厂合作[{ShownEvidence.NumberOf(message, "自建工厂")}]。");
        var updates = new List<AnswerUpdate>();
        using var client = ModelEndpoint.At(server.Url, "m").CreateClient();
        await foreach (var update in _library.AskStreamingAsync(Why, new AskOptions { Writer = new WriterOptions(client) }, TestContext.Current.CancellationToken))
            updates.Add(update);

        Assert.True(Assert.IsType<AnswerUpdate.Draft>(updates[0]).WriterFollows);
        Assert.All(updates[1..^1], update => Assert.IsType<AnswerUpdate.Written>(update));
        var answer = Assert.IsType<AnswerUpdate.Finished>(updates[^1]).Answer;
        Assert.Equal(2, answer.Statements.Count);
        Assert.Equal(AnswerStage.Writer, answer.Stage);
        Assert.Equal(new TokenUsage(100, 20, false), answer.Usage);
        foreach (var citation in answer.Statements.SelectMany(statement => statement.Citations))
            Assert.Equal(citation.Quote, SampleLibrary.TextOf(citation.DocumentId).Substring(citation.Start, citation.Length));
    }

    [Fact]
    public async Task What_the_verifier_refuses_is_told_with_the_reason_and_the_readers_answer_stays()
    {
        await using var server = new ScriptedModelServer(message => $"放弃自建工厂是因为欧盟的一项禁令[{ShownEvidence.NumberOf(message, "自建工厂")}]。");
        var answer = await AskAsync(server, Why);
        var alone = await _library.AskAsync(Why, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(alone.Statements.Select(statement => statement.Text), answer.Statements.Select(statement => statement.Text));
        Assert.Equal(AnswerStage.Reader, answer.Stage);
        Assert.Single(answer.Rejected);
        Assert.Contains(answer.Rejected[0].Reason, new[] { RejectionReason.Name, RejectionReason.Unsupported });
    }

    [Fact]
    public async Task A_model_that_fails_leaves_the_readers_answer()
    {
        await using var server = new ScriptedModelServer(_ => "");
        server.Failures.Enqueue(400);
        var answer = await AskAsync(server, Why);
        Assert.False(answer.Abstained);
        Assert.Contains("400", answer.WriterFailure!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_true_sentence_beside_the_point_does_not_turn_an_abstention_into_an_answer()
    {
        const string Unanswerable = "微岚科技的总部大楼有多少层？";
        await using var server = new ScriptedModelServer(message => $"顾念慈1985年出生于台南[{Math.Max(1, ShownEvidence.NumberOf(message, "1985年"))}]。");
        var answer = await AskAsync(server, Unanswerable, options: new AskOptions { Threshold = 1 });
        Assert.True(answer.Abstained);
    }

    [Theory]
    [InlineData("kjhsdkhkashfk")]
    [InlineData("？？？")]
    public async Task A_question_without_evidence_never_reaches_the_model(string question)
    {
        await using var server = new ScriptedModelServer(_ => "任何话。[1]");
        Assert.True((await AskAsync(server, question)).Abstained);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_model_that_says_the_sources_do_not_say_adds_nothing()
    {
        await using var server = new ScriptedModelServer(_ => "NOT_IN_SOURCES");
        var answer = await AskAsync(server, "微岚科技的食堂供应哪些菜？", options: new AskOptions { Threshold = 1 });
        Assert.True(answer.Abstained);
        Assert.Empty(answer.Rejected);
    }

    [Fact]
    public async Task The_evidence_keeps_within_its_budget()
    {
        await using var server = new ScriptedModelServer(_ => "NOT_IN_SOURCES");
        await AskAsync(server, Why, writer => writer with { EvidenceTokens = 150 });
        var message = server.Requests[0].GetProperty("messages")[1].GetProperty("content").GetString()!;
        Assert.InRange(ShownEvidence.Of(message).Count, 1, 2);
        Assert.Contains("自建工厂", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("大桥全长12.6公里。[{0}]")]
    [InlineData("大桥全长12.6公里[{0}]。")]
    [InlineData("- **大桥全长12.6公里**【{0}】")]
    [InlineData("<think>先看看[9]号资料。</think>\n\n1. 大桥全长12.6公里 [{0}, {0}].")]
    [InlineData("# 回答\n大桥全长12.6公里。 [{0}][{0}]\n")]
    public async Task Citations_are_read_however_they_are_written(string form)
    {
        await using var server = new ScriptedModelServer(message => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, ShownEvidence.NumberOf(message, "12.6公里")));
        var answer = await AskAsync(server, "望潮大桥全长多少公里？", writer => writer with { Always = true });
        Assert.Empty(answer.Rejected);
        Assert.Equal("大桥全长12.6公里", Assert.Single(answer.Statements).Text.TrimEnd('。', '.'));
    }

    async Task<Answer> AskAsync(ScriptedModelServer server, string question, Func<WriterOptions, WriterOptions>? change = null, AskOptions? options = null)
    {
        using var client = ModelEndpoint.At(server.Url, "m").CreateClient();
        var writer = new WriterOptions(client);
        return await _library.AskAsync(question, (options ?? new AskOptions()) with { Writer = change?.Invoke(writer) ?? writer }, TestContext.Current.CancellationToken);
    }
}
