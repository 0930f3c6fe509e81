using Tanyuan.Pages.Archives;
using Tanyuan.Text;

namespace Tanyuan.Pages.Sources;

/// <summary>Finds the pages in folders and files, and in the archives, crawls, feeds, books, mailboxes and tables among them.</summary>
public static class PageSource
{
    /// <summary>How many files lie under <paramref name="path"/>, for progress. Opens none of them.</summary>
    /// <exception cref="TanyuanException"><c>path-not-found</c>: nothing is there.</exception>
    public static int CountFiles(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? 1 : throw NotFound(path);

        return new FolderWalk(path, PageLimits.Default).Files().Count();
    }

    /// <summary>The pages in bytes that have no file, such as standard input: whatever they turn out to be, taken at their word.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="content">The bytes; read once, left open.</param>
    /// <param name="limits">The limits that hold.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IEnumerable<SourceItem> FromStream(string name, Stream content, PageLimits limits, CancellationToken cancellationToken = default)
    {
        var budget = new ExpansionBudget(limits, fileBytes: null);
        var counted = new CountedStream(content, budget.Receive);
        return new SourceReader(limits, budget, cancellationToken).Read(new Source(name, "", counted) { IsNamed = true });
    }

    /// <summary>
    /// The pages of a file or a folder tree, in ordinal path order, streamed. Hidden files and folders (a leading dot) are passed over;
    /// unreadable or foreign files come as quarantined items.
    /// </summary>
    /// <exception cref="TanyuanException"><c>path-not-found</c>: nothing is there.</exception>
    public static IEnumerable<SourceItem> Enumerate(string path, CancellationToken cancellationToken = default) =>
        Enumerate(path, PageLimits.Default, cancellationToken);

    /// <summary>The pages of a file or a folder tree, with limits of the caller's choice.</summary>
    /// <exception cref="TanyuanException"><c>path-not-found</c>: nothing is there.</exception>
    public static IEnumerable<SourceItem> Enumerate(string path, PageLimits limits, CancellationToken cancellationToken = default)
    {
        if (Directory.Exists(path))
            return EnumerateFolder(path, limits, cancellationToken);

        return File.Exists(path) ? FileReader.Read(path, named: true, limits, cancellationToken) : throw NotFound(path);
    }

    static IEnumerable<SourceItem> EnumerateFolder(string path, PageLimits limits, CancellationToken cancellationToken)
    {
        foreach (var entry in new FolderWalk(path, limits).Files())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Problem is not null)
            {
                yield return SourceItem.SetAside(entry.Path, QuarantineCodes.Unreadable, entry.Problem);
                continue;
            }

            foreach (var item in FileReader.Read(entry.Path, named: false, limits, cancellationToken, entry.Bytes))
                yield return item;
        }
    }

    static TanyuanException NotFound(string path) =>
        new("path-not-found", $"There is no file or folder at '{path}'. Check the path; it is taken from '{Environment.CurrentDirectory}'.");
}
