using System.Diagnostics;
using Tanyuan.Library.Indexing;
using Tanyuan.Library.Record;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Library.Adding;

/// <summary>
/// One run of an add. Prepared pages are recorded in batches, each one transaction: once it is committed its pages
/// are safe, are reported, and are indexed. A run that is cancelled or fails keeps the batches it committed.
/// </summary>
internal sealed class AddSession(RecordDatabase record, LibraryIndex index, TimeProvider clock, IProgress<AddProgress>? progress)
{
    const int PagesInBatch = 256, SizeOfBatch = 4_000_000;

    static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(500);

    readonly AddTally tally = new();
    readonly List<PreparedItem> batch = [];
    int batchSize;
    int done;

    public async Task<AddReport> RunAsync(IEnumerable<SourceItem> items, CancellationToken cancellationToken)
    {
        index.CatchUp(commit: false, cancellationToken);
        record.Write(writer =>
        {
            writer.BringStoriesUpToDate();
            return true;
        });
        var recorder = new PageRecorder(clock.GetUtcNow(), cancellationToken);
        var batchStart = Stopwatch.GetTimestamp();
        try
        {
            await foreach (var item in new PreparationPipeline(record).PrepareAsync(items, cancellationToken))
            {
                batch.Add(item);
                batchSize += item.Size;
                if (batch.Count < PagesInBatch && batchSize < SizeOfBatch && Stopwatch.GetElapsedTime(batchStart) < LongestBatch)
                    continue;
                Record(recorder, cancellationToken);
                batchStart = Stopwatch.GetTimestamp();
            }

            Record(recorder, cancellationToken);
        }
        finally
        {
            // Whatever ended the run, what it committed becomes searchable.
            index.CatchUp(commit: true, CancellationToken.None);
        }

        index.Settle();
        return tally.ToReport();
    }

    void Record(PageRecorder recorder, CancellationToken cancellationToken)
    {
        record.Write(writer =>
        {
            foreach (var item in batch)
                recorder.Record(writer, item, tally);
            return true;
        });

        foreach (var item in batch)
            progress?.Report(new AddProgress(++done, item.Name));
        batch.Clear();
        batchSize = 0;
        index.CatchUp(commit: false, cancellationToken);
    }
}
