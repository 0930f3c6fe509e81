namespace Tanyuan.Library.Tests;

public sealed class DocumentTests : LibraryFixture
{
    static readonly string[] Texts = ["第一篇讲河流的源头。", "第二篇讲湖泊的深度。", "第三篇讲海峡的宽度。"];

    [Fact]
    public async Task A_document_is_found_by_id_by_external_id_and_by_a_beginning_of_its_id()
    {
        await using var library = await OpenAsync();
        await library.AddAsync([Article("r#1", Texts[0], "river", "河流"), Article("r#2", Texts[1], "lake", "湖泊")], cancellationToken: Stop);
        var listed = await ListAsync(library);

        var byExternalId = await library.FindAsync("river", Stop);

        Assert.Equal(("河流", Texts[0]), (byExternalId!.Document.Title, byExternalId.Document.Text));
        Assert.Equal("lake", (await library.FindAsync(listed[1].Id, Stop))!.PublicId);
        Assert.Equal("lake", (await library.FindAsync(listed[1].Id[..6], Stop))!.ExternalId);
        Assert.Null(await library.FindAsync(listed[1].Id[..2], Stop));
        Assert.Null(await library.FindAsync("zzzzzzzzzz", Stop));
    }

    [Fact]
    public async Task The_same_content_gets_the_same_id_in_any_library()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenInMemoryAsync();
        await first.AddAsync([Article("here/a.txt", Texts[0])], cancellationToken: Stop);
        await second.AddAsync([Article("there/b.txt", Texts[0])], cancellationToken: Stop);

        var id = Assert.Single(await ListAsync(first)).Id;

        Assert.Equal(id, Assert.Single(await ListAsync(second)).Id);
        Assert.Matches("^[0-9a-z]{10}$", id);
    }

    [Fact]
    public async Task Listing_goes_in_the_order_of_adding_and_can_be_paged()
    {
        await using var library = await OpenAsync();
        await library.AddAsync(Enumerable.Range(0, 600).Select(i => Article($"r#{i}", $"{Texts[0]}{i}", $"{i}")), cancellationToken: Stop);
        var page = new List<string?>();

        await foreach (var summary in library.ListAsync(skip: 250, take: 300, cancellationToken: Stop))
            page.Add(summary.ExternalId);

        Assert.Equal(Enumerable.Range(250, 300).Select(i => $"{i}"), page);
        Assert.Equal(600, (await ListAsync(library)).Count);
    }

    [Fact]
    public async Task Removing_takes_a_document_by_id_or_a_page_by_name()
    {
        await using var library = await OpenAsync();
        await library.AddAsync([Article("r#1", Texts[0], "river"), Article("lake.txt", Texts[1]), Article("strait.txt", Texts[2])], cancellationToken: Stop);

        Assert.Equal(1, await library.RemoveAsync("river", Stop));
        Assert.Equal(1, await library.RemoveAsync("lake.txt", Stop));
        Assert.Equal(0, await library.RemoveAsync("lake.txt", Stop));

        Assert.Equal("strait.txt", Assert.Single(await ListAsync(library)).PageName);
        Assert.Empty(await SearchIdsAsync(library, "河流 湖泊"));
        Assert.Equal((1, 1), ((await library.GetStatusAsync(Stop)).Pages, (await library.GetStatusAsync(Stop)).Passages));
        await AssertSoundAsync(library);

        var again = await library.AddAsync([Article("lake.txt", Texts[1])], cancellationToken: Stop);
        Assert.Equal(1, again.Added);
    }

    [Fact]
    public async Task Status_counts_what_the_library_holds()
    {
        await using var library = await OpenAsync();
        await library.AddAsync(Texts.Select((text, i) => Article($"{i}.txt", text)), cancellationToken: Stop);

        var status = await library.GetStatusAsync(Stop);

        Assert.Equal((LibraryPath, 3, 3, 3), (status.Path, status.Pages, status.Documents, status.Passages));
        Assert.Equal(Texts.Sum(text => text.Length), status.Characters);
        Assert.True(status.DiskBytes > status.OriginalBytes && status.OriginalBytes > status.Characters);
        Assert.Equal((3, 3), (status.LastChange, status.IndexedChange));
    }
}
