using Tanyuan.Pages.Archives;
using Tanyuan.Pages.Books;
using Tanyuan.Pages.Crawls;
using Tanyuan.Pages.Feeds;
using Tanyuan.Pages.Mail;
using Tanyuan.Pages.Tables;
using Tanyuan.Text;

namespace Tanyuan.Pages.Sources;

/// <summary>
/// Turns a source into pages, or into the reasons why there are none: tells what it is, and follows archives, crawls, feeds, books and
/// mailboxes down to the pages in them. Everything is read in one pass, a page at a time. Whatever a source holds, the reading ends: depth,
/// size and expansion have limits, and an error ends the innermost source that has it.
/// </summary>
internal sealed class SourceReader(PageLimits limits, ExpansionBudget budget, CancellationToken cancellationToken)
{
    const int MostDamagedMembers = 1_000;

    /// <summary>The limits that hold.</summary>
    public PageLimits Limits => limits;

    /// <summary>What the source may still unpack to.</summary>
    public ExpansionBudget Budget => budget;

    /// <summary>Stops the reading.</summary>
    public CancellationToken Cancellation => cancellationToken;

    /// <summary>The pages of a source, in its order; never nothing at all.</summary>
    public IEnumerable<SourceItem> Read(Source source)
    {
        var isEmpty = true;
        foreach (var item in GuardedItems.Read(source, () => Open(source)))
        {
            isEmpty = false;
            yield return item;
        }

        if (isEmpty)
            yield return SourceItem.SetAside(source.Name, QuarantineCodes.Empty, "There is no page in it.");
    }

    /// <summary>The pages of the members of an archive; one in which nothing is whole is not followed to its end.</summary>
    public IEnumerable<SourceItem> ReadMembers(IEnumerable<Source> members)
    {
        var damaged = 0;
        foreach (var member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var item in Read(member))
            {
                yield return item;
                if (item.Quarantine?.Code is QuarantineCodes.Malformed or QuarantineCodes.Truncated && ++damaged > MostDamagedMembers)
                    throw new InvalidDataException($"More than {MostDamagedMembers:N0} of its members are damaged; the rest is left unread.");
            }
        }
    }

    /// <summary>The one page in some bytes.</summary>
    public SourceItem ToPage(Source source, PageFormat format)
    {
        if (source.Length > limits.MaxPageBytes || ReadWhole(source) is not { } content)
            return SourceItem.SetAside(source.Name, QuarantineCodes.TooLarge, TooLarge(source.Length));

        return content.Length == 0
            ? SourceItem.SetAside(source.Name, QuarantineCodes.Empty, "There is nothing in it.")
            : SourceItem.Of(new Page(source.Name, content, format) { Url = source.Url, Fetched = source.Fetched, Written = source.Written, DeclaredCharset = source.DeclaredCharset });
    }

    /// <summary>All bytes of a source, or null where they are more than a page may hold.</summary>
    public byte[]? ReadWhole(Source source)
    {
        using var whole = new MemoryStream((int)Math.Clamp(source.Length ?? 0, 0, source.Depth == 0 ? limits.MaxPageBytes : 1 << 20));
        var buffer = new byte[1 << 16];
        for (int read; (read = source.Content.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (whole.Length + read > limits.MaxPageBytes)
                return null;
            whole.Write(buffer, 0, read);
        }

        return whole.Length == whole.Capacity ? whole.GetBuffer() : whole.ToArray();
    }

    IEnumerable<SourceItem> Open(Source source)
    {
        if (source.Depth > limits.MaxArchiveDepth)
        {
            throw new TanyuanException(
                QuarantineCodes.TooDeep, $"It stands more than {limits.MaxArchiveDepth} archives deep. Unpack the outer ones and add what they hold.");
        }

        var head = new byte[FileKinds.SniffedBytes];
        head = head[..source.Content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.Length == 0)
            return [SourceItem.SetAside(source.Name, QuarantineCodes.Empty, "There is nothing in it.")];
        if (source.Content.CanSeek)
            source.Content.Position = 0;
        else
            source = source with { Content = new PrefixedStream(head, source.Content) };

        var kind = FileKinds.OfContent(FileKinds.OfName(source.FileName), head, source.IsNamed);
        return kind switch
        {
            FileKind.Zip or FileKind.Word or FileKind.Book => ReadZip(source, kind),
            FileKind.GZip => Read(Unzipped(source)),
            FileKind.Tar => ReadMembers(TarReader.Read(source.Content).Where(member => !MemberName.IsHidden(member.Name))
                .Select(member => source.Member(member.Name, member.Content, member.Written) with { Length = member.Length })),
            FileKind.Warc => WarcReader.Read(source, this),
            FileKind.Feed => FeedReader.Read(source, this),
            FileKind.Mailbox => MailboxReader.Read(source, this),
            FileKind.Mail => MailReader.Read(source, this),
            FileKind.JsonLines => JsonLinesReader.Read(source.Name, source.Content, head, limits, cancellationToken),
            FileKind.Table => TableReader.Read(source, head, this),
            FileKind.Mhtml => [ToPage(source, PageFormat.Mhtml)],
            FileKind.Pdf => [ToPage(source, PageFormat.Pdf)],
            FileKind.Markdown => [ToPage(source, PageFormat.Markdown)],
            FileKind.Html => [ToPage(source, PageFormat.Html)],
            FileKind.Text => [ToPage(source, PageFormat.Text)],
            FileKind.Binary => [SourceItem.SetAside(source.Name, QuarantineCodes.NotText, $"It is not text but {FileKinds.NameOfBinary(head)}.")],
            _ => [SourceItem.SetAside(source.Name, QuarantineCodes.UnknownFormat,
                $"Files of the kind '{Path.GetExtension(source.FileName)}' are not read in folders. Give this file's own path to read it as plain text.")],
        };
    }

    IEnumerable<SourceItem> ReadZip(Source source, FileKind kind)
    {
        if (!source.Content.CanSeek)
        {
            if (ReadWhole(source) is not { } whole)
                return [SourceItem.SetAside(source.Name, QuarantineCodes.TooLarge, TooLarge(source.Length))];
            source = source with { Content = new MemoryStream(whole), Length = whole.Length };
        }

        var zip = new ZipDirectory(source.Content);
        var isOffice = false;
        foreach (var name in zip.Members().Select(member => member.Name))
        {
            if (name == "META-INF/container.xml")
                return EpubReader.Read(source, zip, this);
            if (name.StartsWith("word/", StringComparison.Ordinal) && kind != FileKind.Book)
                kind = FileKind.Word;
            isOffice |= name is "[Content_Types].xml";
        }

        if (kind == FileKind.Word)
        {
            source.Content.Position = 0;
            return [ToPage(source, PageFormat.Word)];
        }

        return isOffice && FileKinds.OfName(source.FileName) != FileKind.Zip
            ? [SourceItem.SetAside(source.Name, QuarantineCodes.UnknownFormat, "It is an Office file, but not a Word document. Save it as text, CSV or PDF.")]
            : ReadMembers(zip.Members().Where(member => member.IsFile && !MemberName.IsHidden(member.Name)).Select(member => Packed(source, zip, member)));
    }

    Source Packed(Source archive, ZipDirectory zip, ZipMember member) =>
        archive.Member(member.Name, new ZipMemberStream(zip, member, budget), member.Written) with { Length = member.Length };

    Source Unzipped(Source source)
    {
        var name = source.FileName;
        name = name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? name[..^4] + ".tar"
            : name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        var content = new CountedStream(Unpacking.GZip(source.Content), budget.Spend);
        return source with { FileName = name, Content = content, Length = null, Depth = source.Depth + 1 };
    }

    string TooLarge(long? length) => length is { } known
        ? $"The file holds {known:N0} bytes; a page may hold {limits.MaxPageBytes:N0}. Split it, or give it as JSON Lines."
        : $"It holds more than {limits.MaxPageBytes:N0} bytes, the most a page may hold. Split it, or give it as JSON Lines.";
}
