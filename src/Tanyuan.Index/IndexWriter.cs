using Tanyuan.Index.Buffering;
using Tanyuan.Index.Commits;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index;

/// <summary>
/// The one writer of an index. Changes are collected; <see cref="Refresh"/> makes them visible to new snapshots, <see cref="Commit"/>
/// also durable, together with a number of the caller's that says how far they go. After a crash the index opens at the last commit
/// that returned, or at the one that was under way. Thread-safe; calls wait for each other, snapshots never wait.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    readonly Lock gate = new();
    readonly IndexDirectory directory;
    readonly IndexSchema schema;
    readonly IndexWriterOptions options;
    readonly IDisposable held;
    readonly List<LiveSegment> segments = [];
    readonly HashSet<string> unsynced = new(StringComparer.Ordinal);
    SegmentBuffer buffer;
    Manifest? committed;
    long generation;
    long nextSegment;
    long nextLiveGeneration;
    bool changed;
    bool uncommitted;
    Exception? failure;
    bool disposed;
    volatile Snapshot current;

    IndexWriter(IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options, bool startEmpty)
    {
        if (!schema.IsValid)
            throw new ArgumentException("A schema has 1 to 256 fields with different names, K1 of 0 or more, B from 0 to 1 and Boost above 0.", nameof(schema));

        this.directory = directory;
        this.schema = schema;
        this.options = options ?? new IndexWriterOptions();
        buffer = new SegmentBuffer(schema);
        held = directory.Lock();
        try
        {
            if (!startEmpty)
                OpenCommitted();
            SkipUsedNumbers();
            DeleteUnused();
            current = CreateSnapshot();
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The number given to the last commit; 0 before the first.</summary>
    public long Progress => Volatile.Read(ref committed)?.Progress ?? 0;

    /// <summary>Opens an index for writing at its last commit; an empty directory is an empty index.</summary>
    /// <exception cref="Text.TanyuanException">
    /// <c>index-locked</c>, <c>index-schema-mismatch</c>, <c>index-corrupt</c> or <c>index-too-new</c>; the last three are cured by <see cref="Recreate"/>.
    /// </exception>
    public static IndexWriter Open(IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options = null) =>
        new(directory, schema, options, startEmpty: false);

    /// <summary>Starts an index anew whatever the directory holds, readable or not. What it held before stays until the first commit.</summary>
    /// <exception cref="Text.TanyuanException"><c>index-locked</c>.</exception>
    public static IndexWriter Recreate(IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options = null) =>
        new(directory, schema, options, startEmpty: true);

    /// <summary>The index as of the last refresh or commit.</summary>
    public Snapshot Acquire() => current;

    /// <summary>Adds a document, replacing the one with the same key. The document can be reused at once.</summary>
    public void Add(IndexDocument document)
    {
        lock (gate)
        {
            CheckUsable();
            buffer.Check(document);
            DeleteKey(document.Key);
            buffer.Add(document);
            changed = true;
            if (buffer.Size >= options.BufferBytes)
                Guard(FlushBuffer);
        }
    }

    /// <summary>Deletes the document with a key, if there is one.</summary>
    public void Delete(long key)
    {
        lock (gate)
        {
            CheckUsable();
            DeleteKey(key);
        }
    }

    /// <summary>Deletes all documents of a group.</summary>
    public void DeleteGroup(long group)
    {
        lock (gate)
        {
            CheckUsable();
            changed |= buffer.DeleteGroup(group);
            foreach (var segment in segments)
            {
                foreach (var document in segment.Reader.Documents.FindGroup(group))
                    changed |= segment.Delete(document);
            }
        }
    }

    /// <summary>Deletes every document.</summary>
    public void DeleteAll()
    {
        lock (gate)
        {
            CheckUsable();
            buffer = new SegmentBuffer(schema);
            segments.Clear();
            changed = true;
        }
    }

    /// <summary>Makes all changes so far visible to snapshots acquired from now on. They are durable only after <see cref="Commit"/>.</summary>
    public void Refresh()
    {
        lock (gate)
        {
            CheckUsable();
            if (changed)
                Guard(MakeVisible);
        }
    }

    /// <summary>Makes all changes so far visible and durable, at one stroke with a number that says how far they go. Without changes and with the same number it does nothing.</summary>
    public void Commit(long progress)
    {
        lock (gate)
        {
            CheckUsable();
            if (!changed && !uncommitted && committed?.Progress == progress)
                return;

            Guard(() =>
            {
                if (changed)
                    MakeVisible();
                WriteCommit(progress);
                current = CreateSnapshot();
            });
        }
    }

    /// <summary>Gives up the lock. Changes since the last commit are lost; snapshots stay usable.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;

            disposed = true;
            held.Dispose();
        }
    }

    void OpenCommitted()
    {
        committed = ManifestStore.ReadNewest(directory);
        if (committed is null)
            return;
        if (!committed.Schema.StoresTheSameAs(schema))
            throw IndexErrors.SchemaMismatch(directory.Describe(""));

        try
        {
            foreach (var ((reader, live), entry) in CommittedSegments.Open(directory, committed, schema).Zip(committed.Segments))
                segments.Add(new LiveSegment(reader, live, entry.LiveGeneration, entry.Seals[^1]));
        }
        catch (FileNotFoundException error)
        {
            throw IndexErrors.Corrupt(error.FileName ?? directory.Describe(""), 0, "it is missing", error);
        }
    }

    // A number that any file bears is never given again, so that no old file can be taken for a new one.
    void SkipUsedNumbers()
    {
        generation = ManifestStore.Generations(directory).DefaultIfEmpty().Max();
        var usedSegment = directory.List().Select(SegmentFiles.IdOf).Max() ?? 0;
        nextSegment = Math.Max(committed?.NextSegment ?? 1, usedSegment + 1);
        nextLiveGeneration = committed?.NextLiveGeneration ?? 1;
    }

    void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (failure is not null)
            throw IndexErrors.WriterFailed(directory.Describe(""), failure);
    }

    // After a failed write it is unknown what reached the disk, and a repeated fsync may lie: only opening anew is safe.
    void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error)
        {
            failure = error;
            throw;
        }
    }

    void DeleteKey(long key)
    {
        changed |= buffer.Delete(key);
        foreach (var segment in segments)
        {
            var document = segment.Reader.Documents.Find(key);
            if (document >= 0)
                changed |= segment.Delete(document);
        }
    }

    void MakeVisible()
    {
        FlushBuffer();
        current = CreateSnapshot();
        changed = false;
        uncommitted = true;
    }

    void FlushBuffer()
    {
        if (buffer.Count > 0)
        {
            var id = nextSegment++;
            buffer.WriteSegment(directory, id);
            segments.Add(OpenWritten(id));
        }

        buffer = new SegmentBuffer(schema);
        foreach (var segment in segments)
            segment.ApplyDeletions();
        segments.RemoveAll(segment => segment.Live.Count == 0);
        MergeSegments();
    }

    void MergeSegments()
    {
        var merged = false;
        while (MergePlanner.Next([.. segments.Select(segment => (segment.Reader.DocumentCount, segment.Live.Count))]) is { Count: > 0 } places)
        {
            var sources = places.Select(place => segments[place]).ToList();
            var id = nextSegment++;
            SegmentMerger.Merge(directory, id, schema, [.. sources.Select(source => (source.Reader, source.Live))]);
            segments.Insert(places[0], OpenWritten(id));
            segments.RemoveAll(sources.Contains);
            merged = true;
        }

        if (merged)
            DeleteUnused();
    }

    LiveSegment OpenWritten(long id)
    {
        unsynced.UnionWith(SegmentFiles.All(id));
        var reader = SegmentReader.Open(directory, id, schema);
        return new LiveSegment(reader, LiveDocuments.All(reader.DocumentCount), 0, 0);
    }

    void WriteCommit(long progress)
    {
        foreach (var segment in segments.Where(segment => segment.NeedsLiveFile))
        {
            var live = nextLiveGeneration++;
            var seal = segment.Live.Write(directory, segment.Reader.Id, live);
            unsynced.Add(SegmentFiles.Live(segment.Reader.Id, live));
            segment.LiveFileWritten(live, seal);
        }

        var manifest = new Manifest(++generation, progress, nextSegment, nextLiveGeneration, schema, [.. segments.Select(EntryOf)]);
        var wanted = ManifestStore.FilesOf(manifest).ToHashSet(StringComparer.Ordinal);
        foreach (var name in unsynced.Where(wanted.Contains))
            directory.Sync(name);
        ManifestStore.Publish(directory, manifest);
        unsynced.Clear();
        uncommitted = false;
        Volatile.Write(ref committed, manifest);
        DeleteUnused();
    }

    static SegmentEntry EntryOf(LiveSegment segment) => new(
        segment.Reader.Id, segment.Reader.DocumentCount, segment.Live.Count, segment.LiveGeneration,
        [.. segment.Reader.Files.Select(file => file.Seal), segment.LiveSeal]);

    void DeleteUnused()
    {
        // Begun anew and not yet committed: what was there before is still the index.
        if (committed is null && generation > 0)
            return;

        var wanted = segments.SelectMany(segment => SegmentFiles.All(segment.Reader.Id)).ToHashSet(StringComparer.Ordinal);
        if (committed is not null)
            wanted.UnionWith(ManifestStore.FilesOf(committed));
        ManifestStore.DeleteOthers(directory, wanted);
    }

    Snapshot CreateSnapshot() => new(schema, committed?.Progress ?? 0, [.. segments.Select(segment => (segment.Reader, segment.Live))]);
}
