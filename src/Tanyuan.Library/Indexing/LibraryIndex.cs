using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Tanyuan.Index;
using Tanyuan.Index.Storage;
using Tanyuan.Library.Record;
using Tanyuan.Text;

namespace Tanyuan.Library.Indexing;

/// <summary>
/// The search index of a library, derived from its record. It may lag behind the record, never lead: changes are read
/// back from the record after they were committed there, and the number of the last one is committed with the index.
/// So an index that is behind, missing, damaged or made by another version is brought in step by the same replay.
/// Reading is thread-safe; <see cref="CatchUp"/> and <see cref="Rebuild"/> need the library's writer lock.
/// </summary>
internal sealed class LibraryIndex : IDisposable
{
    const int ChangesAtOnce = 512;

    // Committing costs a few fsyncs and a segment; not committing costs this many characters of replay after a crash.
    const long CharactersBetweenCommits = 16_000_000;

    const int SettledSegments = 4;

    // Merging copies at most this many times what was added.
    const int MostRewritten = 4;

    static readonly TimeSpan FreshFor = TimeSpan.FromMilliseconds(500);

    readonly IndexDirectory directory;
    readonly RecordDatabase record;
    readonly Lock refreshing = new();
    readonly Lock holding = new();
    IndexWriter? writer;
    long charactersSinceCommit;
    long addedSinceSettled;
    long openedAt;
    Snapshot? snapshot;
    long progress;

    public LibraryIndex(IndexDirectory directory, RecordDatabase record)
    {
        this.directory = directory;
        this.record = record;
    }

    public IndexDirectory Directory => directory;

    /// <summary>The last change that searches see.</summary>
    public long Progress => Volatile.Read(ref progress);

    /// <summary>Opens the newest commit for reading; false where there is none that this version can read.</summary>
    public bool TryOpen()
    {
        try
        {
            var newest = Snapshot.Open(directory);
            if (!newest.Schema.StoresTheSameAs(PassageFields.Schema) || newest.Progress > record.Read(reader => reader.LastChange()))
            {
                newest.Dispose();
                return false;
            }

            Show(newest);
            openedAt = Stopwatch.GetTimestamp();
            return true;
        }
        catch (TanyuanException error) when (IsCuredByRebuilding(error))
        {
            return false;
        }
    }

    /// <summary>The index as it was opened last, to be disposed when the work with it is done; null where none could be.</summary>
    public Snapshot? TryAcquire()
    {
        lock (holding)
            return snapshot?.Share();
    }

    /// <summary>The index to search, to be disposed when that is done.</summary>
    public Snapshot Acquire(RecordReader reader)
    {
        Refresh(reader);
        return TryAcquire() ?? throw new TanyuanException(
            "index-not-found", $"The index in {directory.Describe("")} is not ready: another process is making it. Try again when it is done.");
    }

    /// <summary>Where the record is ahead, another process may have committed meanwhile: then opens the newest commit, at most twice a second.</summary>
    public void Refresh(RecordReader reader)
    {
        if (writer is not null || reader.LastChange() == Progress || !IsDue())
            return;
        lock (refreshing)
        {
            if (IsDue() && !TryOpen())
                openedAt = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Whether an error says that the index cannot be used as it is, while the record is unharmed.</summary>
    public static bool IsCuredByRebuilding(TanyuanException error) =>
        error.Code is "index-not-found" or "index-corrupt" or "index-too-new" or "index-outdated" or "index-schema-mismatch";

    /// <summary>Applies the changes that the record has and the index has not.</summary>
    /// <param name="commit">Whether to make them durable and visible now, or only when enough have gathered.</param>
    /// <param name="cancellationToken">Stops between batches; what was applied stays.</param>
    /// <param name="progress">Told how far it is, if there is anything to do.</param>
    public void CatchUp(bool commit, CancellationToken cancellationToken, IProgress<IndexProgress>? progress = null) => Written(() =>
    {
        writer ??= OpenWriter();
        var total = progress is null ? 0 : record.Read(reader => reader.LastChange());
        if (Applied < total)
            progress?.Report(new IndexProgress(Applied, total));
        while (record.Read(reader => reader.ChangesAfter(Applied, ChangesAtOnce)) is { Count: > 0 } changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Apply(changes);
            Applied = changes[^1].Number;
            progress?.Report(new IndexProgress(Applied, Math.Max(Applied, total)));
            if (charactersSinceCommit >= CharactersBetweenCommits)
                Commit();
        }

        if (commit)
            Commit();
    });

    /// <summary>
    /// Where much of the index is new, brings the dozens of small segments that adding left together: a question looks each of its words up in every segment. To be called when no
    /// more is about to be added; an add that is a small part of the index leaves it to the merges in the background.
    /// </summary>
    public void Settle() => Written(() =>
    {
        if (writer is null || addedSinceSettled == 0)
            return;
        using var shown = writer.Acquire();
        if (shown.SegmentCount <= SettledSegments || addedSinceSettled * MostRewritten < shown.DocumentCount)
            return;
        writer.Merge(SettledSegments);
        Commit();
        addedSinceSettled = 0;
    });

    /// <summary>Makes the index anew from the record.</summary>
    public void Rebuild(CancellationToken cancellationToken, IProgress<IndexProgress>? progress = null)
    {
        CloseWriter();
        Written(() => writer = IndexWriter.Recreate(directory, PassageFields.Schema));
        (Applied, charactersSinceCommit, addedSinceSettled) = (0, 0, 0);
        CatchUp(commit: true, cancellationToken, progress);
        Settle();
    }

    /// <summary>Lets go of the writer, so that another process may write; what was not committed is replayed by whoever writes next.</summary>
    public void CloseWriter()
    {
        writer?.Dispose();
        writer = null;
        openedAt = Stopwatch.GetTimestamp();
    }

    public void Dispose()
    {
        CloseWriter();
        Show(null);
    }

    long Applied { get; set; }

    bool IsDue() => Stopwatch.GetElapsedTime(Volatile.Read(ref openedAt)) > FreshFor;

    void Written(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or TanyuanException { Code: "index-locked" })
        {
            // Whoever writes holds the library's lock, so an index that cannot be locked is one that cannot be written.
            CloseWriter();
            throw new TanyuanException(
                "index-write-failed",
                $"The index in {directory.Describe("")} cannot be written ({error.Message}). All that was added is safe in the record. "
                + "Free some space or give yourself the right to write there, and open the library again: it goes on from there.",
                error);
        }
    }

    IndexWriter OpenWriter()
    {
        IndexWriter opened;
        try
        {
            opened = IndexWriter.Open(directory, PassageFields.Schema);
            if (opened.Progress > record.Read(reader => reader.LastChange()))
            {
                // The record is older than the index: it was restored from a copy, so what the index holds means nothing.
                opened.Dispose();
                opened = IndexWriter.Recreate(directory, PassageFields.Schema);
            }
        }
        catch (TanyuanException error) when (IsCuredByRebuilding(error))
        {
            opened = IndexWriter.Recreate(directory, PassageFields.Schema);
        }

        Applied = opened.Progress;
        (charactersSinceCommit, addedSinceSettled) = (0, 0);
        return opened;
    }

    void Commit()
    {
        writer!.Commit(Applied);
        charactersSinceCommit = 0;
        Show(writer.Acquire());
    }

    void Show(Snapshot? newest)
    {
        Snapshot? before;
        lock (holding)
        {
            before = snapshot;
            snapshot = newest;
            Volatile.Write(ref progress, newest?.Progress ?? 0);
        }

        before?.Dispose();
    }

    void Apply(List<RecordedChange> changes)
    {
        // What is added here and removed later in the record is gone from it already, and is simply not found.
        foreach (var change in changes)
        {
            if (change.Removed)
                writer!.DeleteGroup(change.Document);
        }

        try
        {
            Parallel.ForEach(
                changes.Where(change => !change.Removed).Select(change => change.Document).Distinct(),
                () => new IndexDocument(),
                (document, _, target) =>
                {
                    Add(document, target);
                    return target;
                },
                _ => { });
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }

    void Add(long number, IndexDocument target)
    {
        var (document, sides, passages, story) = record.Read(
            reader => (reader.FindDocument(number), reader.SidesOf(number), reader.PassagesOf(number), reader.StoryOf(number)));
        if (document is null)
            return;

        var columns = PassageColumns.Of(document, story);
        var sideText = string.Join('\n', sides);
        foreach (var (id, _, passage) in passages)
        {
            var source = passage.IsSide ? sideText : document.Text;
            target.Reset(id, number);
            PassageAnalyzer.Fill(target, passage.IsSide ? "" : document.Title, source.AsSpan(passage.Start, passage.Length));
            columns.CopyTo(target);
            writer!.Add(target);
        }

        Interlocked.Add(ref addedSinceSettled, passages.Count);
        Interlocked.Add(ref charactersSinceCommit, document.Text.Length + sideText.Length);
    }
}
