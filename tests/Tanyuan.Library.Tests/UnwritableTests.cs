using Tanyuan.Text;

namespace Tanyuan.Library.Tests;

/// <summary>Reading must not need writing: a library on a read-only medium, or on a full disk, is searched like any other.</summary>
public sealed class UnwritableTests : LibraryFixture
{
    // Characters that an address would take for something else.
    string DiskPath => Path.Combine(Path.GetDirectoryName(LibraryPath)!, "只读 100%20?#");

    [Fact]
    public async Task A_library_on_a_read_only_medium_is_searched_and_says_why_it_takes_no_pages()
    {
        using var disk = SmallDisk.MountedOn(DiskPath);
        await FillAsync(disk);
        disk.MakeReadOnly();

        await using var library = await OpenAsync(disk);

        await AssertReadableAsync(library);
        var error = await Assert.ThrowsAsync<TanyuanException>(() => library.AddAsync([Article("r#3", "酸枣还青。", "c")], cancellationToken: Stop));
        Assert.Equal("library-access-denied", error.Code);
        error = await Assert.ThrowsAsync<TanyuanException>(() => library.UpdateSettingAsync("x", _ => "y", Stop));
        Assert.Equal("library-access-denied", error.Code);
    }

    [Fact]
    public async Task A_library_on_a_full_disk_is_searched_and_takes_pages_again_when_there_is_room()
    {
        using var disk = SmallDisk.MountedOn(DiskPath);
        await FillAsync(disk);
        disk.Fill();

        await using (var library = await OpenAsync(disk))
        {
            await AssertReadableAsync(library);
            var error = await Assert.ThrowsAsync<TanyuanException>(() => library.AddAsync([Article("r#3", "酸枣还青。", "c")], cancellationToken: Stop));
            Assert.Equal("library-read-only", error.Code);
            await AssertReadableAsync(library);
        }

        disk.MakeRoom();
        await using var again = await OpenAsync(disk);
        await again.AddAsync([Article("r#3", "酸枣还青。", "c")], cancellationToken: Stop);
        Assert.Equal(["c"], await SearchIdsAsync(again, "酸枣"));
        await AssertSoundAsync(again);
    }

    [Fact]
    public async Task A_disk_that_fills_up_under_an_open_library_does_not_stop_its_searches()
    {
        using var disk = SmallDisk.MountedOn(DiskPath);
        await FillAsync(disk);
        await using var library = await OpenAsync(disk);
        disk.Fill();

        await AssertReadableAsync(library);
        await Assert.ThrowsAsync<TanyuanException>(() => library.AddAsync([Article("r#3", new string('枣', 400_000), "c")], cancellationToken: Stop));
        await AssertReadableAsync(library);

        disk.MakeRoom();
        await library.AddAsync([Article("r#4", "酸枣还青。", "d")], cancellationToken: Stop);
        Assert.Equal(["d"], await SearchIdsAsync(library, "酸枣"));
    }

    [Fact]
    public async Task An_index_that_is_behind_on_a_read_only_medium_is_searched_as_it_is()
    {
        using var disk = SmallDisk.MountedOn(DiskPath);
        await FillAsync(disk);
        var (index, behind) = (Path.Combine(disk.Path, "index"), Path.Combine(disk.Path, "behind"));
        CopyFolder(index, behind);
        await using (var adding = await OpenAsync(disk))
            await adding.AddAsync([Article("r#3", "酸枣还青。", "c")], cancellationToken: Stop);
        Directory.Delete(index, recursive: true);
        Directory.Move(behind, index);
        disk.MakeReadOnly();

        await using (var library = await OpenAsync(disk))
        {
            await AssertReadableAsync(library, documents: 3);
            Assert.Empty(await SearchIdsAsync(library, "酸枣"));
            var status = await library.GetStatusAsync(Stop);
            Assert.True(status.IndexedChange < status.LastChange);
        }

        disk.MakeWritable();
        await using var again = await OpenAsync(disk);
        Assert.Equal(["c"], await SearchIdsAsync(again, "酸枣"));
    }

    [Fact]
    public async Task What_another_process_that_may_write_adds_is_seen_by_one_that_may_not()
    {
        using var disk = SmallDisk.MountedOn(DiskPath);
        await FillAsync(disk);
        disk.MakeReadOnly();
        await using var library = await OpenAsync(disk);
        await AssertReadableAsync(library);

        disk.MakeWritable();
        await using (var other = await OpenAsync(disk))
            await other.AddAsync([Article("r#3", "酸枣还青。", "c")], cancellationToken: Stop);
        await Task.Delay(600, Stop);

        Assert.Equal(["c"], await SearchIdsAsync(library, "酸枣"));
    }

    [Fact]
    public async Task A_record_whose_last_changes_lie_beside_it_is_not_read_without_them()
    {
        using var disk = SmallDisk.MountedOn(DiskPath);
        await FillAsync(disk);
        await File.WriteAllBytesAsync(Path.Combine(disk.Path, "library.db-wal"), new byte[4096], Stop);
        disk.MakeReadOnly();

        var error = await Assert.ThrowsAsync<TanyuanException>(() => OpenAsync(disk));

        Assert.Equal("library-access-denied", error.Code);
    }

    [Fact]
    public async Task A_library_that_a_full_disk_has_no_room_for_says_so()
    {
        using var disk = SmallDisk.MountedOn(DiskPath);
        disk.Fill();

        var error = await Assert.ThrowsAsync<TanyuanException>(() => OpenAsync(disk));

        Assert.Contains(error.Code, (string[])["library-disk-full", "library-io"]);
    }

    static Task<TanyuanLibrary> OpenAsync(SmallDisk disk) => TanyuanLibrary.OpenAsync(disk.Path, cancellationToken: Stop);

    static async Task FillAsync(SmallDisk disk)
    {
        await using var library = await OpenAsync(disk);
        await library.AddAsync([Article("r#1", "石榴裂开了，果园里都是麻雀。", "a", "果园"), Article("r#2", "柿子还没有红。", "b")], cancellationToken: Stop);
    }

    static async Task AssertReadableAsync(TanyuanLibrary library, int documents = 2)
    {
        Assert.Equal(["a"], await SearchIdsAsync(library, "石榴"));
        Assert.Equal("果园", (await library.FindAsync("a", Stop))!.Document.Title);
        Assert.NotNull(await library.ReadOriginalAsync("b", Stop));
        Assert.Equal(documents, (await ListAsync(library)).Count);
    }
}
