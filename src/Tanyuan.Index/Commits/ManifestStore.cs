using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;
using Tanyuan.Text;

namespace Tanyuan.Index.Commits;

/// <summary>
/// Finds the newest valid manifest and puts new ones in place. The order is Lucene's: names of the segments' files durable,
/// manifest written aside and durable, renamed, the rename durable; only then is anything older deleted.
/// </summary>
static class ManifestStore
{
    /// <summary>The newest manifest that is whole, or null when there is none at all.</summary>
    /// <exception cref="TanyuanException">There are manifests, and none is whole; or the newest is of a later format.</exception>
    internal static Manifest? ReadNewest(IndexDirectory directory)
    {
        TanyuanException? first = null;
        foreach (var generation in Generations(directory).OrderDescending())
        {
            try
            {
                return Manifest.Read(directory, generation);
            }
            catch (TanyuanException error) when (error.Code == IndexErrors.CorruptCode)
            {
                first ??= error;
            }
        }

        return first is null ? null : throw first;
    }

    internal static IEnumerable<long> Generations(IndexDirectory directory) =>
        directory.List().Select(Manifest.GenerationOf).OfType<long>();

    /// <summary>Puts a manifest in place. The content of every file it names has been made durable before; their names are here.</summary>
    internal static void Publish(IndexDirectory directory, Manifest manifest)
    {
        var temporary = Manifest.TemporaryName(manifest.Generation);
        directory.Delete(temporary);
        manifest.Write(directory, temporary);
        directory.Sync(temporary);
        directory.SyncDirectory();
        directory.Rename(temporary, Manifest.FileName(manifest.Generation));
        directory.SyncDirectory();
    }

    /// <summary>The names of all files that a manifest needs, its own included.</summary>
    internal static IEnumerable<string> FilesOf(Manifest manifest) =>
        manifest.Segments.SelectMany(segment => SegmentFiles.All(segment.Id))
            .Concat(manifest.Segments.Where(segment => segment.LiveGeneration > 0).Select(segment => SegmentFiles.Live(segment.Id, segment.LiveGeneration)))
            .Append(Manifest.FileName(manifest.Generation));

    /// <summary>
    /// Deletes every file of the index that is not among <paramref name="wanted"/> and belongs to no segment from <paramref name="firstUnknown"/> on, which may
    /// have been begun meanwhile. Files that are not the index's stay.
    /// </summary>
    internal static void DeleteOthers(IndexDirectory directory, HashSet<string> wanted, long firstUnknown)
    {
        foreach (var name in directory.List())
        {
            var temporary = name.EndsWith(".tmp", StringComparison.Ordinal) && Manifest.GenerationOf(name[..^4]) is not null;
            var ours = temporary || Manifest.GenerationOf(name) is not null || SegmentFiles.IdOf(name) < firstUnknown;
            if (ours && !wanted.Contains(name))
                directory.Delete(name);
        }
    }
}
