using System.Threading.Channels;
using Tanyuan.Library.Record;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Library.Adding;

/// <summary>
/// Prepares pages on all cores while one thread writes: items go in and come out in the same order, and only
/// a few are in flight, so memory stays bounded whatever the source holds.
/// </summary>
internal sealed class PreparationPipeline(RecordDatabase record)
{
    readonly Channel<Task<PreparedItem>> inFlight = Channel.CreateBounded<Task<PreparedItem>>(
        new BoundedChannelOptions(4 * Environment.ProcessorCount) { SingleReader = true, SingleWriter = true });

    /// <summary>The prepared items, in the order of the source.</summary>
    public async IAsyncEnumerable<PreparedItem> PrepareAsync(
        IEnumerable<SourceItem> items, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = Task.Run(() => FeedAsync(items, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in inFlight.Reader.ReadAllAsync(cancellationToken))
                yield return await item;
        }
        finally
        {
            // Whoever stops reading, by error or by choice, must not leave the source running.
            await stop.CancelAsync();
            await source.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task FeedAsync(IEnumerable<SourceItem> items, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var item in items)
                await inFlight.Writer.WriteAsync(Start(item, cancellationToken), cancellationToken);
            inFlight.Writer.Complete();
        }
        catch (Exception error)
        {
            inFlight.Writer.Complete(error);
        }
    }

    Task<PreparedItem> Start(SourceItem item, CancellationToken cancellationToken)
    {
        if (item.Page is not { } page)
            return Task.FromResult(new PreparedItem(item.Quarantine?.Name ?? "", null, item.Quarantine));

        return Task.Run(
            () =>
            {
                var fingerprint = PagePreparer.Fingerprint(page);
                var isKnown = record.Read(reader => reader.FindContent(fingerprint) is not null);
                var reading = isKnown ? null : PagePreparer.Read(page, fingerprint, cancellationToken);
                return new PreparedItem(page.Name, new PreparedPage(page, fingerprint, reading), null);
            },
            cancellationToken);
    }
}
