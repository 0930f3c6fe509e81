namespace Tanyuan.Pages.Sources;

/// <summary>Turns a file into pages, or into the reason why there are none.</summary>
internal static class FileReader
{
    /// <summary>The pages of a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="named">Whether the user named this very file: then text in an unknown format is taken at its word.</param>
    /// <param name="limits">The limits that hold.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IEnumerable<SourceItem> Read(string path, bool named, PageLimits limits, CancellationToken cancellationToken)
    {
        var kind = FileKinds.OfName(path);
        var (stream, setAside) = Open(path, kind, limits);
        if (stream is null)
            return [setAside!];

        if (kind == FileKind.JsonLines)
            return ReadRecords(path, stream, limits, cancellationToken);

        using (stream)
            return [ReadPage(path, stream, kind, named)];
    }

    /// <summary>The page in bytes that were read elsewhere and taken at their word.</summary>
    public static SourceItem ReadPage(string name, ReadOnlyMemory<byte> content, PageLimits limits)
    {
        if (content.IsEmpty)
            return SourceItem.SetAside(name, QuarantineCodes.Empty, "There is nothing in it.");

        return content.Length > limits.MaxPageBytes
            ? SourceItem.SetAside(name, QuarantineCodes.TooLarge, TooLarge(content.Length, limits))
            : ToPage(name, content, FileKind.Unnamed, named: true);
    }

    // A pipe or a device has no length, and opening one may wait for ever; so an empty file is never opened.
    static (FileStream? Stream, SourceItem? SetAside) Open(string path, FileKind kind, PageLimits limits)
    {
        try
        {
            var file = new FileInfo(path);
            var length = ((FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file).Length;
            if (length == 0)
                return (null, SourceItem.SetAside(path, QuarantineCodes.Empty, "The file is empty."));

            if (kind != FileKind.JsonLines && length > limits.MaxPageBytes)
                return (null, SourceItem.SetAside(path, QuarantineCodes.TooLarge, TooLarge(length, limits)));

            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, Unreadable(path, error));
        }
    }

    static SourceItem ReadPage(string path, FileStream stream, FileKind kind, bool named)
    {
        try
        {
            var content = new byte[stream.Length];
            var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return ToPage(path, content.AsMemory(0, read), kind, named);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, error);
        }
    }

    static SourceItem ToPage(string name, ReadOnlyMemory<byte> bytes, FileKind kind, bool named) => FileKinds.OfContent(kind, bytes.Span, named) switch
    {
        FileKind.Text => SourceItem.Of(new Page(name, bytes, PageFormat.Text)),
        FileKind.Html => SourceItem.Of(new Page(name, bytes, PageFormat.Html)),
        FileKind.Binary => SourceItem.SetAside(name, QuarantineCodes.NotText, $"It is not text but {FileKinds.NameOfBinary(bytes.Span)}."),
        _ => SourceItem.SetAside(name, QuarantineCodes.UnknownFormat,
            $"Files of the kind '{Path.GetExtension(name)}' are not read in folders. Give this file's own path to read it as plain text."),
    };

    static IEnumerable<SourceItem> ReadRecords(string path, FileStream stream, PageLimits limits, CancellationToken cancellationToken)
    {
        using (stream)
        {
            using var records = JsonLinesReader.Read(path, stream, limits, cancellationToken).GetEnumerator();
            while (true)
            {
                SourceItem? broken = null;
                try
                {
                    if (!records.MoveNext())
                        yield break;
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    broken = Unreadable(path, error);
                }

                yield return broken ?? records.Current;
                if (broken is not null)
                    yield break;
            }
        }
    }

    static SourceItem Unreadable(string path, Exception error) =>
        SourceItem.SetAside(path, QuarantineCodes.Unreadable, $"The file cannot be read: {error.Message}");

    static string TooLarge(long length, PageLimits limits) =>
        $"The file holds {length:N0} bytes; a page may hold {limits.MaxPageBytes:N0}. Split it, or give it as JSON Lines.";
}
