using Tanyuan.Pages.Sources;

namespace Tanyuan.Library;

/// <summary>
/// A library: a folder with <c>library.db</c> (SQLite, the system of record) and <c>index/</c> (derived, rebuildable).
/// Thread-safe for reading; one writer at a time across processes.
/// </summary>
public sealed class TanyuanLibrary : IAsyncDisposable
{
    /// <summary>Opens the library in a folder, creating it where there is none.</summary>
    public static Task<TanyuanLibrary> OpenAsync(string path, LibraryOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Opens an empty library that lives in memory and is gone when disposed.</summary>
    public static Task<TanyuanLibrary> OpenInMemoryAsync(LibraryOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// Reads pages in and makes them searchable. Idempotent: same content is no work, changed content under the same name is one update,
    /// the same content under a new name while the old file is gone is a rename.
    /// </summary>
    public Task<AddReport> AddAsync(IEnumerable<SourceItem> items, IProgress<AddProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Documents for a user's query, best first, one hit a document, with highlighted snippets.</summary>
    /// <param name="query">Words; <c>"phrase"</c>, <c>+must</c>, <c>-not</c>, <c>title:word</c>.</param>
    /// <param name="options">Filters and limits.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public Task<SearchResult> SearchAsync(string query, SearchOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Passages for weighted terms, best first: what answers are made from.</summary>
    public Task<IReadOnlyList<PassageHit>> RetrieveAsync(RetrievalRequest request, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>A document by its id or external id, or null.</summary>
    public Task<StoredDocument?> FindAsync(string id, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The bytes of the page a document came from, as they were added, or null when there is no such document.</summary>
    public Task<byte[]?> ReadOriginalAsync(string id, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The documents in the order they were added.</summary>
    public IAsyncEnumerable<DocumentSummary> ListAsync(int skip = 0, int? take = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Removes documents by id or external id, or all documents of a page by its name. Returns how many documents went.</summary>
    public Task<int> RemoveAsync(string idOrName, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>What the library holds.</summary>
    public Task<LibraryStatus> GetStatusAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
