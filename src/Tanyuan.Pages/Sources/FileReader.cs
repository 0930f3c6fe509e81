using Tanyuan.Pages.Archives;

namespace Tanyuan.Pages.Sources;

/// <summary>Opens files for a <see cref="SourceReader"/>.</summary>
internal static class FileReader
{
    /// <summary>The pages of a file, or the reason why there are none.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="named">Whether the user named this very file: then text in an unknown format is taken at its word.</param>
    /// <param name="limits">The limits that hold.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="bytes">The path as the system knows it, where that is no UTF-8; else null.</param>
    public static IEnumerable<SourceItem> Read(string path, bool named, PageLimits limits, CancellationToken cancellationToken, byte[]? bytes = null)
    {
        var (stream, setAside) = Open(path, bytes);
        if (stream is null)
        {
            yield return setAside!;
            yield break;
        }

        using (stream)
        {
            var source = new Source(path, Path.GetFileName(path), stream) { Length = stream.Length, IsNamed = named, Written = File.GetLastWriteTimeUtc(stream.SafeFileHandle) };
            var reader = new SourceReader(limits, new ExpansionBudget(limits, stream.Length), cancellationToken);
            foreach (var item in reader.Read(source))
                yield return item;
        }
    }

    // A pipe or a device has no length, and opening one may wait for ever; so an empty file is never opened.
    static (FileStream? Stream, SourceItem? SetAside) Open(string path, byte[]? bytes)
    {
        try
        {
            if (bytes is not null)
                return OpenBytes(path, bytes);
            var file = new FileInfo(path);
            var length = ((FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file).Length;
            return length == 0
                ? (null, SourceItem.SetAside(path, QuarantineCodes.Empty, "The file is empty."))
                : (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16), null);
        }
        catch (Exception error) when (error is IOException or NotSupportedException or UnauthorizedAccessException)
        {
            return (null, SourceItem.SetAside(path, QuarantineCodes.Unreadable, $"The file cannot be read: {error.Message}"));
        }
    }

    static (FileStream? Stream, SourceItem? SetAside) OpenBytes(string path, byte[] bytes)
    {
        var handle = ByteNames.Open(bytes);
        if (RandomAccess.GetLength(handle) > 0)
            return (new FileStream(handle, FileAccess.Read, 1 << 16), null);
        handle.Dispose();
        return (null, SourceItem.SetAside(path, QuarantineCodes.Empty, "The file is empty."));
    }
}
