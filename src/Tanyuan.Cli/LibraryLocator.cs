namespace Tanyuan.Cli;

/// <summary>Finds the library a command works on.</summary>
internal static class LibraryLocator
{
    public const string FolderName = ".tanyuan";

    /// <summary>
    /// The folder asked for, else <c>$TANYUAN_LIBRARY</c>, else <c>.tanyuan</c> here or in the nearest parent, else the user's data folder.
    /// </summary>
    public static string Find(string? asked, Func<string, string?> environment, string currentFolder)
    {
        if (!string.IsNullOrEmpty(asked))
            return Path.GetFullPath(asked);
        if (environment("TANYUAN_LIBRARY") is { Length: > 0 } fromEnvironment)
            return Path.GetFullPath(fromEnvironment);

        for (var folder = new DirectoryInfo(currentFolder); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, FolderName);
            if (Directory.Exists(candidate))
                return candidate;
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data, "tanyuan");
    }
}
