using System.Text;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Library.Tests;

/// <summary>A folder for one test, and short ways to make pages.</summary>
public abstract class LibraryFixture : IDisposable
{
    protected static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    readonly string folder = Directory.CreateTempSubdirectory("tanyuan-library-").FullName;

    protected string LibraryPath => Path.Combine(folder, "library");

    protected string RecordPath => Path.Combine(LibraryPath, "library.db");

    protected string IndexPath => Path.Combine(LibraryPath, "index");

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected Task<TanyuanLibrary> OpenAsync() => TanyuanLibrary.OpenAsync(LibraryPath, cancellationToken: Stop);

    protected static Task<TanyuanLibrary> OpenInMemoryAsync() => TanyuanLibrary.OpenInMemoryAsync(cancellationToken: Stop);

    /// <summary>Writes a file that exists, for what depends on a page's file being there.</summary>
    protected string WriteFile(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    protected static SourceItem Article(string name, string text, string? id = null, string title = "") =>
        new(new Page(name, Encoding.UTF8.GetBytes(text), PageFormat.Article) { ExternalId = id, Title = title }, null);

    protected static SourceItem Unreadable(string name) => new(null, new Quarantine(name, "unreadable", "The test says so."));

    protected static async Task<List<DocumentSummary>> ListAsync(TanyuanLibrary library)
    {
        var listed = new List<DocumentSummary>();
        await foreach (var summary in library.ListAsync(cancellationToken: Stop))
            listed.Add(summary);
        return listed;
    }

    protected static async Task<string[]> SearchIdsAsync(TanyuanLibrary library, string query, SearchOptions? options = null) =>
        [.. (await library.SearchAsync(query, options, Stop)).Hits.Select(hit => hit.Document.ExternalId ?? hit.Document.Id)];

    protected static async Task AssertSoundAsync(TanyuanLibrary library) => Assert.Empty((await library.CheckAsync(Stop)).Problems);

    protected static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
