using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Pages;
using Tanyuan.Text;
using Tanyuan.Text.Folding;

namespace Tanyuan.Library.Tests;

public sealed class SearchTests : LibraryFixture
{
    [Fact]
    public async Task Either_script_and_any_width_find_both_scripts()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Article("r#1", "体育馆的屋顶用了轻质钢结构，ＡＢＣ公司负责施工。", "simplified"),
                Article("r#2", "體育館的屋頂用了輕質鋼結構，ABC公司負責監理。", "traditional"),
                Article("r#3", "河边的小路铺了新砖。", "other"),
            ],
            cancellationToken: Stop);

        foreach (var query in new[] { "体育馆屋顶", "體育館屋頂", "\"轻质钢结构\"", "「輕質鋼結構」", "abc", "ＡＢＣ" })
            Assert.Equal(["simplified", "traditional"], (await SearchIdsAsync(library, query)).Order());

        var hits = (await library.SearchAsync("体育馆", cancellationToken: Stop)).Hits;
        Assert.Contains(hits, hit => hit.Snippet.Text.Contains("體育館", StringComparison.Ordinal));
        Assert.Contains(hits, hit => hit.Snippet.Text.Contains("体育馆", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"红色的门\"", "a")]
    [InlineData("“红色的门”", "a")]
    [InlineData("门 -红色", "b c")]
    [InlineData("门 －红色", "b c")]
    [InlineData("门 +绿色", "b")]
    [InlineData("门 ＋绿色", "b")]
    [InlineData("+红色 -\"红色的门\"", "")]
    [InlineData("title:车库", "c")]
    [InlineData("標題：車庫", "c")]
    [InlineData("-title:车库 门", "a b")]
    [InlineData("门", "a b c")]
    [InlineData("\"门\"", "a b c")]
    [InlineData("\"绿色", "b")]
    public async Task The_query_language_does_what_it_says(string query, string expected)
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Article("r#1", "院子里有一扇红色的门。", "a", "院子"),
                Article("r#2", "后院的门是绿色的。", "b", "后院"),
                Article("r#3", "车通过门开进去。", "c", "车库"),
            ],
            cancellationToken: Stop);

        Assert.Equal(expected, string.Join(' ', (await SearchIdsAsync(library, query)).Order()));
    }

    [Theory]
    [InlineData("区块*", "a b")]
    [InlineData("區塊＊", "a b")]
    [InlineData("block*", "a c")]
    [InlineData("BLOCK*", "a c")]
    [InlineData("+链* 区块", "a b")]
    [InlineData("-block*  区块", "b")]
    [InlineData("title:新块*", "c")]
    [InlineData("deep-lea*", "d")]
    [InlineData("lear", "")]
    [InlineData("lear*", "d")]
    [InlineData("*", "")]
    public async Task A_star_at_the_end_finds_what_begins_so(string query, string expected)
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Article("r#1", "区块链（blockchain）是一本账。", "a"),
                Article("r#2", "一个区块接着一个区块，连成链条。", "b"),
                Article("r#3", "The blocks were made of stone.", "c", "新块石"),
                Article("r#4", "They call it deep-learning.", "d"),
            ],
            cancellationToken: Stop);

        Assert.Equal(expected, string.Join(' ', (await SearchIdsAsync(library, query)).Order()));
    }

    [Theory]
    [InlineData("\"固态电池\"", "a")]
    [InlineData("\"固态电池\"~1", "a")]
    [InlineData("\"固态电池\"~2", "a b")]
    [InlineData("\"固態 電池\"～３", "a b")]
    [InlineData("\"固态 电池\"~40", "a b c")]
    [InlineData("\"电池 固态\"~4", "a")]
    [InlineData("+电池 -\"固态电池\"~3", "c")]
    [InlineData("title:\"固态 电池\"~3", "")]
    [InlineData("\"quick fox\"", "")]
    [InlineData("\"quick fox\"~1", "d")]
    [InlineData("\"quick dog\"~1", "")]
    [InlineData("\"quick dog\"~6", "d")]
    [InlineData("\"固态电池\"~", "a")]
    [InlineData("\"固态电池\"~0", "a")]
    public async Task A_distance_behind_a_phrase_lets_its_words_stand_apart(string query, string expected)
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Article("r#1", "工厂开始生产固态电池。", "a"),
                Article("r#2", "实验室做出了固态的锂电池。", "b"),
                Article("r#3", "固态的东西很多，例如石头、木头和铁，车间里还放着几块旧的电池。", "c"),
                Article("r#4", "The quick brown fox jumps over the lazy dog.", "d"),
            ],
            cancellationToken: Stop);

        Assert.Equal(expected, string.Join(' ', (await SearchIdsAsync(library, query)).Order()));
    }

    [Fact]
    public async Task What_a_beginning_and_a_loose_phrase_found_is_marked()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync([Article("r#1", "区块链英文是Blockchain，实验室做出了固态的锂电池。", "a")], cancellationToken: Stop);

        Assert.Equal(["Blockchain"], await MarkedAsync("block*"));
        Assert.Equal(["区块"], await MarkedAsync("区块*"));
        Assert.Equal(["固态", "电池"], await MarkedAsync("\"固态电池\"~3"));

        async Task<string[]> MarkedAsync(string query)
        {
            var snippet = Assert.Single((await library.SearchAsync(query, cancellationToken: Stop)).Hits).Snippet;
            return [.. snippet.Highlights.Select(span => span.Of(snippet.Text))];
        }
    }

    [Theory]
    [InlineData("石榴 果园", SearchSort.Relevance)]
    [InlineData("石榴* pome*", SearchSort.Relevance)]
    [InlineData("石榴", SearchSort.Date)]
    public async Task The_parts_of_a_score_add_up_to_it(string query, SearchSort sort)
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Article("r#1", "石榴裂开了，果园里都是麻雀。Pomegranates, they say.", "a", "果园"),
                Article("r#2", "石榴还没有红。", "b"),
                Article("r#3", "柿子还没有红。", "c"),
            ],
            cancellationToken: Stop);

        var hits = (await library.SearchAsync(query, new SearchOptions { Explain = true, Language = "zh", Sort = sort }, Stop)).Hits;

        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Equal(hit.Score, (hit.Explanation!.Terms.Sum(term => term.Score) + hit.Explanation.Closeness) * hit.Explanation.Factor, 6));
        Assert.Contains(hits[0].Explanation!.Terms, term => term is { Field: ScoredField.TextGrams, Term: "石榴", Score: > 0 });
        Assert.All((await library.SearchAsync(query, cancellationToken: Stop)).Hits, hit => Assert.Null(hit.Explanation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  　")]
    [InlineData("-")]
    [InlineData("+ - \"\" 「」 ？！")]
    [InlineData("-门")]
    [InlineData("核聚变反应堆")]
    public async Task A_query_with_nothing_to_find_finds_nothing(string query)
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync([Article("r#1", "院子里有一扇红色的门。", "a")], cancellationToken: Stop);

        Assert.Empty(await SearchIdsAsync(library, query));
    }

    [Fact]
    public async Task Required_words_may_stand_anywhere_in_a_document()
    {
        var paragraph = string.Concat(Enumerable.Repeat("这一段只是用来把文章拉长的话。", 30));
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [Article("r#1", $"开头讲的是骆驼。\n{paragraph}\n结尾讲的是绿洲。", "both"), Article("r#2", $"只讲骆驼。\n{paragraph}", "one")],
            cancellationToken: Stop);

        Assert.Equal(["both"], await SearchIdsAsync(library, "+骆驼 +绿洲"));
        Assert.Equal(["one"], await SearchIdsAsync(library, "骆驼 -绿洲"));
    }

    [Fact]
    public async Task Filters_keep_what_they_say()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Dated("old", "2023-05-06", "https://www.example.org/1"),
                Dated("new", "2024-04-18", "https://news.example.com/2"),
                Dated("undated", null, null),
            ],
            cancellationToken: Stop);

        Assert.Equal(["new"], await SearchIdsAsync(library, "水库", new SearchOptions { Since = "2024" }));
        Assert.Equal(["old"], await SearchIdsAsync(library, "水库", new SearchOptions { Until = "2023-05" }));
        Assert.Equal(["new"], await SearchIdsAsync(library, "水库", new SearchOptions { Site = "Example.com" }));
        Assert.Equal(3, (await SearchIdsAsync(library, "水库", new SearchOptions { Language = "Hans" })).Length);
        Assert.Empty(await SearchIdsAsync(library, "水库", new SearchOptions { Language = "en" }));
        var error = await Assert.ThrowsAsync<TanyuanException>(() => library.SearchAsync("水库", new SearchOptions { Limit = 0 }, Stop));
        Assert.Equal("bad-limit", error.Code);
        error = await Assert.ThrowsAsync<TanyuanException>(() => library.SearchAsync("水库", new SearchOptions { Since = "昨天" }, Stop));
        Assert.Equal("bad-date", error.Code);

        static Pages.Sources.SourceItem Dated(string id, string? published, string? url)
        {
            var item = Article($"r#{id}", $"水库的水位又涨了，第{id}号记录说闸门已经打开。", id);
            return item with { Page = item.Page! with { Published = published, Url = url } };
        }
    }

    [Fact]
    public async Task A_filtered_search_finds_what_the_whole_one_finds_within_the_filter()
    {
        string?[] dates = [null, "2023", "2023-12", "2023-12-31", "2024-01-01", "2024-01", "2024-01-15T08:30:00", "2024-02-29", "1998-07"];
        string?[] addresses = [null, "https://www.example.org/a", "https://news.EXAMPLE.com/b", "https://xn--fiq228c.example.net/c"];
        var random = new Random(12);
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            Enumerable.Range(0, 120).Select(i =>
            {
                var text = random.Next(4) == 0 ? $"The reservoir 水库 rose again on day {i}, and the keeper wrote it down in the book." : $"水库第{i}天的水位是{random.Next(900)}厘米，守闸人记在本子上。";
                var item = Article($"r#{i}", text, $"{i}");
                return item with { Page = item.Page! with { Published = dates[random.Next(dates.Length)], Url = addresses[random.Next(addresses.Length)] } };
            }),
            cancellationToken: Stop);
        await AssertSoundAsync(library);

        var all = (await library.SearchAsync("水库", new SearchOptions { Limit = 1000 }, Stop)).Hits;
        Assert.Equal(120, all.Count);
        var urls = new Dictionary<string, string?>();
        foreach (var hit in all)
            urls.Add(hit.Document.Id, (await library.FindAsync(hit.Document.Id, Stop))!.Document.Url);
        for (var i = 0; i < 80; i++)
        {
            var options = new SearchOptions
            {
                Limit = 1000,
                Since = random.Next(2) == 0 ? new[] { "2023", "2023-12", "2024-01-01", "2024-01-15", "1998-07-31" }[random.Next(5)] : null,
                Until = random.Next(2) == 0 ? new[] { "2023", "2023-12", "2024-01-01", "2024-01-15", "2024-02" }[random.Next(5)] : null,
                Site = random.Next(3) == 0 ? new[] { "example", "ＮＥＷＳ.example", "example.org" }[random.Next(3)] : null,
                Language = random.Next(3) == 0 ? new[] { "zh", "EN", "hans" }[random.Next(3)] : null,
            };
            var expected = all.Where(hit => IsWithin(hit.Document, urls[hit.Document.Id], options)).Select(hit => (hit.Document.Id, hit.Score));
            Assert.Equal(expected, (await library.SearchAsync("水库", options, Stop)).Hits.Select(hit => (hit.Document.Id, hit.Score)));
        }

        static bool IsWithin(DocumentSummary document, string? url, SearchOptions options) =>
            (options.Since is null || (document.Published is { } from && string.CompareOrdinal(from, options.Since) >= 0))
            && (options.Until is null || (document.Published is { } to && string.CompareOrdinal(to, 0, options.Until, 0, Math.Min(to.Length, options.Until.Length)) <= 0))
            && (options.Site is null || TextFolder.Fold(document.Site + "\n" + url?.Split('/')[2]).Contains(TextFolder.Fold(options.Site), StringComparison.Ordinal))
            && (options.Language is null || (options.Language == "hans" ? document.Script == "Hans" : IsEnglish(document) == (options.Language == "EN")));

        static bool IsEnglish(DocumentSummary document) => document.Script == "Latn";
    }

    [Fact]
    public async Task In_the_order_of_dates_the_newest_come_first_and_every_word_must_be_there()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Dated("old", "2021-03-04", "石桥修好了，石桥石桥石桥，都说石桥好。"),
                Dated("new", "2024-08-09", "开头没有什么。" + new string('。', 900) + "\n\n结尾说到石桥已经修好，行人可以通过。"),
                Dated("month", "2024-08", "城南的石桥这个月修好。"),
                Dated("undated", null, "城北那座石桥也修好了。"),
                Dated("stone", "2025-01-01", "山上的石头滚到了路边。"),
                Dated("copy", "2024-12-01", "石桥修好了，石桥石桥石桥，都说石桥好。"),
            ],
            cancellationToken: Stop);

        var options = new SearchOptions { Sort = SearchSort.Date };
        Assert.Equal(["copy", "new", "month", "undated"], await SearchIdsAsync(library, "石桥修好", options));
        Assert.Equal(["new", "month"], await SearchIdsAsync(library, "石桥修好", options with { Until = "2024-11", Since = "2024" }));
        Assert.Equal(["copy", "new"], await SearchIdsAsync(library, "石桥修好", options with { Limit = 2 }));
        var hit = (await library.SearchAsync("石桥", options, Stop)).Hits[1];
        Assert.Contains("石桥已经修好", hit.Snippet.Text, StringComparison.Ordinal);

        // The story's newest goes, and its first copy stands for it.
        await library.RemoveAsync("copy", Stop);
        Assert.Equal(["new", "month", "old", "undated"], await SearchIdsAsync(library, "石桥修好", options));
        await AssertSoundAsync(library);

        static Pages.Sources.SourceItem Dated(string id, string? published, string text)
        {
            var item = Article($"r#{id}", text, id);
            return item with { Page = item.Page! with { Published = published } };
        }
    }

    [Fact]
    public async Task Documents_that_read_the_same_are_shown_once()
    {
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [Article("r#1", "渡口的船今天停航。", "a"), Article("r#2", "渡口的船今天停航。", "b"), Article("r#3", "渡口的船明天开航。", "c")],
            cancellationToken: Stop);

        Assert.Equal(2, (await SearchIdsAsync(library, "渡口的船")).Length);
    }

    [Fact]
    public async Task A_document_with_many_matching_passages_leaves_room_for_others()
    {
        var paragraph = string.Concat(Enumerable.Repeat("风车转动，风车发电，风车又停了。", 12));
        await using var library = await OpenInMemoryAsync();
        await library.AddAsync(
            [
                Article("r#1", string.Join('\n', Enumerable.Repeat(paragraph, 120)), "long"),
                .. Enumerable.Range(0, 9).Select(i => Article($"s#{i}", $"这是很长的一篇杂记，写了许多别的事，只在第{i}处提到风车。{new string('。', 5)}", $"short{i}")),
            ],
            cancellationToken: Stop);

        Assert.Equal(10, (await SearchIdsAsync(library, "风车")).Length);
    }

    [Fact]
    public async Task Snippets_and_highlights_are_exact_places_of_the_source()
    {
        string[] fragments = ["古城的", "钟楼", "鐘樓", "每天", "ＡＢＣ", "abc", "𠮷野家", "，", "。", "\n", " ", "修复", "時間", "是上午", "B5", "…"];
        var texts = Gen.Elements(fragments).ArrayOf().Where(parts => parts.Length > 20).Select(parts => string.Concat(parts));
        await using var library = await OpenInMemoryAsync();
        var count = 0;

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var id = $"{count++}";
            library.AddAsync([Article($"r#{id}", text, id)], cancellationToken: Stop).GetAwaiter().GetResult();
            return AreExact(library, "钟楼 abc 修復 时间").GetAwaiter().GetResult();
        }).QuickCheckThrowOnFailure();
        Assert.True(count > 50);
    }

    static async Task<bool> AreExact(TanyuanLibrary library, string query)
    {
        var terms = query.Split(' ').Select(TextFolder.Fold).ToArray();
        foreach (var hit in (await library.SearchAsync(query, new SearchOptions { Limit = 5 }, Stop)).Hits)
        {
            var (snippet, text) = (hit.Snippet, (await library.FindAsync(hit.Document.Id, Stop))!.Document.Text);
            if (text.Substring(snippet.Start, snippet.Text.Length) != snippet.Text)
                return false;
            foreach (var highlight in snippet.Highlights)
            {
                var marked = TextFolder.Fold(highlight.Of(snippet.Text));
                if (!terms.Any(term => marked.Contains(term, StringComparison.Ordinal)))
                    return false;
            }
        }

        return true;
    }
}
