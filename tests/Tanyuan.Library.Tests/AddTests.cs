using System.Text;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Library.Tests;

public sealed class AddTests : LibraryFixture
{
    const string Harbour = "港口的新灯塔昨天傍晚第一次点亮，守塔人说光能照到三十公里以外。";
    const string Orchard = "山坡上的果园今年收了四千斤梨，合作社把其中一半做成了梨膏。";

    [Fact]
    public async Task The_same_pages_again_are_no_work()
    {
        await using var library = await OpenAsync();
        var first = await library.AddAsync([Article("a.txt", Harbour), Article("b.txt", Orchard)], cancellationToken: Stop);
        var before = await library.GetStatusAsync(Stop);

        var second = await library.AddAsync([Article("a.txt", Harbour), Article("b.txt", Orchard)], cancellationToken: Stop);

        Assert.Equal((2, 2, 0), (first.Pages, first.Added, first.Unchanged));
        Assert.Equal((2, 0, 2), (second.Pages, second.Added, second.Unchanged));
        Assert.Equal(before.LastChange, (await library.GetStatusAsync(Stop)).LastChange);
        await AssertSoundAsync(library);
    }

    [Fact]
    public async Task Changed_content_replaces_the_document_and_keeps_its_id()
    {
        await using var library = await OpenAsync();
        await library.AddAsync([Article("a.txt", Harbour)], cancellationToken: Stop);
        var before = Assert.Single(await ListAsync(library));

        var report = await library.AddAsync([Article("a.txt", Orchard)], cancellationToken: Stop);

        var after = Assert.Single(await ListAsync(library));
        Assert.Equal((0, 1), (report.Added, report.Updated));
        Assert.Equal((before.Id, before.Added), (after.Id, after.Added));
        Assert.Empty(await SearchIdsAsync(library, "灯塔"));
        Assert.Single(await SearchIdsAsync(library, "梨膏"));
        await AssertSoundAsync(library);
    }

    [Fact]
    public async Task A_page_whose_old_file_is_gone_is_renamed()
    {
        var old = WriteFile("old.txt", Harbour);
        await using var library = await OpenAsync();
        await library.AddAsync([Article(old, Harbour)], cancellationToken: Stop);
        var id = Assert.Single(await ListAsync(library)).Id;
        File.Delete(old);

        var report = await library.AddAsync([Article("new.txt", Harbour)], cancellationToken: Stop);

        var renamed = Assert.Single(await ListAsync(library));
        Assert.Equal((1, 0, 0), (report.Renamed, report.Added, report.Duplicates));
        Assert.Equal((id, "new.txt"), (renamed.Id, renamed.PageName));
        Assert.Equal(1, (await library.GetStatusAsync(Stop)).Pages);
    }

    [Fact]
    public async Task A_copy_is_counted_and_not_indexed_twice_and_outlives_the_first()
    {
        var first = WriteFile("first.txt", Harbour);
        await using var library = await OpenAsync();
        await library.AddAsync([Article(first, Harbour)], cancellationToken: Stop);

        var report = await library.AddAsync([Article("copy.txt", Harbour)], cancellationToken: Stop);
        Assert.Equal((1, 0), (report.Duplicates, report.Added));
        Assert.Single(await SearchIdsAsync(library, "灯塔"));

        await library.AddAsync([Article(first, Orchard)], cancellationToken: Stop);
        var found = Assert.Single((await library.SearchAsync("灯塔", cancellationToken: Stop)).Hits);
        Assert.Equal("copy.txt", found.Document.PageName);
        Assert.Equal(2, (await ListAsync(library)).Count);
        await AssertSoundAsync(library);
    }

    [Fact]
    public async Task Two_pages_that_swap_their_content_keep_both()
    {
        var (first, second) = (WriteFile("1.txt", Harbour), WriteFile("2.txt", Orchard));
        await using var library = await OpenAsync();
        await library.AddAsync([Article(first, Harbour), Article(second, Orchard)], cancellationToken: Stop);

        await library.AddAsync([Article(first, Orchard), Article(second, Harbour)], cancellationToken: Stop);

        Assert.Equal(first, Assert.Single((await library.SearchAsync("梨膏", cancellationToken: Stop)).Hits).Document.PageName);
        Assert.Equal(second, Assert.Single((await library.SearchAsync("灯塔", cancellationToken: Stop)).Hits).Document.PageName);
        await AssertSoundAsync(library);
    }

    [Fact]
    public async Task A_record_is_known_by_its_id_wherever_its_line_stands()
    {
        await using var library = await OpenAsync();
        await library.AddAsync([Article("all.jsonl#1", Harbour, "h"), Article("all.jsonl#2", Orchard, "o")], cancellationToken: Stop);

        var moved = await library.AddAsync([Article("all.jsonl#7", Harbour, "h")], cancellationToken: Stop);
        var changed = await library.AddAsync([Article("all.jsonl#9", Harbour + "明年还要建一座。", "o")], cancellationToken: Stop);

        Assert.Equal((1, 0), (moved.Unchanged, moved.Added));
        Assert.Equal((1, 0), (changed.Updated, changed.Added));
        Assert.Equal("all.jsonl#7", (await library.FindAsync("h", Stop))!.PageName);
        Assert.Empty(await SearchIdsAsync(library, "梨膏"));
        Assert.Equal(["o"], await SearchIdsAsync(library, "+明年"));
    }

    [Fact]
    public async Task Records_of_the_same_text_are_documents_of_their_own()
    {
        await using var library = await OpenAsync();

        var report = await library.AddAsync([Article("r#1", Harbour, "one"), Article("r#2", Harbour, "two")], cancellationToken: Stop);

        Assert.Equal((2, 0), (report.Added, report.Duplicates));
        Assert.NotNull(await library.FindAsync("two", Stop));
        Assert.Single(await SearchIdsAsync(library, "灯塔"));
    }

    [Fact]
    public async Task What_was_set_aside_is_listed_until_it_can_be_read()
    {
        await using var library = await OpenAsync();
        var report = await library.AddAsync([Unreadable("a.txt"), Unreadable("r.jsonl#4"), Article("b.txt", Orchard)], cancellationToken: Stop);
        Assert.Equal(["a.txt", "r.jsonl#4"], report.Quarantined.Select(item => item.Name));
        Assert.Equal(2, (await library.GetStatusAsync(Stop)).Quarantined.Count);

        await library.AddAsync([Article("a.txt", Harbour), Article("r.jsonl#1", Orchard + "完。", "x")], cancellationToken: Stop);

        Assert.Empty((await library.GetStatusAsync(Stop)).Quarantined);
    }

    [Fact]
    public async Task A_page_that_can_no_longer_be_read_keeps_its_last_good_document()
    {
        await using var library = await OpenAsync();
        await library.AddAsync([Article("a.txt", Harbour)], cancellationToken: Stop);

        var report = await library.AddAsync([Article("a.txt", "   ")], cancellationToken: Stop);

        Assert.Equal("a.txt", Assert.Single(report.Quarantined).Name);
        Assert.Single(await SearchIdsAsync(library, "灯塔"));
    }

    [Fact]
    public async Task Originals_come_back_byte_for_byte()
    {
        var bytes = Encoding.GetEncoding("utf-16").GetBytes("\uFEFF" + string.Concat(Enumerable.Repeat(Harbour, 50)));
        await using var library = await OpenAsync();
        await library.AddAsync([new SourceItem(new Page("wide.txt", bytes, PageFormat.Text), null)], cancellationToken: Stop);

        var id = Assert.Single(await ListAsync(library)).Id;

        Assert.Equal(bytes, await library.ReadOriginalAsync(id, Stop));
        Assert.Null(await library.ReadOriginalAsync("nothing", Stop));
    }

    [Fact]
    public async Task Progress_is_told_for_each_page_once_it_is_safe()
    {
        await using var library = await OpenAsync();
        var told = new List<AddProgress>();

        await library.AddAsync(Enumerable.Range(1, 600).Select(i => Article($"{i}", $"{Harbour}第{i}次。")), new Told(told.Add), Stop);

        Assert.Equal(Enumerable.Range(1, 600), told.Select(step => step.Pages));
        Assert.Equal("600", told[^1].Current);
    }

    [Fact]
    public async Task A_cancelled_add_keeps_what_it_told_of_and_is_finished_by_the_next()
    {
        var pages = Enumerable.Range(1, 2000).Select(i => Article($"{i}", $"{Harbour}第{i}次。")).ToList();
        using var cancel = new CancellationTokenSource();
        var told = 0;
        await using (var library = await OpenAsync())
        {
            var cancelling = new Told(step =>
            {
                told = step.Pages;
                if (step.Pages == 300)
                    cancel.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => library.AddAsync(pages, cancelling, cancel.Token));
            Assert.InRange((await library.GetStatusAsync(Stop)).Documents, told, 1999);
            await AssertSoundAsync(library);
        }

        await using var again = await OpenAsync();
        var report = await again.AddAsync(pages, cancellationToken: Stop);
        Assert.Equal(2000, report.Added + report.Unchanged);
        Assert.InRange(report.Unchanged, told, 1999);
        await AssertSoundAsync(again);
    }

    [Fact]
    public async Task An_error_of_the_source_is_passed_on_and_leaves_the_library_usable()
    {
        await using var library = await OpenAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => library.AddAsync(Failing(), cancellationToken: Stop));

        await library.AddAsync([Article("b.txt", Orchard)], cancellationToken: Stop);
        Assert.Single(await SearchIdsAsync(library, "梨膏"));
        await AssertSoundAsync(library);

        static IEnumerable<SourceItem> Failing()
        {
            yield return Article("a.txt", Harbour);
            throw new InvalidDataException();
        }
    }

    sealed class Told(Action<AddProgress> tell) : IProgress<AddProgress>
    {
        public void Report(AddProgress value) => tell(value);
    }
}
