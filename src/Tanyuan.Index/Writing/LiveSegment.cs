using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Writing;

/// <summary>A segment as the writer holds it: its reader, and its live documents as they change. Guarded by the writer.</summary>
sealed class LiveSegment(SegmentReader reader, LiveDocuments live, long liveGeneration, uint liveSeal)
{
    LiveDocuments.Builder? changes;

    internal SegmentReader Reader { get; } = reader;

    /// <summary>The live documents as of the last <see cref="ApplyDeletions"/>.</summary>
    internal LiveDocuments Live { get; private set; } = live;

    /// <summary>The live documents after all deletions so far.</summary>
    internal LiveDocuments Current => changes?.Build() ?? Live;

    /// <summary>The generation of the file that holds <see cref="Live"/>; 0 where all are live and none is needed.</summary>
    internal long LiveGeneration { get; private set; } = liveGeneration;

    internal uint LiveSeal { get; private set; } = liveSeal;

    /// <summary>Whether a merge is reading it.</summary>
    internal bool IsMerging { get; set; }

    /// <summary>Whether <see cref="Live"/> is in no file yet.</summary>
    internal bool NeedsLiveFile { get; private set; }

    /// <summary>Whether a document is live, deletions not yet applied included.</summary>
    internal bool Contains(int document) => changes?.Contains(document) ?? Live.Contains(document);

    /// <summary>Deletes a document; returns whether it was live.</summary>
    internal bool Delete(int document)
    {
        if (!Contains(document))
            return false;

        changes ??= new LiveDocuments.Builder(Live);
        changes.Remove(document);
        return true;
    }

    internal void ApplyDeletions()
    {
        if (changes is null)
            return;

        Live = changes.Build();
        changes = null;
        NeedsLiveFile = true;
    }

    internal void LiveFileWritten(long generation, uint seal)
    {
        LiveGeneration = generation;
        LiveSeal = seal;
        NeedsLiveFile = false;
    }
}
