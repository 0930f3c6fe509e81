using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Library.Tests;

public sealed class RetrieveTests : LibraryFixture
{
    [Fact]
    public async Task A_question_finds_the_passage_that_answers_it_first()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Article("r#1", "青石桥建于1892年，由当地石匠陈姓兄弟设计。", "bridge", "青石桥"),
                Article("r#2", "青石镇的集市每月逢五逢十开市，卖竹器的最多。", "market", "青石镇"),
                Article("r#3", "什么时候种什么菜，村里的老人都知道。", "asking", "种菜"),
            ],
            cancellationToken: Stop);

        var hits = await library.RetrieveAsync(new RetrievalRequest([new WeightedText("青石橋是什麼時候由誰設計的？")]), Stop);

        Assert.Equal(("bridge", "青石桥", 0), (hits[0].ExternalId, hits[0].DocumentTitle, hits[0].Start));
        Assert.Equal(hits.OrderByDescending(hit => hit.Score), hits);
    }

    [Fact]
    public async Task A_rare_character_finds_by_itself_and_a_common_one_does_not()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            Enumerable.Range(0, 400).Select(i => Article($"r#{i}", $"第{i}种草本植物的叶子和花。", $"plant{i}")).Append(Article("r#400", "蓍，又称千叶草，长在山坡上，开白花。", "yarrow", "蓍")),
            cancellationToken: Stop);

        Assert.Equal("yarrow", Assert.Single(await library.RetrieveAsync(new RetrievalRequest([new WeightedText("蓍有哪些别名？")]), Stop)).ExternalId);
        Assert.Empty(await library.RetrieveAsync(new RetrievalRequest([new WeightedText("花钱 叶片")]), Stop));
    }

    [Fact]
    public async Task Words_that_the_best_passages_share_find_what_the_questions_own_words_do_not()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            new[]
            {
                "梅坞木拱桥由编木匠人搭起，匠人用榫卯咬合，廊屋遮雨。", "双溪木拱桥的编木匠人姓何，榫卯不用铁钉。", "编木匠人渐少，榫卯手艺靠师徒口授，廊屋也少有人修。", "木拱桥边的市集卖竹器和茶叶。",
                "河边的码头运煤，船工清早出发。", "山上的茶园今年少雨，采茶人歇了半月。",
            }.Select((text, i) => Article($"r#{i}", text, $"d{i}", $"笔记{i}")),
            cancellationToken: Stop);
        var request = new RetrievalRequest([new WeightedText("木拱桥")]);

        var plain = await IdsAsync(request);
        var widened = await IdsAsync(request with { FeedbackAfter = 3 });

        Assert.Equal(["d0", "d1", "d3"], plain.Order());
        Assert.Equal([.. plain, "d2"], widened);
        Assert.Equal(plain, await IdsAsync(request with { FeedbackAfter = 3, Limit = 3 }));
        Assert.Equal(widened.Order(), (await IdsAsync(request with { FeedbackAfter = 0 })).Order());

        async Task<List<string?>> IdsAsync(RetrievalRequest asked)
        {
            var hits = await library.RetrieveAsync(asked, Stop);
            Assert.Equal(hits.OrderByDescending(hit => hit.Score), hits);
            return [.. hits.Select(hit => hit.ExternalId)];
        }
    }

    [Fact]
    public async Task Only_passages_of_the_time_and_the_site_asked_for_are_found()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            new[] { ("old", "2019-03-01", "news.example.com"), ("year", "2024", "news.example.com"), ("new", "2024-05-02", "tech.example.org") }.Select(
                page => new SourceItem(
                    new Page(page.Item1, Encoding.UTF8.GetBytes($"青石桥的消息，{page.Item1}。"), PageFormat.Article) { ExternalId = page.Item1, Published = page.Item2, Url = $"https://{page.Item3}/{page.Item1}.html" },
                    null)),
            cancellationToken: Stop);
        var request = new RetrievalRequest([new("青石桥")]);

        Assert.Equal(["new", "old", "year"], await IdsAsync(request));
        Assert.Equal(["new", "year"], await IdsAsync(request with { Since = "2024" }));
        Assert.Equal(["old", "year"], await IdsAsync(request with { Until = "2024-04-30" }));
        Assert.Equal(["new"], await IdsAsync(request with { Site = site => site == "tech.example.org" }));
        Assert.Empty(await IdsAsync(request with { Site = site => site == "tech.example.org", Until = "2023" }));

        async Task<IEnumerable<string?>> IdsAsync(RetrievalRequest asked) => (await library.RetrieveAsync(asked, Stop)).Select(hit => hit.ExternalId).Order();
    }

    [Fact]
    public async Task Weights_decide_between_terms()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync([Article("r#1", "苹果放在桌子上。", "apple"), Article("r#2", "香蕉放在桌子上。", "banana")], cancellationToken: Stop);

        foreach (var (apple, banana, first) in new[] { (3.0, 1.0, "apple"), (1.0, 3.0, "banana") })
        {
            var hits = await library.RetrieveAsync(new RetrievalRequest([new("苹果", apple), new("香蕉", banana)], 1), Stop);
            Assert.Equal(first, Assert.Single(hits).ExternalId);
        }
    }

    [Fact]
    public async Task Nothing_to_look_for_finds_nothing()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync([Article("r#1", "苹果放在桌子上。", "apple")], cancellationToken: Stop);

        Assert.Empty(await library.RetrieveAsync(new RetrievalRequest([]), Stop));
        Assert.Empty(await library.RetrieveAsync(new RetrievalRequest([new("？")]), Stop));
        Assert.Empty(await library.RetrieveAsync(new RetrievalRequest([new("苹果")], 0), Stop));
    }

    [Fact]
    public async Task Passages_are_exact_slices_and_together_the_whole_text()
    {
        string[] fragments = ["山路", "很长，", "走了一天。", "\n", "雨！", "　", "A sentence. ", "𠮷", "“引文。”", "没有标点的一段话一直写下去", "\ud800", "\0"];
        var texts = Gen.Elements(fragments).ArrayOf().Resize(400).Select(parts => "开头" + string.Concat(parts));
        await using var library = await OpenInMemoryAsync();
        var count = 0;

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var id = $"{count++}";
            var report = library.AddAsync([Article($"r#{id}", text, id)], cancellationToken: Stop).GetAwaiter().GetResult();
            if (report.Quarantined.Count == 1)
                return true; // So many NULs or lone surrogates are no text.
            var stored = library.FindAsync(id, Stop).GetAwaiter().GetResult()!.Document.Text;
            return library.RetrieveAsync(new RetrievalRequest([new("山路")]), Stop).GetAwaiter().GetResult()
                .Where(hit => hit.ExternalId == id).All(hit => stored.Substring(hit.Start, hit.Text.Length) == hit.Text);
        }).QuickCheckThrowOnFailure();

        await AssertSoundAsync(library);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task A_table_is_cut_between_rows_at_most_and_stays_with_the_line_above_it(int rows)
    {
        var story = string.Concat(Enumerable.Repeat("<p>望川渡口的老桥今年春天开始翻修，桥面换成了松木，桥下的石墩一块也没有动，木匠说松木要先泡四十天。</p>", 6));
        var table = string.Concat(Enumerable.Range(1, rows).Select(row => $"<tr><td>第{row}号桥墩</td><td>松木。石料。</td><td>完工 {row} 处</td></tr>"));
        var html = $"<title>老桥翻修的账目</title><article><h1>老桥翻修的账目</h1>{story}<h2>用料清单</h2><table>{table}</table>{story}</article>";
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync([new(new Page("page.html", System.Text.Encoding.UTF8.GetBytes(html), PageFormat.Html) { ExternalId = "bridge" }, null)], cancellationToken: Stop);
        var document = (await library.FindAsync("bridge", Stop))!.Document;
        var block = Assert.Single(document.Blocks, block => block.Kind == DocumentBlockKind.Table);

        var hits = await library.RetrieveAsync(new RetrievalRequest([new("桥墩")]), Stop);
        var withRows = hits.Where(hit => hit.Text.Contains('\t', StringComparison.Ordinal)).OrderBy(hit => hit.Start).ToList();

        var whole = $"用料清单\n{document.Text.AsSpan(block.Start, block.Length)}";
        Assert.Equal(whole.Length < 500, withRows.Exists(hit => hit.Text.Contains(whole, StringComparison.Ordinal)));
        Assert.Equal(rows, withRows.Sum(hit => hit.Text.Split('\n').Count(line => line.Contains('\t', StringComparison.Ordinal))));
        Assert.All(withRows.SelectMany(hit => hit.Text.Split('\n')).Where(line => line.Contains('\t', StringComparison.Ordinal)), row => Assert.Matches(@"^第\d+号桥墩\t松木。石料。\t完工 \d+ 处$", row));
        Assert.All(withRows, hit => Assert.InRange(hit.Text.Length, 1, 600));
    }

    [Fact]
    public async Task Retrieval_reaches_its_figures_on_the_open_questions()
    {
        await using var library = await OpenInMemoryAsync();
        var passages = Repository.SharedOrSkip("data", "passages-open.jsonl");
        await library.AddAsync(Pages.Sources.PageSource.Enumerate(passages, Stop), cancellationToken: Stop);

        var (first, firstTen) = await RecallAsync(library, Repository.SharedOrSkip("data", "queries-cmrc-trial.jsonl"));

        Assert.True(first >= 0.98 && firstTen >= 0.995, $"recall@1 {first:P2}, recall@10 {firstTen:P2}");
    }

    static async Task<(double First, double FirstTen)> RecallAsync(TanyuanLibrary library, string questions)
    {
        var (count, first, firstTen) = (0.0, 0, 0);
        foreach (var line in File.ReadLines(questions))
        {
            using var row = System.Text.Json.JsonDocument.Parse(line);
            var wanted = row.RootElement.GetProperty("passage_id").GetString();
            var term = new WeightedText(row.RootElement.GetProperty("question").GetString()!);
            var hits = await library.RetrieveAsync(new RetrievalRequest([term]), Stop);
            var place = hits.Select(hit => hit.ExternalId).Distinct().ToList().IndexOf(wanted);
            count++;
            first += place == 0 ? 1 : 0;
            firstTen += place is >= 0 and < 10 ? 1 : 0;
        }

        return (first / count, firstTen / count);
    }
}
