using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tanyuan.Pages.Sources;
using Tanyuan.Tests.Shared;
using Tanyuan.Text;

namespace Tanyuan.Library.Tests;

public sealed class OpeningTests : LibraryFixture
{
    [Fact]
    public async Task What_was_added_is_there_when_opened_again()
    {
        await FillAsync();

        await using var library = await OpenAsync();

        Assert.Equal(["a"], await SearchIdsAsync(library, "石榴"));
        Assert.Equal("果园", (await library.FindAsync("a", Stop))!.Document.Title);
        await AssertSoundAsync(library);
    }

    [Fact]
    public async Task A_missing_index_is_made_again()
    {
        await FillAsync();
        Directory.Delete(IndexPath, recursive: true);

        await using var library = await OpenAsync();

        Assert.Equal(["a"], await SearchIdsAsync(library, "石榴"));
        await AssertSoundAsync(library);
    }

    [Fact]
    public async Task Making_the_index_again_says_how_far_it_is_and_opening_one_in_step_says_nothing()
    {
        await FillAsync();
        Directory.Delete(IndexPath, recursive: true);
        var told = new Told();
        var options = new LibraryOptions { IndexProgress = told };

        await (await TanyuanLibrary.OpenAsync(LibraryPath, options, Stop)).DisposeAsync();
        Assert.Equal(0, told.Values[0].Done);
        Assert.InRange(told.Values[0].Total, 1, long.MaxValue);
        Assert.Equal(told.Values[^1].Total, told.Values[^1].Done);

        told.Values.Clear();
        await using var library = await TanyuanLibrary.OpenAsync(LibraryPath, options, Stop);
        Assert.Empty(told.Values);
        await library.RebuildAsync(Stop);
        Assert.Equal(0, told.Values[0].Done);
        Assert.Equal(told.Values[^1].Total, told.Values[^1].Done);
    }

    [Fact]
    public async Task Adding_much_brings_the_small_segments_of_the_index_together()
    {
        for (var i = 0; i < 6; i++)
            await AddAsync(Article($"p{i}", $"第{i}座果园里种着石榴。", id: $"p{i}"));
        Assert.InRange(Segments(), 5, int.MaxValue);

        await AddAsync([.. Enumerable.Range(6, 4).Select(i => Article($"p{i}", $"第{i}座果园里种着石榴。", id: $"p{i}"))]);

        Assert.InRange(Segments(), 1, 4);
        await using var library = await OpenAsync();
        Assert.Equal(10, (await SearchIdsAsync(library, "石榴")).Length);
        await AssertSoundAsync(library);

        async Task AddAsync(params SourceItem[] items)
        {
            await using var adding = await OpenAsync();
            await adding.AddAsync(items, cancellationToken: Stop);
        }

        int Segments() => Directory.GetFiles(IndexPath, "segment-*.terms").Length;
    }

    [Fact]
    public async Task A_damaged_index_is_made_again_whichever_file_is_hit()
    {
        await FillAsync();
        foreach (var name in Directory.GetFiles(IndexPath).Select(Path.GetFileName))
        {
            var path = Path.Combine(IndexPath, name!);
            if (!File.Exists(path) || new FileInfo(path).Length == 0)
                continue;
            var bytes = await File.ReadAllBytesAsync(path, Stop);
            bytes[bytes.Length / 2] ^= 0x55;
            await File.WriteAllBytesAsync(path, bytes, Stop);

            await using var library = await OpenAsync();
            Assert.Equal(["a"], await SearchIdsAsync(library, "石榴"));
            await library.RebuildAsync(Stop);
            await AssertSoundAsync(library);
        }
    }

    [Theory]
    [InlineData("version-3")]
    [InlineData("version-4")]
    public async Task An_index_of_an_earlier_version_is_made_again_and_says_how_far_that_is(string version)
    {
        await FillAsync();
        Directory.Delete(IndexPath, recursive: true);
        CopyFolder(Repository.File("tests", "Tanyuan.Index.Tests", "Golden", version), IndexPath);
        var told = new Told();

        await (await TanyuanLibrary.OpenAsync(LibraryPath, new LibraryOptions { IndexProgress = told }, Stop)).DisposeAsync();
        Assert.InRange(told.Values[^1].Total, 1, long.MaxValue);
        Assert.Equal(told.Values[^1].Total, told.Values[^1].Done);

        told.Values.Clear();
        await using var library = await TanyuanLibrary.OpenAsync(LibraryPath, new LibraryOptions { IndexProgress = told }, Stop);
        Assert.Empty(told.Values);
        Assert.Equal(["a"], await SearchIdsAsync(library, "石榴"));
        await AssertSoundAsync(library);
    }

    [Fact]
    public async Task An_index_that_is_behind_catches_up()
    {
        await FillAsync();
        var copy = Path.Combine(LibraryPath, "copy");
        CopyFolder(IndexPath, copy);
        await using (var library = await OpenAsync())
        {
            await library.AddAsync([Article("r#3", "酸枣要等霜降以后才甜。", "c")], cancellationToken: Stop);
            await library.RemoveAsync("a", Stop);
        }

        Directory.Delete(IndexPath, recursive: true);
        Directory.Move(copy, IndexPath);

        await using var again = await OpenAsync();
        Assert.Equal(["c"], await SearchIdsAsync(again, "酸枣"));
        Assert.Empty(await SearchIdsAsync(again, "石榴"));
        await AssertSoundAsync(again);
    }

    [Fact]
    public async Task An_index_ahead_of_a_restored_record_is_made_again()
    {
        await FillAsync();
        var backup = RecordPath + ".copy";
        File.Copy(RecordPath, backup);
        await using (var library = await OpenAsync())
            await library.AddAsync([Article("r#3", "酸枣要等霜降以后才甜。", "c")], cancellationToken: Stop);
        File.Move(backup, RecordPath, overwrite: true);

        await using var restored = await OpenAsync();

        Assert.Empty(await SearchIdsAsync(restored, "酸枣"));
        Assert.Equal(["a"], await SearchIdsAsync(restored, "石榴"));
        await AssertSoundAsync(restored);
    }

    [Fact]
    public async Task A_host_opens_the_library_when_it_is_first_asked_for_and_closes_it_with_itself()
    {
        await FillAsync();
        var services = new ServiceCollection().AddTanyuan(LibraryPath);
        TanyuanLibrary library;
        await using (var host = services.BuildServiceProvider())
        {
            library = host.GetRequiredService<TanyuanLibrary>();
            Assert.Same(library, host.GetRequiredService<TanyuanLibrary>());
            Assert.Equal(["a"], await SearchIdsAsync(library, "石榴"));
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => library.FindAsync("a", Stop));
    }

    [Fact]
    public async Task A_host_that_must_find_a_library_says_where_there_is_none()
    {
        var services = new ServiceCollection().AddTanyuan(Path.Combine(LibraryPath, "elsewhere"), new LibraryOptions { MustExist = true });
        await using var host = services.BuildServiceProvider();
        var error = Assert.Throws<TanyuanException>(host.GetRequiredService<TanyuanLibrary>);
        Assert.Equal("library-not-found", error.Code);
    }

    [Fact]
    public async Task A_library_open_for_reading_sees_what_another_adds()
    {
        await FillAsync();
        await using var reading = await OpenAsync();
        await using (var writing = await OpenAsync())
            await writing.AddAsync([Article("r#3", "酸枣要等霜降以后才甜。", "c")], cancellationToken: Stop);

        await Task.Delay(600, Stop);

        Assert.Equal(["c"], await SearchIdsAsync(reading, "酸枣"));
    }

    [Fact]
    public async Task A_second_writer_is_turned_away_and_readers_are_not()
    {
        await FillAsync();
        await using var library = await OpenAsync();
        using (new FileStream(Path.Combine(LibraryPath, "library.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var error = await Assert.ThrowsAsync<TanyuanException>(() => library.AddAsync([Article("x", "新的一页。")], cancellationToken: Stop));
            Assert.Equal("library-busy", error.Code);
            Assert.Equal(["a"], await SearchIdsAsync(library, "石榴"));
            await using var other = await OpenAsync();
            Assert.Equal(["a"], await SearchIdsAsync(other, "石榴"));
        }

        Assert.Equal(1, (await library.AddAsync([Article("x", "新的一页。")], cancellationToken: Stop)).Added);
    }

    [Fact]
    public async Task Errors_say_what_is_wrong_with_the_folder()
    {
        var file = WriteFile("file", "不是文件夹");
        Assert.Equal("library-not-a-folder", await CodeOfOpeningAsync(file));

        var missing = new LibraryOptions { MustExist = true };
        Assert.Equal("library-not-found", await CodeOfOpeningAsync(LibraryPath, missing));
        Assert.False(Directory.Exists(LibraryPath));

        Directory.CreateDirectory(LibraryPath);
        await File.WriteAllTextAsync(RecordPath, new string('x', 5000), Stop);
        Assert.Equal("library-corrupt", await CodeOfOpeningAsync(LibraryPath));
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_costs_no_document()
    {
        await FillAsync();
        await using (var library = await OpenAsync())
        {
            Directory.Delete(IndexPath, recursive: true);
            await File.WriteAllTextAsync(IndexPath, "in the way", Stop);
            var error = await Assert.ThrowsAsync<TanyuanException>(() => library.AddAsync([Article("r#3", "酸枣还青。", "c")], cancellationToken: Stop));
            Assert.Equal("index-write-failed", error.Code);
            File.Delete(IndexPath);
        }

        await using var again = await OpenAsync();
        await again.AddAsync([Article("r#3", "酸枣还青。", "c")], cancellationToken: Stop);
        Assert.Equal(3, (await ListAsync(again)).Count);
        Assert.Equal(["c"], await SearchIdsAsync(again, "酸枣"));
        await AssertSoundAsync(again);
    }

    [Fact]
    public async Task A_library_of_version_2_is_brought_up_to_date_beside_a_copy_of_it()
    {
        await FillAsync();
        ChangeRecord(
            """
            ALTER TABLE documents DROP COLUMN published_offset;
            ALTER TABLE documents DROP COLUMN published_inferred;
            ALTER TABLE documents DROP COLUMN blocks;
            PRAGMA user_version = 2
            """);
        await using (var library = await OpenAsync())
        {
            var old = (await library.FindAsync("a", Stop))!.Document;
            Assert.Equal((0, null, false), (old.Blocks.Count, old.PublishedOffset, old.PublishedIsInferred));
            await library.AddAsync([Article("r#4", "新来的一段话。\nAnd one more line of English words.", "d")], cancellationToken: Stop);
            await AssertSoundAsync(library);
        }

        Assert.True(File.Exists(RecordPath + ".v2.bak"));
        await using var again = await OpenAsync();
        Assert.Equal(
            [(0, 7, "zh"), (8, 35, "en")],
            (await again.FindAsync("d", Stop))!.Document.Blocks.Select(block => (block.Start, block.Length, block.Language)));
    }

    [Fact]
    public async Task A_newer_library_is_refused_and_another_programs_database_too()
    {
        await FillAsync();
        ChangeRecord("PRAGMA user_version = 999");
        Assert.Equal("library-too-new", await CodeOfOpeningAsync(LibraryPath));

        ChangeRecord("PRAGMA user_version = 0; PRAGMA application_id = 7");
        Assert.Equal("library-corrupt", await CodeOfOpeningAsync(LibraryPath));
    }

    [Fact]
    public async Task A_check_finds_what_the_record_has_and_the_index_has_not()
    {
        await FillAsync();
        ChangeRecord("UPDATE passages SET length = 10000 WHERE id = 1; DELETE FROM passages WHERE id = 2");
        await using var library = await OpenAsync();

        var report = await library.CheckAsync(Stop);

        Assert.Contains(report.Problems, problem => problem.Contains("does not lie within its text", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Contains("lies in no passage", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Contains("The index holds passage 2", StringComparison.Ordinal));
    }

    async Task FillAsync()
    {
        await using var library = await OpenAsync();
        await library.AddAsync(
            [Article("r#1", "石榴裂开了，果园里都是麻雀。", "a", "果园"), Article("r#2", "柿子还没有红。", "b")], cancellationToken: Stop);
    }

    void ChangeRecord(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={RecordPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static async Task<string> CodeOfOpeningAsync(string path, LibraryOptions? options = null) =>
        (await Assert.ThrowsAnyAsync<TanyuanException>(() => TanyuanLibrary.OpenAsync(path, options, Stop))).Code;

    sealed class Told : IProgress<IndexProgress>
    {
        public List<IndexProgress> Values { get; } = [];

        public void Report(IndexProgress value) => Values.Add(value);
    }
}
