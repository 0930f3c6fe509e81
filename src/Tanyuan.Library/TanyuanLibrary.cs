using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tanyuan.Index;
using Tanyuan.Index.Storage;
using Tanyuan.Library.Adding;
using Tanyuan.Library.Checking;
using Tanyuan.Library.Indexing;
using Tanyuan.Library.Record;
using Tanyuan.Library.Searching;
using Tanyuan.Pages.Sources;
using Tanyuan.Text;

namespace Tanyuan.Library;

/// <summary>
/// A library: a folder with <c>library.db</c> (SQLite, the system of record) and <c>index/</c> (derived, rebuildable).
/// Thread-safe for reading; one writer at a time across processes.
/// </summary>
public sealed class TanyuanLibrary : IAsyncDisposable
{
    const int ListedAtOnce = 256;

    const long CachedCharacters = 8_000_000;

    readonly LibraryOptions options;
    readonly LibraryFolder? folder;
    readonly RecordDatabase record;
    readonly LibraryIndex index;
    readonly DocumentCache documents = new(CachedCharacters);
    readonly SemaphoreSlim writing = new(1, 1);

    TanyuanLibrary(LibraryOptions options, LibraryFolder? folder, RecordDatabase record, LibraryIndex index)
    {
        this.options = options;
        this.folder = folder;
        this.record = record;
        this.index = index;
    }

    /// <summary>Opens the library in a folder, creating it where there is none. One that cannot be written, on a read-only medium or a full disk, can be searched and asked.</summary>
    public static Task<TanyuanLibrary> OpenAsync(string path, LibraryOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(
            async () =>
            {
                options ??= new LibraryOptions();
                var folder = LibraryFolder.At(path, options.MustExist);
                var directory = folder.OpenIndexDirectory();
                var record = RecordDatabase.Open(folder.RecordPath);
                var index = new LibraryIndex(directory, record);
                var library = new TanyuanLibrary(options, folder, record, index);
                try
                {
                    await library.OpenIndexAsync(cancellationToken);
                    return library;
                }
                catch
                {
                    await library.DisposeAsync();
                    throw;
                }
            },
            cancellationToken);

    /// <summary>Opens an empty library that lives in memory and is gone when disposed.</summary>
    public static Task<TanyuanLibrary> OpenInMemoryAsync(LibraryOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(
            () =>
            {
                var record = RecordDatabase.InMemory();
                var index = new LibraryIndex(new MemoryDirectory(), record);
                index.CatchUp(commit: true, cancellationToken);
                return new TanyuanLibrary(options ?? new LibraryOptions(), null, record, index);
            },
            cancellationToken);

    /// <summary>
    /// Reads pages in and makes them searchable. Idempotent: same content is no work, changed content under the same name is one update,
    /// the same content under a new name while the old file is gone is a rename. Progress is told when pages are safe on the disk;
    /// when cancelled, what was told stays.
    /// </summary>
    public Task<AddReport> AddAsync(IEnumerable<SourceItem> items, IProgress<AddProgress>? progress = null, CancellationToken cancellationToken = default) =>
        WriteAsync(
            async () =>
            {
                var session = new AddSession(record, index, options.Clock, progress);
                return await session.RunAsync(items, cancellationToken);
            },
            cancellationToken);

    /// <summary>Documents for a user's query, best first, one hit a document, with highlighted snippets.</summary>
    /// <param name="query">Words; <c>"phrase"</c>, <c>"near words"~5</c>, <c>begin*</c>, <c>+must</c>, <c>-not</c>, <c>title:word</c>. What is quoted, in the title or a beginning must be there; of the other words any may.</param>
    /// <param name="options">Filters and limits.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public Task<SearchResult> SearchAsync(string query, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SearchOptions();
        if (options.Limit is < 1 or > 1000)
            throw new TanyuanException("bad-limit", $"A search returns 1 to 1,000 hits, not {options.Limit}.");
        return ReadIndexAsync(
            (reader, snapshot) =>
            {
                var start = Stopwatch.GetTimestamp();
                var hits = new DocumentSearcher(documents, RankingWeights.Default).Search(reader, snapshot, query, options);
                return new SearchResult(hits, Stopwatch.GetElapsedTime(start));
            },
            cancellationToken);
    }

    /// <summary>Passages for weighted terms, best first: what answers are made from.</summary>
    public Task<IReadOnlyList<PassageHit>> RetrieveAsync(RetrievalRequest request, CancellationToken cancellationToken = default) =>
        ReadIndexAsync<IReadOnlyList<PassageHit>>(
            (reader, snapshot) => new PassageRetriever(documents, RankingWeights.Default).Retrieve(reader, snapshot, request), cancellationToken);

    /// <summary>A document by its id, its external id, or a beginning of its id that no other has; or null.</summary>
    public Task<StoredDocument?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => reader.FindNumber(id) is { } number ? reader.FindStored(number) : null, cancellationToken);

    /// <summary>The bytes of the page a document came from, as they were added, or null when there is no such document.</summary>
    public Task<byte[]?> ReadOriginalAsync(string id, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => reader.FindNumber(id) is { } number ? reader.FindOriginal(number) : null, cancellationToken);

    /// <summary>The documents in the order they were added.</summary>
    public async IAsyncEnumerable<DocumentSummary> ListAsync(
        int skip = 0, int? take = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var last = 0L;
        for (var left = take ?? int.MaxValue; left > 0;)
        {
            var (after, offset, limit) = (last, skip, Math.Min(left, ListedAtOnce));
            var listed = await ReadAsync(reader => reader.ListAfter(after, offset, limit), cancellationToken);
            foreach (var (_, summary) in listed)
                yield return summary;
            if (listed.Count < limit)
                yield break;
            left -= listed.Count;
            last = listed[^1].Number;
            skip = 0;
        }
    }

    /// <summary>Removes documents by id or external id, or all documents of a page by its name. Returns how many documents went.</summary>
    public Task<int> RemoveAsync(string idOrName, CancellationToken cancellationToken = default) =>
        WriteAsync(
            () =>
            {
                var removed = record.Write(writer => writer.Remove(idOrName));
                index.CatchUp(commit: true, cancellationToken);
                return Task.FromResult(removed);
            },
            cancellationToken);

    /// <summary>A setting that is kept in the library, or null.</summary>
    public Task<string?> GetSettingAsync(string name, CancellationToken cancellationToken = default) => ReadAsync(reader => reader.Setting(name), cancellationToken);

    /// <summary>Keeps a setting in the library: what <paramref name="change"/> makes of the old one, in one transaction.</summary>
    public Task UpdateSettingAsync(string name, Func<string?, string> change, CancellationToken cancellationToken = default) =>
        WriteAsync(
            () =>
            {
                record.Write(writer =>
                {
                    writer.SetSetting(name, change(writer.Reader.Setting(name)));
                    return true;
                });
                return Task.FromResult(true);
            },
            cancellationToken);

    /// <summary>What the library holds.</summary>
    public Task<LibraryStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(
            reader =>
            {
                index.Refresh(reader);
                var counts = reader.Count();
                return new LibraryStatus(
                    folder?.Path ?? "", counts.Pages, counts.Documents, counts.Passages, counts.Characters, counts.OriginalBytes,
                    folder?.DiskBytes() ?? 0, reader.Quarantined(), reader.LastChange(), index.Progress);
            },
            cancellationToken);

    /// <summary>Proves that the record is sound and that the index agrees with it. Nothing is changed.</summary>
    public Task<CheckReport> CheckAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(
            reader =>
            {
                index.Refresh(reader);
                using var snapshot = index.TryAcquire();
                return new LibraryChecker(reader, cancellationToken).Check(index.Directory, snapshot);
            },
            cancellationToken);

    /// <summary>Makes the index anew from the record, and the stories that reprints share from the documents.</summary>
    public Task RebuildAsync(CancellationToken cancellationToken = default) =>
        WriteAsync(
            () =>
            {
                record.Write(writer =>
                {
                    writer.Stories.Rebuild();
                    return true;
                });
                index.Rebuild(cancellationToken, options.IndexProgress);
                return Task.FromResult(true);
            },
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        index.Dispose();
        record.Dispose();
        writing.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens the index and brings it in step where it is behind, unless another process is at that already or nothing can be written: then it is read as it is.</summary>
    async Task OpenIndexAsync(CancellationToken cancellationToken)
    {
        var isReadable = index.TryOpen();
        if (isReadable && index.Progress == record.Read(reader => reader.LastChange()))
            return;

        try
        {
            using var taken = isReadable ? folder!.TryLock() : await folder!.LockAsync(cancellationToken);
            if (taken is null)
                return;
            index.CatchUp(commit: true, cancellationToken, options.IndexProgress);
            index.Settle();
            index.CloseWriter();
        }
        catch (TanyuanException error) when (isReadable && error.Code is ("library-access-denied" or "library-disk-full" or "index-write-failed"))
        {
            // Reading must not need writing: what the index lacks is found again once it can be written.
        }
    }

    Task<T> ReadAsync<T>(Func<RecordReader, T> read, CancellationToken cancellationToken) =>
        Task.Run(() => record.Read(read), cancellationToken);

    /// <summary>Reads with the index; one that turns out damaged is made anew once.</summary>
    Task<T> ReadIndexAsync<T>(Func<RecordReader, Snapshot, T> read, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                try
                {
                    return ReadIndex(read);
                }
                catch (TanyuanException error) when (LibraryIndex.IsCuredByRebuilding(error))
                {
                    await RebuildAsync(cancellationToken);
                    return ReadIndex(read);
                }
            },
            cancellationToken);

    T ReadIndex<T>(Func<RecordReader, Snapshot, T> read) => record.Read(reader =>
    {
        using var snapshot = index.Acquire(reader);
        return read(reader, snapshot);
    });

    /// <summary>Writes as the only writer: of this process, and where the library is a folder, of all.</summary>
    Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                await writing.WaitAsync(cancellationToken);
                try
                {
                    using var taken = folder is null ? null : await folder.LockAsync(cancellationToken);
                    try
                    {
                        return await write();
                    }
                    finally
                    {
                        if (folder is not null)
                            index.CloseWriter();
                    }
                }
                finally
                {
                    writing.Release();
                }
            },
            cancellationToken);
}
