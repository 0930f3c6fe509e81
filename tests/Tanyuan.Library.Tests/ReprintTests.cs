using System.Text;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Library.Tests;

public sealed class ReprintTests
{
    const string Story = "望川渡口的老橋今年春天開始翻修，橋面換成了松木，橋下的石墩一塊也沒有動。修橋的木匠說，松木要先在河水裡泡滿四十天，撈起來陰乾以後才不會開裂。"
        + "新橋在十月三日通行，當天有兩百一十六個人從橋上走過，擺渡船停了半日。";

    const string Converted = "望川渡口的老桥今年春天开始翻修，桥面换成了松木，桥下的石墩一块也没有动。修桥的木匠说，松木要先在河水里泡满四十天，捞起来阴干以后才不会开裂。"
        + "新桥在十月三日通行，当天有两百一十六个人从桥上走过，摆渡船停了半日。";

    const string Other = "白礁島的望川茶棚每年冬至前後只賣三百罐礁茶，老闆從來不看日曆，只看海風。島上的人說，海風轉向的那天早上，茶棚的煙會往山裡飄。";

    [Fact]
    public async Task Stories_are_found_as_documents_come_and_found_the_same_anew()
    {
        var copies = new StorySet(seed: 1932).Make(storiesOfTopic: 4);
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var part in copies.Chunk(40))
            await library.AddAsync(part.Select(copy => Record(copies.IndexOf(copy).ToString(System.Globalization.CultureInfo.InvariantCulture), copy.Text)), cancellationToken: TestContext.Current.CancellationToken);

        var stories = await StoriesAsync(library, copies.Count);
        var (found, missed, wrong) = (0, 0, 0);
        for (var i = 0; i < copies.Count; i++)
        {
            for (var j = i + 1; j < copies.Count; j++)
            {
                var (isReprint, merged) = (copies[i].Story == copies[j].Story, stories[i] == stories[j]);
                found += isReprint && merged ? 1 : 0;
                missed += isReprint && !merged ? 1 : 0;
                wrong += !isReprint && merged ? 1 : 0;
            }
        }

        Assert.True(2.0 * found / ((2 * found) + missed + wrong) >= 0.97, $"{missed} of {found + missed} pairs are missed, {wrong} are wrong.");
        Assert.Equal(0, wrong);

        await library.RebuildAsync(TestContext.Current.CancellationToken);
        Assert.Equal(stories, await StoriesAsync(library, copies.Count));
    }

    [Fact]
    public async Task A_story_is_one_hit_and_knows_its_copies()
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        var report = await library.AddAsync(
            [
                Record("late", Story, published: "2024-10-05"),
                Record("other", Other),
                Record("early", Converted + "\n本文由合作媒体授权转载。", published: "2024-10-04"),
            ],
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((3, 1), (report.Added, report.Reprints));
        var hit = Assert.Single((await library.SearchAsync("松木", cancellationToken: TestContext.Current.CancellationToken)).Hits);
        Assert.Equal((2, "2024-10-04"), (hit.Document.Reprints!.Copies, hit.Document.Reprints.FirstPublished));
        Assert.Equal((await FindAsync(library, "late")).Id, hit.Document.Reprints.Story);
        Assert.Equal((await FindAsync(library, "early")).Id, hit.Document.Reprints.BestCopy);
        Assert.Null((await FindAsync(library, "other")).Reprints);
    }

    [Fact]
    public async Task A_story_outlives_its_first_copy_and_ends_with_its_last_but_one()
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        await library.AddAsync([Record("a", Story), Record("b", Converted), Record("c", "前言。\n" + Story)], cancellationToken: TestContext.Current.CancellationToken);

        await library.RemoveAsync("a", TestContext.Current.CancellationToken);
        Assert.Equal((await FindAsync(library, "b")).Id, (await FindAsync(library, "c")).Reprints!.Story);
        Assert.Empty((await library.CheckAsync(TestContext.Current.CancellationToken)).Problems);
        var newest = new SearchOptions { Sort = SearchSort.Date };
        Assert.Single((await library.SearchAsync("松木", newest, TestContext.Current.CancellationToken)).Hits);
        await library.RemoveAsync("b", TestContext.Current.CancellationToken);
        Assert.Null((await FindAsync(library, "c")).Reprints);
        Assert.Empty((await library.CheckAsync(TestContext.Current.CancellationToken)).Problems);

        await library.AddAsync([Record("d", Converted)], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, (await FindAsync(library, "d")).Reprints!.Copies);
    }

    [Fact]
    public async Task A_copy_that_becomes_another_story_leaves_its_own()
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        await library.AddAsync([Record("a", Story), Record("b", Converted)], cancellationToken: TestContext.Current.CancellationToken);
        await library.AddAsync([Record("b", Other)], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null((await FindAsync(library, "a")).Reprints);
        Assert.Null((await FindAsync(library, "b")).Reprints);
    }

    static SourceItem Record(string id, string text, string? published = null) => new(
        new Page($"records.jsonl#{id}", Encoding.UTF8.GetBytes(text), PageFormat.Article) { ExternalId = id, Published = published }, null);

    static async Task<StoredDocument> FindAsync(TanyuanLibrary library, string id) =>
        (await library.FindAsync(id, TestContext.Current.CancellationToken))!;

    static async Task<List<string>> StoriesAsync(TanyuanLibrary library, int count)
    {
        var stories = new Dictionary<string, string>();
        await foreach (var document in library.ListAsync(cancellationToken: TestContext.Current.CancellationToken))
            stories[document.ExternalId!] = document.Reprints?.Story ?? document.Id;
        return [.. Enumerable.Range(0, count).Select(i => stories[i.ToString(System.Globalization.CultureInfo.InvariantCulture)])];
    }
}
