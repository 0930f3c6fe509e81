using Tanyuan.Index.Checking;
using Tanyuan.Index.Commits;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index;

/// <summary>
/// Reads the whole of the newest commit: verifies every checksum, and every invariant that searching relies on. Needs no lock:
/// where a writer replaced the commit meanwhile, and its files with it, the next one is checked in its place.
/// </summary>
public static class IndexChecker
{
    const int MostAttempts = 20;

    /// <summary>Checks the index in a directory. What is wrong is reported, not thrown.</summary>
    public static IndexReport Check(IndexDirectory directory, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var newest = NewestGeneration(directory);
            var report = CheckNewest(directory, cancellationToken);
            if (report.IsSound || attempt == MostAttempts || NewestGeneration(directory) == newest)
                return report;
        }
    }

    static long NewestGeneration(IndexDirectory directory) => ManifestStore.Generations(directory).DefaultIfEmpty().Max();

    static IndexReport CheckNewest(IndexDirectory directory, CancellationToken cancellationToken)
    {
        var tally = new CheckTally();
        Manifest? manifest = null;
        tally.Try(() => manifest = ManifestStore.ReadNewest(directory) ?? throw IndexErrors.NotFound(directory.Describe("")));
        if (manifest is not null)
            CheckCommit(directory, manifest, tally, cancellationToken);

        return new IndexReport(
            tally.Problems, manifest?.Progress ?? 0, manifest?.Segments.Count ?? 0, tally.Documents, tally.DeletedDocuments, tally.Terms,
            tally.Postings, tally.Bytes);
    }

    static void CheckCommit(IndexDirectory directory, Manifest manifest, CheckTally tally, CancellationToken cancellationToken)
    {
        // A later manifest that cannot be read means that this commit is not the last one that was made.
        foreach (var generation in ManifestStore.Generations(directory).Where(generation => generation > manifest.Generation))
            tally.Try(() => Manifest.Read(directory, generation));

        foreach (var entry in manifest.Segments)
        {
            tally.Try(() =>
            {
                var single = manifest with { Segments = [entry] };
                var (segment, live) = CommittedSegments.Open(directory, single, manifest.Schema)[0];
                try
                {
                    tally.Bytes += segment.Files.Sum(file => file.FileLength);
                    if (live.Count != entry.LiveCount)
                        throw segment.Documents.Corrupt($"the manifest says {entry.LiveCount} live documents, not {live.Count}");
                    new SegmentChecker(segment, live, manifest.Schema, tally, cancellationToken).Check();
                }
                finally
                {
                    segment.Release();
                }
            });
        }
    }
}
