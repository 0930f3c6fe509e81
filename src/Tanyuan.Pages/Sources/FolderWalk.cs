using System.Text;
using System.Text.Unicode;

namespace Tanyuan.Pages.Sources;

/// <summary>A file met in a folder tree, or a folder that could not be listed.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Problem">Why it cannot be entered, or null for a file.</param>
/// <param name="Bytes">The path as the system knows it, where .NET may not find it by its text; else null.</param>
internal readonly record struct WalkEntry(string Path, string? Problem, byte[]? Bytes = null);

/// <summary>What stands in a folder.</summary>
/// <param name="Path">Its path.</param>
/// <param name="IsFolder">Whether it is a folder itself.</param>
/// <param name="Bytes">The path as the system knows it, where .NET may not find it by its text; else null.</param>
internal readonly record struct FolderEntry(string Path, bool IsFolder, byte[]? Bytes);

/// <summary>
/// Walks a folder tree in the ordinal order of the full paths (a folder sorts as its name with a slash, so <c>a.txt</c> comes before
/// <c>a/b.txt</c>). A linked folder is entered once, and never when it leads into the tree itself or to a folder around it: such a link
/// would only give the same files again, or never end. Names that are no UTF-8, as those that an old system left in GBK, are read in the
/// charset that those of the folder are likeliest in.
/// </summary>
internal sealed class FolderWalk(string root, PageLimits limits)
{
    readonly string realRoot = WithSeparator(RealPath(root));
    readonly HashSet<string> linkedFolders = new(StringComparer.Ordinal);

    public IEnumerable<WalkEntry> Files() => Walk(root, null, 0);

    IEnumerable<WalkEntry> Walk(string folder, byte[]? bytes, int depth)
    {
        if (depth > limits.MaxFolderDepth)
        {
            yield return new(folder, $"The folder lies more than {limits.MaxFolderDepth} levels deep. Add it by its own path.");
            yield break;
        }

        var (entries, problem) = bytes is null ? List(folder) : ByteNames.List(folder, bytes);
        if (problem is not null)
        {
            yield return new(folder, problem);
            yield break;
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(SortKey(a), SortKey(b)));
        foreach (var (path, isFolder, name) in entries)
        {
            if (!isFolder)
            {
                yield return new(path, null, name);
                continue;
            }

            foreach (var entry in Walk(path, name, depth + 1))
                yield return entry;
        }
    }

    (List<FolderEntry> Entries, string? Problem) List(string folder)
    {
        var entries = new List<FolderEntry>();
        var isForeign = false;
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry.Name.StartsWith('.'))
                    continue;
                if (IsStrange(entry.Name) && OperatingSystem.IsLinux())
                {
                    isForeign = true;
                    continue;
                }

                var isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
                if (!isFolder || entry.LinkTarget is null || LeadsElsewhere(entry))
                    entries.Add(new(Path.Combine(folder, entry.Name), isFolder, null));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return ([], $"The folder cannot be listed: {error.Message}");
        }

        // A program that could not read a name may have written U+FFFD into it: such a name is sound UTF-8, and only its bytes tell it apart.
        if (isForeign)
            entries.AddRange(ByteNames.List(folder, Encoding.UTF8.GetBytes(folder)).Entries.Where(entry => IsStrange(entry.Path) || !Utf8.IsValid(entry.Bytes)));

        return (entries, null);
    }

    bool LeadsElsewhere(FileSystemInfo link)
    {
        var target = WithSeparator(RealPath(link.FullName));
        return !target.StartsWith(realRoot, StringComparison.Ordinal)
            && !realRoot.StartsWith(target, StringComparison.Ordinal)
            && linkedFolders.Add(target);
    }

    static bool IsStrange(string path) => Path.GetFileName(path.AsSpan()).Contains('\uFFFD');

    static string SortKey(FolderEntry entry) => entry.IsFolder ? entry.Path + "/" : entry.Path;

    static string RealPath(string path) => new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);

    static string WithSeparator(string path) => Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar;
}
