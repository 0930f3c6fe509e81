namespace Tanyuan.Pages.Sources;

/// <summary>A file met in a folder tree, or a folder that could not be listed.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Problem">Why it cannot be entered, or null for a file.</param>
internal readonly record struct WalkEntry(string Path, string? Problem);

/// <summary>
/// Walks a folder tree in the ordinal order of the full paths (a folder sorts as its name with a slash, so <c>a.txt</c> comes before
/// <c>a/b.txt</c>). A linked folder is entered once, and never when it leads into the tree itself or to a folder around it: such a link
/// would only give the same files again, or never end.
/// </summary>
internal sealed class FolderWalk(string root, PageLimits limits)
{
    readonly string realRoot = WithSeparator(RealPath(root));
    readonly HashSet<string> linkedFolders = new(StringComparer.Ordinal);

    public IEnumerable<WalkEntry> Files() => Walk(root, 0);

    IEnumerable<WalkEntry> Walk(string folder, int depth)
    {
        if (depth > limits.MaxFolderDepth)
        {
            yield return new(folder, $"The folder lies more than {limits.MaxFolderDepth} levels deep. Add it by its own path.");
            yield break;
        }

        var (entries, problem) = List(folder);
        if (problem is not null)
        {
            yield return new(folder, problem);
            yield break;
        }

        foreach (var (path, isFolder) in entries)
        {
            if (!isFolder)
            {
                yield return new(path, null);
                continue;
            }

            foreach (var entry in Walk(path, depth + 1))
                yield return entry;
        }
    }

    (List<(string Path, bool IsFolder)> Entries, string? Problem) List(string folder)
    {
        var entries = new List<(string Path, bool IsFolder)>();
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry.Name.StartsWith('.'))
                    continue;

                var isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
                if (!isFolder || entry.LinkTarget is null || LeadsElsewhere(entry))
                    entries.Add((Path.Combine(folder, entry.Name), isFolder));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return ([], $"The folder cannot be listed: {error.Message}");
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(SortKey(a), SortKey(b)));
        return (entries, null);
    }

    bool LeadsElsewhere(FileSystemInfo link)
    {
        var target = WithSeparator(RealPath(link.FullName));
        return !target.StartsWith(realRoot, StringComparison.Ordinal)
            && !realRoot.StartsWith(target, StringComparison.Ordinal)
            && linkedFolders.Add(target);
    }

    static string SortKey((string Path, bool IsFolder) entry) => entry.IsFolder ? entry.Path + "/" : entry.Path;

    static string RealPath(string path) => new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);

    static string WithSeparator(string path) => Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar;
}
