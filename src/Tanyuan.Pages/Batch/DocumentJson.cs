using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Pages.Batch;

/// <summary>
/// Writes documents and readings as JSON, in the shape of the batch outputs:
/// <c>{"id","page"?,"title","titleIsDerived"?,"text","published","publishedOffset"?,"publishedInferred"?,"author","site","url","language","script","blocks","side","documents","repairs",
/// "drops","error"}</c>. Offsets are UTF-16 units of the <c>text</c> beside them. A page of several documents has them in <c>documents</c>, and its own
/// <c>text</c> is all of theirs, each under its title, with the repairs moved along: who reads only <c>text</c> loses nothing.
/// </summary>
public static class DocumentJson
{
    /// <summary>Writer options under which Chinese text stays readable.</summary>
    /// <param name="indented">Whether to lay the JSON out over lines.</param>
    public static JsonWriterOptions WriterOptions(bool indented = false) =>
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented };

    /// <summary>Writes a reading: a document, several, or the error that stands for them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="page">The name of the page, or null to leave it out.</param>
    public static void Write(Utf8JsonWriter writer, PageReading reading, string? page = null)
    {
        if (reading.Quarantine is { } quarantine)
        {
            WriteError(writer, reading.Page.ExternalId, quarantine.Code, quarantine.Reason);
            return;
        }

        writer.WriteStartObject();
        WriteId(writer, reading.Page.ExternalId);
        if (page is not null)
            writer.WriteString("page", page);
        if (reading.Documents.Count == 1)
        {
            WriteFields(writer, reading.Documents[0]);
        }
        else
        {
            WriteFields(writer, Join(reading.Documents));
            writer.WriteStartArray("documents");
            foreach (var document in reading.Documents)
                Write(writer, document);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes one document as an object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="document">The document.</param>
    /// <param name="id">Its id, or null to leave it out.</param>
    public static void Write(Utf8JsonWriter writer, Document document, string? id = null)
    {
        writer.WriteStartObject();
        WriteId(writer, id);
        WriteFields(writer, document);
        writer.WriteEndObject();
    }

    /// <summary>Writes the error that stands in the place of a document.</summary>
    public static void WriteError(Utf8JsonWriter writer, string? id, string code, string message)
    {
        writer.WriteStartObject();
        WriteId(writer, id);
        writer.WriteStartObject("error");
        writer.WriteString("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void WriteId(Utf8JsonWriter writer, string? id)
    {
        if (id is not null)
            writer.WriteString("id", id);
    }

    static void WriteFields(Utf8JsonWriter writer, Document document)
    {
        writer.WriteString(Names.Title, document.Title);
        if (document.TitleIsDerived)
            writer.WriteBoolean(Names.TitleIsDerived, true);
        WriteText(writer, Names.Text, document.Text);
        writer.WriteString(Names.Published, document.Published);
        if (document.PublishedOffset is { } offset)
            writer.WriteString(Names.PublishedOffset, offset);
        if (document.PublishedIsInferred)
            writer.WriteBoolean(Names.PublishedInferred, true);
        writer.WriteString(Names.Author, document.Author);
        writer.WriteString(Names.Site, document.Site);
        writer.WriteString(Names.Url, document.Url);
        writer.WriteString(Names.Language, document.Language);
        writer.WriteString(Names.Script, document.Script);
        writer.WriteStartArray(Names.Blocks);
        foreach (var block in document.Blocks)
            Write(writer, block);
        writer.WriteEndArray();
        writer.WriteStartArray(Names.Side);
        foreach (var side in document.Side)
            writer.WriteStringValue(side);
        writer.WriteEndArray();

        writer.WriteStartArray(Names.Repairs);
        foreach (var repair in document.Repairs)
        {
            writer.WriteStartObject();
            writer.WriteString(Names.Rule, repair.Rule);
            writer.WriteNumber(Names.Start, repair.Start);
            writer.WriteNumber(Names.Length, repair.Length);
            WriteText(writer, Names.Before, repair.Before);
            WriteText(writer, Names.After, repair.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray(Names.Drops);
        foreach (var drop in document.Drops)
        {
            writer.WriteStartObject();
            writer.WriteString(Names.Rule, drop.Rule);
            WriteText(writer, Names.Text, drop.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteText(Utf8JsonWriter writer, JsonEncodedText name, string text)
    {
        writer.WritePropertyName(name);
        JsonString.Write(writer, text);
    }

    static void Write(Utf8JsonWriter writer, DocumentBlock block)
    {
        writer.WriteStartObject();
        writer.WriteString(Names.Kind, Names.Of(block.Kind));
        writer.WriteNumber(Names.Start, block.Start);
        writer.WriteNumber(Names.Length, block.Length);
        writer.WriteString(Names.Language, block.Language);
        writer.WriteString(Names.Script, block.Script);
        writer.WriteEndObject();
    }

    static Document Join(IReadOnlyList<Document> documents)
    {
        var text = new StringBuilder();
        var repairs = new List<Repair>();
        var blocks = new List<DocumentBlock>();
        foreach (var document in documents)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            if (document.Title.Length > 0 && !document.TitleIsDerived)
            {
                blocks.Add(new DocumentBlock(DocumentBlockKind.Heading, text.Length, document.Title.Length) { Language = document.Language, Script = document.Script });
                text.Append(document.Title).Append('\n');
            }

            var offset = text.Length;
            text.Append(document.Text);
            blocks.AddRange(document.Blocks.Select(block => block with { Start = block.Start + offset }));
            repairs.AddRange(document.Repairs.Select(repair => repair with { Start = repair.Start + offset }));
        }

        return documents[0] with
        {
            Title = "",
            TitleIsDerived = false,
            Text = text.ToString(),
            Author = Common(documents, document => document.Author),
            Site = Common(documents, document => document.Site),
            Published = Common(documents, document => document.Published),
            PublishedOffset = Common(documents, document => document.PublishedOffset),
            PublishedIsInferred = documents[0].PublishedIsInferred && Common(documents, document => document.Published) is not null,
            Blocks = blocks,
            Side = [.. documents.SelectMany(document => document.Side)],
            Drops = [.. documents.SelectMany(document => document.Drops)],
            Repairs = repairs,
        };
    }

    static string? Common(IReadOnlyList<Document> documents, Func<Document, string?> field)
    {
        var first = field(documents[0]);
        return documents.All(document => field(document) == first) ? first : null;
    }

    /// <summary>The names of the fields, escaped and in UTF-8 once.</summary>
    static class Names
    {
        public static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
        public static readonly JsonEncodedText TitleIsDerived = JsonEncodedText.Encode("titleIsDerived");
        public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
        public static readonly JsonEncodedText Published = JsonEncodedText.Encode("published");
        public static readonly JsonEncodedText PublishedOffset = JsonEncodedText.Encode("publishedOffset");
        public static readonly JsonEncodedText PublishedInferred = JsonEncodedText.Encode("publishedInferred");
        public static readonly JsonEncodedText Author = JsonEncodedText.Encode("author");
        public static readonly JsonEncodedText Site = JsonEncodedText.Encode("site");
        public static readonly JsonEncodedText Url = JsonEncodedText.Encode("url");
        public static readonly JsonEncodedText Language = JsonEncodedText.Encode("language");
        public static readonly JsonEncodedText Script = JsonEncodedText.Encode("script");
        public static readonly JsonEncodedText Blocks = JsonEncodedText.Encode("blocks");
        public static readonly JsonEncodedText Side = JsonEncodedText.Encode("side");
        public static readonly JsonEncodedText Repairs = JsonEncodedText.Encode("repairs");
        public static readonly JsonEncodedText Rule = JsonEncodedText.Encode("rule");
        public static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
        public static readonly JsonEncodedText Length = JsonEncodedText.Encode("length");
        public static readonly JsonEncodedText Before = JsonEncodedText.Encode("before");
        public static readonly JsonEncodedText After = JsonEncodedText.Encode("after");
        public static readonly JsonEncodedText Drops = JsonEncodedText.Encode("drops");
        public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");

        static readonly JsonEncodedText Heading = JsonEncodedText.Encode("heading");
        static readonly JsonEncodedText List = JsonEncodedText.Encode("list");
        static readonly JsonEncodedText Table = JsonEncodedText.Encode("table");
        static readonly JsonEncodedText Quote = JsonEncodedText.Encode("quote");
        static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
        static readonly JsonEncodedText Paragraph = JsonEncodedText.Encode("paragraph");

        public static JsonEncodedText Of(DocumentBlockKind kind) => kind switch
        {
            DocumentBlockKind.Heading => Heading,
            DocumentBlockKind.List => List,
            DocumentBlockKind.Table => Table,
            DocumentBlockKind.Quote => Quote,
            DocumentBlockKind.Code => Code,
            _ => Paragraph,
        };
    }
}
