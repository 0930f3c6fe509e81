using Tanyuan.Index.Buffering;
using Tanyuan.Index.Commits;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;
using Tanyuan.Index.Writing;

namespace Tanyuan.Index;

/// <summary>
/// The one writer of an index. Changes are collected; <see cref="Refresh"/> makes them visible to new snapshots, <see cref="Commit"/>
/// also durable, together with a number of the caller's that says how far they go. After a crash the index opens at the last commit
/// that returned, or at the one that was under way. Thread-safe: documents added by several threads are inverted side by side, each
/// thread filling a segment of its own; segments are merged in the background; snapshots never wait.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    // Taken in this order: one refresh, commit or end of a merge at a time; additions beside each other but not beside
    // the writing of all buffers; and, for moments only, what there is.
    readonly Lock publishing = new();
    readonly ReaderWriterLockSlim adding = new();
    readonly Lock gate = new();

    readonly IndexDirectory directory;
    readonly IndexSchema schema;
    readonly IndexWriterOptions options;
    readonly IDisposable held;
    readonly SegmentSet segments = new();
    readonly BufferPool buffers;
    readonly BufferFlush flush;
    readonly CommitStore commits;
    readonly SegmentNumbers numbers;
    readonly MergeThread merges;
    readonly ShownState shown;
    readonly FirstFailure failure;
    bool changed;
    bool uncommitted;
    volatile bool disposed;

    IndexWriter(IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options, bool startEmpty)
    {
        if (!schema.IsValid)
            throw new ArgumentException("A schema has 1 to 256 fields with different names, K1 of 0 or more, B from 0 to 1 and Boost above 0, and up to 256 columns with different names.", nameof(schema));

        this.directory = directory;
        this.schema = schema;
        this.options = options ?? new IndexWriterOptions();
        buffers = new BufferPool(schema, this.options.BufferBytes);
        merges = new MergeThread(MergeInBackground);
        failure = new FirstFailure(directory);
        held = directory.Lock();
        try
        {
            var committed = startEmpty ? null : segments.OpenCommitted(directory, schema);
            commits = new CommitStore(directory, schema, committed);
            numbers = new SegmentNumbers(commits);
            flush = new BufferFlush(directory, schema, gate, buffers, segments, numbers);
            DeleteUnused();
            shown = new ShownState(schema, commits.Progress, segments.All);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The number given to the last commit; 0 before the first.</summary>
    public long Progress => commits.Progress;

    /// <summary>Opens an index for writing at its last commit; an empty directory is an empty index.</summary>
    /// <exception cref="Text.TanyuanException">
    /// <c>index-locked</c>, <c>index-schema-mismatch</c>, <c>index-corrupt</c>, <c>index-outdated</c> or <c>index-too-new</c>; all but the first
    /// are cured by <see cref="Recreate"/>.
    /// </exception>
    public static IndexWriter Open(IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options = null) =>
        new(directory, schema, options, startEmpty: false);

    /// <summary>Starts an index anew whatever the directory holds, readable or not. What it held before stays until the first commit.</summary>
    /// <exception cref="Text.TanyuanException"><c>index-locked</c>.</exception>
    public static IndexWriter Recreate(IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options = null) =>
        new(directory, schema, options, startEmpty: true);

    /// <summary>The index as of the last refresh or commit; to be disposed when it is no longer needed.</summary>
    public Snapshot Acquire()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (shown.TryAcquire() is { } snapshot)
                return snapshot;
        }
    }

    /// <summary>Adds a document, replacing the one with the same key. The document can be reused at once.</summary>
    public void Add(IndexDocument document)
    {
        document.CheckAgainst(schema);
        var full = false;
        adding.EnterReadLock();
        try
        {
            SegmentBuffer buffer;
            int number;
            lock (gate)
            {
                CheckUsable();
                buffers.Delete(document.Key);
                segments.Delete(document.Key);
                buffer = buffers.Take();
                number = buffer.Reserve(document);
                changed = true;
            }

            failure.Guard(() => buffer.Invert(document, number));
            lock (gate)
            {
                full = buffer.Size >= options.BufferBytes / buffers.Count;
                if (!full)
                    buffers.Return(buffer);
            }

            if (full)
            {
                failure.Guard(() => flush.Write(buffer));
                lock (gate)
                    buffers.Recycle(buffer);
            }
        }
        finally
        {
            adding.ExitReadLock();
        }

        if (full)
            MergeOrWait();
    }

    /// <summary>Deletes the document with a key, if there is one.</summary>
    public void Delete(long key)
    {
        lock (gate)
        {
            CheckUsable();
            changed |= buffers.Delete(key) | segments.Delete(key);
        }
    }

    /// <summary>Deletes all documents of a group.</summary>
    public void DeleteGroup(long group)
    {
        lock (gate)
        {
            CheckUsable();
            changed |= buffers.DeleteGroup(group) | segments.DeleteGroup(group);
        }
    }

    /// <summary>Deletes every document.</summary>
    public void DeleteAll()
    {
        lock (publishing)
        {
            adding.EnterWriteLock();
            try
            {
                lock (gate)
                {
                    CheckUsable();
                    foreach (var buffer in buffers.TakeAll())
                        buffers.Remove(buffer);
                    segments.Clear();
                    changed = true;
                }
            }
            finally
            {
                adding.ExitWriteLock();
            }
        }
    }

    /// <summary>Makes all changes so far visible to snapshots acquired from now on. They are durable only after <see cref="Commit"/>.</summary>
    public void Refresh()
    {
        lock (publishing)
            MakeVisible();
        MergeOrWait();
    }

    /// <summary>Makes all changes so far visible and durable, at one stroke with a number that says how far they go. Without changes and with the same number it does nothing.</summary>
    public void Commit(long progress)
    {
        lock (publishing)
        {
            MakeVisible();
            if (uncommitted || !commits.HasCommitted || commits.Progress != progress)
                failure.Guard(() => Publish(progress));
        }

        MergeOrWait();
    }

    /// <summary>Merges until there are at most so many segments, and makes that visible; the next commit makes it durable. May take long.</summary>
    public void Merge(int mostSegments = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostSegments, 1);
        Refresh();
        merges.Wait();
        while (MergeOnce(known => MergePlanner.Down(known, mostSegments)))
        {
        }

        lock (gate)
        {
            CheckUsable();
            changed = true;
        }

        Refresh();
    }

    /// <summary>Waits until the background has nothing left to merge.</summary>
    public void WaitForMerges() => merges.Wait();

    /// <summary>Waits for a merge under way, and gives up the lock. Changes since the last commit are lost; snapshots stay usable.</summary>
    public void Dispose()
    {
        merges.Stop();
        lock (publishing)
        {
            lock (gate)
            {
                if (disposed)
                    return;
                disposed = true;
                segments.Clear();
            }

            shown.Close(commits.Progress);
            adding.Dispose();
            held.Dispose();
        }
    }

    void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        failure.Check();
    }

    // Only while publishing.
    void MakeVisible()
    {
        adding.EnterWriteLock();
        try
        {
            IReadOnlyList<SegmentBuffer> full;
            lock (gate)
            {
                CheckUsable();
                if (!changed)
                    return;
                full = buffers.TakeAll();
            }

            failure.Guard(() => flush.WriteAll(full));
            lock (gate)
            {
                segments.ApplyDeletions();
                changed = false;
                uncommitted = true;
            }

            while (!options.MergeInBackground && MergeOnce(MergePlanner.Next))
            {
            }

            lock (gate)
            {
                CheckUsable();
                Show();
            }
        }
        finally
        {
            adding.ExitWriteLock();
        }
    }

    // Only while nothing has changed since deletions were applied.
    void Show() => shown.Show(segments.All, commits.Progress);

    // Only while publishing.
    void Publish(long progress)
    {
        commits.Commit(shown.Segments, progress);
        uncommitted = false;
        DeleteUnused();
        shown.Advance(progress);
    }

    void MergeOrWait()
    {
        if (!options.MergeInBackground)
            return;

        merges.Wake();
        int count;
        lock (gate)
            count = segments.All.Count;
        if (count >= options.MostSegments)
            merges.Wait();
    }

    // A failure stays with the writer, which reports it to whoever calls next.
    bool MergeInBackground()
    {
        try
        {
            return MergeOnce(MergePlanner.Next);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return false;
        }
    }

    bool MergeOnce(Func<IReadOnlyList<(int Documents, int Live)>, IReadOnlyList<int>> plan)
    {
        SegmentMerge merge;
        lock (gate)
        {
            if (disposed || failure.HasHappened)
                return false;

            var sources = segments.PickMerge(plan);
            if (sources.Count == 0)
                return false;
            merge = new SegmentMerge(numbers.Take(), sources);
        }

        try
        {
            failure.Guard(() =>
            {
                merge.Write(directory, schema);
                Finish(merge, SegmentReader.Open(directory, merge.Id, schema));
            });
        }
        finally
        {
            merge.Release();
        }

        return true;
    }

    // Where everything visible is committed, the merged segment takes its place in a commit of the same progress at once.
    void Finish(SegmentMerge merge, SegmentReader reader)
    {
        lock (publishing)
        {
            bool settled;
            lock (gate)
            {
                segments.Replace(merge, reader);
                numbers.Settle(merge.Id);
                settled = !changed && !uncommitted;
                if (!changed)
                    Show();
            }

            if (settled)
                Publish(commits.Progress);
            else
                DeleteUnused();
        }
    }

    void DeleteUnused()
    {
        List<long> known;
        long firstUnknown;
        lock (gate)
        {
            known = [.. segments.All.Select(segment => segment.Reader.Id), .. numbers.UnderWay];
            firstUnknown = commits.NextSegment;
        }

        commits.DeleteUnused(known, firstUnknown);
    }
}
