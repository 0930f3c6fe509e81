using Microsoft.Extensions.AI;
using Tanyuan.Answers.Writing;
using Tanyuan.Text;

namespace Tanyuan.Answers.Tests.Writing;

public class ChatCompletionsTests
{
    static readonly ChatMessage[] Messages = [new(ChatRole.System, "规则"), new(ChatRole.User, "问题")];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_comes_whole_or_in_pieces_with_what_it_cost(bool streams)
    {
        await using var server = new ScriptedModelServer(message => $"回答：{message}") { NeverStreams = !streams };
        using var client = ModelEndpoint.At(server.Url, "m").CreateClient();
        var response = await client.GetStreamingResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken);
        Assert.Equal("回答：问题", response.Text);
        Assert.Equal((100, 20), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal("回答：问题", (await client.GetResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken)).Text);
        Assert.Equal("m", server.Requests[0].GetProperty("model").GetString());
        Assert.Equal("system", server.Requests[0].GetProperty("messages")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_busy_server_is_asked_again()
    {
        await using var server = new ScriptedModelServer(_ => "好");
        server.Failures.Enqueue(429);
        server.Failures.Enqueue(503);
        using var client = (ModelEndpoint.At(server.Url, "m") with { Retries = 2 }).CreateClient();
        Assert.Equal("好", (await client.GetResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken)).Text);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_server_that_refuses_is_not_asked_again_and_the_error_says_what_to_do(int status)
    {
        await using var server = new ScriptedModelServer(_ => "好");
        server.Failures.Enqueue(status);
        using var client = ModelEndpoint.At(server.Url, "m").CreateClient();
        var error = await Assert.ThrowsAsync<TanyuanException>(() => client.GetResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("model-refused", error.Code);
        Assert.Contains($"{status}", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_silent_server_is_given_up()
    {
        await using var server = new ScriptedModelServer(_ => "好") { BeforeEvent = _ => Task.Delay(60_000) };
        using var client = (ModelEndpoint.At(server.Url, "m") with { Timeout = TimeSpan.FromMilliseconds(100) }).CreateClient();
        var error = await Assert.ThrowsAsync<TanyuanException>(async () =>
            await client.GetStreamingResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken));
        Assert.Equal("model-silent", error.Code);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        using var client = (ModelEndpoint.At("http://127.0.0.1:9/v1", "m") with { Retries = 0 }).CreateClient();
        var error = await Assert.ThrowsAsync<TanyuanException>(() => client.GetResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("model-unreachable", error.Code);
        Assert.Contains("127.0.0.1:9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_stops_at_once()
    {
        await using var server = new ScriptedModelServer(_ => new string('好', 100)) { BeforeEvent = index => Task.Delay(index == 0 ? 0 : 60_000) };
        using var client = ModelEndpoint.At(server.Url, "m").CreateClient();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync(Messages, cancellationToken: stop.Token))
                await stop.CancelAsync();
        });
    }

    [Fact]
    public async Task The_key_comes_from_a_file_and_goes_into_the_header_only()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "sesame\n", TestContext.Current.CancellationToken);
            await using var server = new ScriptedModelServer(_ => "好");
            var endpoint = ModelEndpoint.At(server.Url, "m", file);
            using var client = endpoint.CreateClient();
            await client.GetResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal("Bearer sesame", server.Keys[0]);
            Assert.DoesNotContain("sesame", server.Requests[0].GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("sesame", endpoint.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("localhost:11434")]
    [InlineData("ftp://example.org")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string url) => Assert.Equal("model-url-invalid", Assert.Throws<TanyuanException>(() => ModelEndpoint.At(url, "m")).Code);
}
