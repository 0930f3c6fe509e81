using System.Text;
using System.Xml;
using Tanyuan.Pages.Extraction;
using Tanyuan.Pages.Html;
using Tanyuan.Pages.Mail;
using Tanyuan.Pages.Markdown;
using Tanyuan.Pages.Metadata;
using Tanyuan.Pages.Pdf;
using Tanyuan.Pages.Tables;
using Tanyuan.Pages.TextPages;
using Tanyuan.Pages.Word;
using Tanyuan.Text;
using Tanyuan.Text.Decoding;
using Tanyuan.Text.Repairing;
using Tanyuan.Text.Scripts;

namespace Tanyuan.Pages;

/// <summary>Reads pages into documents: decode, repair, extract, split, describe.</summary>
public static class PageReader
{
    // One character in four lost leaves nothing that could be quoted.
    const int UndecodableShare = 4;

    /// <summary>Reads a page. Never throws for what a page holds: a page that cannot be read gives a reading with a <see cref="Quarantine"/>.</summary>
    public static PageReading Read(Page page, CancellationToken cancellationToken = default) =>
        Read(page, PageLimits.Default, cancellationToken);

    /// <summary>Reads a page, with limits of the caller's choice.</summary>
    public static PageReading Read(Page page, PageLimits limits, CancellationToken cancellationToken = default)
    {
        if (page.Content.Length > limits.MaxPageBytes)
        {
            return SetAside(page, QuarantineCodes.TooLarge,
                $"The page holds {page.Content.Length:N0} bytes; a page may hold {limits.MaxPageBytes:N0}.");
        }

        try
        {
            using var limit = new CancellationTokenSource(limits.MaxPageTime);
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            return ReadFormat(page, limits, time.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SetAside(page, QuarantineCodes.TooSlow, $"Reading the page took longer than {limits.MaxPageTime.TotalSeconds:0} seconds.");
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or EndOfStreamException)
        {
            return SetAside(page, QuarantineCodes.Malformed, $"The page is damaged: {error.Message}");
        }
        catch (TanyuanException error)
        {
            return SetAside(page, error.Code, error.Message);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One page that trips a reader must not stop an import of thousands; the reason names the error, so that it can be reported.
            return SetAside(page, QuarantineCodes.Malformed, $"The page cannot be read ({error.GetType().Name}: {error.Message}).");
        }
    }

    static PageReading ReadFormat(Page page, PageLimits limits, CancellationToken cancellationToken)
    {
        if (page.Content.IsEmpty)
            return SetAside(page, QuarantineCodes.Empty, "The page is empty.");
        switch (page.Format)
        {
            case PageFormat.Article:
                return ReadArticle(page);
            case PageFormat.Word:
                return ToReading(page, null, RepairExtracted(WordPackage.Read(page.Content, limits, cancellationToken)));
            case PageFormat.Mail:
                return ToReading(page, null, RepairExtracted(MailText.Read(page.Content, cancellationToken)));
            case PageFormat.Pdf:
                var text = PdfText.Read(page.Content, limits, cancellationToken);
                return ToReading(page, null, TextPageReader.Read(TextRepairer.Repair(text.Replace('\f', '\n')), Fetched(page), cancellationToken));
            case PageFormat.Mhtml when MhtmlPage.Open(page) is { } html:
                return ReadPage(html, cancellationToken) with { Page = page };
            case PageFormat.Mhtml:
                return SetAside(page, QuarantineCodes.NoArticle, "The archive holds no HTML page.");
            default:
                return ReadPage(page, cancellationToken);
        }
    }

    static PageReading ReadArticle(Page page)
    {
        var text = Encoding.UTF8.GetString(page.Content.Span);
        if (string.IsNullOrWhiteSpace(text))
            return SetAside(page, QuarantineCodes.Empty, "The record's text is empty.");

        var repaired = TextRepairer.Repair(text);
        var document = new Document(page.Title ?? "", repaired.Text) { Repairs = repaired.Repairs };
        return ToReading(page, "utf-8", [document]);
    }

    static PageReading ReadPage(Page page, CancellationToken cancellationToken)
    {
        var bytes = page.Content.Span;
        var isHtml = page.Format is PageFormat.Html or PageFormat.HtmlArticle;
        var declared = page.DeclaredCharset ?? (isHtml ? CharsetDeclaration.FindInHtml(bytes) : null);
        if (TextDecoder.DecodeIfText(bytes, declared) is not { } decoded)
            return SetAside(page, QuarantineCodes.NotText, "The page is not text but binary content.");
        if (string.IsNullOrWhiteSpace(decoded.Text))
            return SetAside(page, QuarantineCodes.Empty, "The page holds nothing but white space.");
        if (decoded.Malformed > decoded.Text.Length / UndecodableShare)
            return SetAside(page, QuarantineCodes.Undecodable, $"{decoded.Malformed:N0} places make no sense in any known charset ({decoded.Charset} came nearest).");

        return ToReading(page, decoded.Charset, page.Format switch
        {
            PageFormat.Html => RepairExtracted(HtmlReader.Read(decoded.Text, page.Url, page.Title, Fetched(page), cancellationToken)),
            PageFormat.HtmlArticle => RepairExtracted(HtmlReader.ReadWhole(decoded.Text, cancellationToken)),
            PageFormat.Markdown => RepairExtracted(MarkdownReader.Read(decoded.Text)),
            PageFormat.Table => RepairExtracted(TableReader.ReadWhole(decoded.Text)),
            _ => TextPageReader.Read(TextRepairer.Repair(decoded.Text), Fetched(page), cancellationToken),
        });
    }

    static PageReading ToReading(Page page, string? charset, List<Document> documents) => documents.Count == 0
        ? SetAside(page, QuarantineCodes.NoArticle, "Nothing on the page is an article: there are only menus, notices or links.") with { Charset = charset }
        : new PageReading(page, [.. documents.Select(document => Describe(document, page))], charset, null);

    static List<Document> RepairExtracted(ExtractedPage extracted)
    {
        var documents = extracted.Documents.Where(article => !string.IsNullOrWhiteSpace(article.Text)).Select(RepairExtracted).ToList();
        if (documents.Count > 0 && extracted.Drops.Count > 0)
            documents[0] = documents[0] with { Drops = [.. extracted.Drops, .. documents[0].Drops] };

        return documents;
    }

    static Document RepairExtracted(ExtractedDocument article)
    {
        var text = TextRepairer.Repair(article.Text);
        var date = article.Published is { IsMoment: true } moment ? moment.InZoneOf(ScriptIdentifier.Identify(text.Text).Language) : article.Published;
        return new Document(TextRepairer.Repair(article.Title).Text, text.Text)
        {
            Author = article.Author,
            Site = article.Site,
            Url = article.Url,
            Side = article.Side,
            Drops = article.Drops,
            Blocks = article.Blocks is { } blocks ? BlockRepair.Moved(blocks, text) : [],
            Repairs = text.Repairs,
        }.Dated(date);
    }

    // What the origin says of a page wins for what it knows better than the page does, its date and address.
    static Document Describe(Document document, Page page)
    {
        var blocks = document.Blocks.Count > 0 ? document.Blocks : PlainBlocks.Of(document.Text);
        var scripts = ScriptIdentifier.Identify(document.Text, RangesOf(blocks), out var script);
        var untitled = document.Title.Length == 0 || document.TitleIsDerived;
        if (DateParser.Parse(page.Published, Fetched(page)) is { } given)
            document = document.Dated(given.InZoneOf(script.Language));
        else if (document.Published is null && page.Published is not null)
            document = document with { Published = page.Published };
        else if (document.PublishedOffset is null && document.Published is { } published)
            document = document with { PublishedOffset = new PublicationDate(published).InZoneOf(script.Language).Offset is { } offset ? ClockOffset.Format(offset) : null };
        return document with
        {
            Title = untitled && page.Title is { Length: > 0 } ? page.Title : document.Title,
            TitleIsDerived = document.TitleIsDerived && page.Title is not { Length: > 0 },
            Author = document.Author ?? page.Author,
            Site = document.Site ?? page.Site,
            Url = document.Url ?? page.Url,
            Language = script.Language,
            Script = script.Script,
            Blocks = WithScripts(blocks, scripts),
        };
    }

    static Range[] RangesOf(IReadOnlyList<DocumentBlock> blocks)
    {
        var ranges = new Range[blocks.Count];
        for (var number = 0; number < ranges.Length; number++)
            ranges[number] = blocks[number].Start..blocks[number].End;
        return ranges;
    }

    static DocumentBlock[] WithScripts(IReadOnlyList<DocumentBlock> blocks, LanguageAndScript[] scripts)
    {
        var described = new DocumentBlock[blocks.Count];
        for (var number = 0; number < described.Length; number++)
            described[number] = blocks[number] with { Language = scripts[number].Language, Script = scripts[number].Script };
        return described;
    }

    static DateTimeOffset? Fetched(Page page) => DateParser.Moment(page.Fetched) ?? page.Written;

    static PageReading SetAside(Page page, string code, string reason) => new(page, [], null, new Quarantine(page.Name, code, reason));
}
