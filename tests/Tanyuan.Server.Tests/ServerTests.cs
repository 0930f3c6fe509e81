using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Server.Tests;

/// <summary>A real server on a free port of the loopback address, asked over real HTTP.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    TanyuanLibrary? library;
    WebApplication? server;
    HttpClient client = new();

    public async ValueTask InitializeAsync()
    {
        library = await TanyuanLibrary.OpenInMemoryAsync();
        var page = new Page("observatory.txt", Encoding.UTF8.GetBytes(
            """
            白鹭山天文台启用新望远镜

            白鹭山天文台昨天启用了口径4.5米的新望远镜。台长顾怀瑾说，新望远镜的造价是2.3亿元。
            """), PageFormat.Text);
        await library.AddAsync([new SourceItem(page, null)]);
        server = TanyuanServer.Create(library, port: 0);
        await server.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server!.DisposeAsync();
        await library!.DisposeAsync();
    }

    [Fact]
    public async Task A_question_is_answered_with_its_source()
    {
        using var response = await client.PostAsJsonAsync("/api/ask", new { question = "新望远镜的造价是多少？" }, TestContext.Current.CancellationToken);
        var answer = await ReadAsync(response);
        var statement = answer.GetProperty("statements")[0];
        Assert.Equal("2.3亿元", statement.GetProperty("text").GetString());

        var citation = statement.GetProperty("citations")[0];
        using var shown = await client.GetAsync($"/api/documents/{citation.GetProperty("document").GetString()}", TestContext.Current.CancellationToken);
        var text = (await ReadAsync(shown)).GetProperty("text").GetString()!;
        Assert.Equal("2.3亿元", text.Substring(citation.GetProperty("start").GetInt32(), citation.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task A_follow_up_leans_on_the_question_sent_with_it()
    {
        using var response = await client.PostAsJsonAsync("/api/ask", new { question = "它的造价是多少？", earlier = "新望远镜什么时候启用？" }, TestContext.Current.CancellationToken);
        var answer = await ReadAsync(response);
        Assert.Equal("新望远镜的造价是多少？", answer.GetProperty("question").GetString());
        Assert.Equal("2.3亿元", answer.GetProperty("statements")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_search_finds_the_page_in_the_other_script()
    {
        using var response = await client.GetAsync("/api/search?q=白鷺山天文臺&n=3", TestContext.Current.CancellationToken);
        var hits = await ReadAsync(response);
        Assert.Equal("白鹭山天文台启用新望远镜", Assert.Single(hits.EnumerateArray()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_search_for_words_near_each_other_says_how_its_score_came_about()
    {
        using var response = await client.GetAsync($"/api/search?q={Uri.EscapeDataString("\"启用望远镜\"~3 天文*")}&explain=true", TestContext.Current.CancellationToken);
        var hit = Assert.Single((await ReadAsync(response)).EnumerateArray());
        var explanation = hit.GetProperty("explanation");
        var terms = explanation.GetProperty("terms").EnumerateArray().ToList();
        Assert.Contains(terms, term => term.GetProperty("field").GetString() == "titleWords");
        Assert.Equal(
            hit.GetProperty("score").GetDouble(),
            (terms.Sum(term => term.GetProperty("score").GetDouble()) + explanation.GetProperty("closeness").GetDouble()) * explanation.GetProperty("factor").GetDouble(), 2);
    }

    [Theory]
    [InlineData("/api/search")]
    [InlineData("/api/search?q=x&n=0")]
    [InlineData("/api/search?q=x&n=many")]
    [InlineData("/api/search?q=x&n=1001")]
    [InlineData("/api/search?q=x&explain=maybe")]
    [InlineData("/api/search?q=x&sort=size")]
    [InlineData("/api/search?q=x&language=de")]
    [InlineData("/api/search?q=x&limit=5")]
    [InlineData("/api/search?q=x&since=yesterday", "bad-date")]
    public async Task A_bad_search_is_refused_with_the_reason(string address, string code = "bad-query")
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (await ReadAsync(response)).GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("", "2024-03-02 2024-05-20")]
    [InlineData("&sort=date", "2024-05-20 2024-03-02")]
    [InlineData("&site=harbour", "2024-03-02")]
    [InlineData("&since=2024-04", "2024-05-20")]
    [InlineData("&until=2024-03-02", "2024-03-02")]
    [InlineData("&language=hant", "2024-05-20")]
    [InlineData("&n=1", "2024-03-02")]
    public async Task A_search_is_narrowed_and_ordered_as_on_the_command_line(string asked, string dates)
    {
        await library!.AddAsync(
        [
            SitePage("harbour.example", "2024-03-02", "石湾港的灯塔", "石湾港的灯塔今年修好了，灯塔高三十米，灯塔的灯光照得很远。"),
            SitePage("coast.example", "2024-05-20", "海岸的週末", "週末我們去了海岸邊散步，看見了石灣港和一座燈塔，還買了魚。"),
        ], cancellationToken: TestContext.Current.CancellationToken);
        using var response = await client.GetAsync($"/api/search?q={Uri.EscapeDataString("灯塔")}{asked}", TestContext.Current.CancellationToken);
        var hits = await ReadAsync(response);
        Assert.Equal(dates, string.Join(' ', hits.EnumerateArray().Select(hit => hit.GetProperty("published").GetString())));
    }

    static SourceItem SitePage(string site, string date, string title, string text) => new(
        new Page($"{site}.html", Encoding.UTF8.GetBytes(
            $"""
            <html><head><title>{title}</title><link rel="canonical" href="https://{site}/a.html"><meta property="article:published_time" content="{date}"></head>
            <body><article><h1>{title}</h1><p>{text}</p></article></body></html>
            """), PageFormat.Html), null);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"question\": 5}")]
    [InlineData("{\"question\": \"谁？\", \"earlier\": 5}")]
    [InlineData("{\"question\": \"谁？\", \"after\": \"何时？\"}")]
    [InlineData("not json")]
    public async Task A_bad_question_is_refused(string body)
    {
        using var response = await client.PostAsync("/api/ask", new StringContent(body), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_document_is_not_found()
    {
        using var response = await client.GetAsync("/api/documents/nothing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "http://evil.example")]
    public async Task A_web_page_from_elsewhere_cannot_reach_the_library(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=望远镜");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.False(response.IsSuccessStatusCode);
    }

    static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
}
