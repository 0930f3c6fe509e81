using Tanyuan.Index.Commits;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Bench;

/// <summary>Merges the segments of an index into one, again and again, and says what that takes and what comes out; the index stays as it is.</summary>
static class MergeRun
{
    const int Times = 3;

    internal static int Run(string folder)
    {
        var source = new FileSystemDirectory(folder);
        if (ManifestStore.ReadNewest(source) is not { } manifest)
            return 1;

        var target = Directory.CreateTempSubdirectory("tanyuan-merge");
        try
        {
            for (var time = 1; time <= Times; time++)
                Merge(source, manifest, new FileSystemDirectory(target.FullName), time);
        }
        finally
        {
            target.Delete(recursive: true);
        }

        return 0;
    }

    static void Merge(FileSystemDirectory source, Manifest manifest, FileSystemDirectory target, long id)
    {
        var sources = manifest.Segments.Select(entry => SegmentReader.Open(source, entry.Id, manifest.Schema)).ToList();
        var before = ThreadClock.Milliseconds();
        SegmentMerger.Merge(target, id, manifest.Schema, [.. sources.Select(segment => (segment, LiveDocuments.All(segment.DocumentCount)))]);
        var taken = ThreadClock.Milliseconds() - before;
        sources.ForEach(segment => segment.Release());

        var merged = SegmentReader.Open(target, id, manifest.Schema);
        Console.WriteLine(
            $"tanyuan merge: {sources.Count} segments, {merged.DocumentCount} documents, {taken / 1e3:0.00} CPU s, {taken * 1e3 / merged.DocumentCount:0.0} µs a document; "
            + $"seals {string.Join(' ', merged.Files.Select(file => file.Seal.ToString("x8", null)))}");
        merged.Release();
    }
}
