using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Sources;

/// <summary>
/// A record of a JSON Lines file: <c>{"id","title","text"|"html"|"base64","url","published","fetched"}</c>. The id may be a string or a number.
/// </summary>
/// <param name="Id">Its id, or null.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Published">When it was published, as given, or null.</param>
/// <param name="Fetched">When it was fetched, as given, or null.</param>
/// <param name="Content">The bytes of its text, HTML or page.</param>
/// <param name="Kind">Which of the three it came as: <c>text</c>, <c>html</c> or <c>base64</c>.</param>
internal sealed record JsonRecord(string? Id, string? Title, string? Url, string? Published, string? Fetched, ReadOnlyMemory<byte> Content, string Kind)
{
    static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, MaxDepth = 64 };

    /// <summary>The page that the record is.</summary>
    /// <param name="name">The page's name.</param>
    /// <param name="textFormat">What a record's plain text is taken for.</param>
    public Page ToPage(string name, PageFormat textFormat)
    {
        var format = Kind switch
        {
            "text" => textFormat,
            "html" => PageFormat.Html,
            _ => FormatOf(Content.Span),
        };
        return new Page(name, Content, format)
        {
            ExternalId = Id,
            Title = Title,
            Url = Url,
            Published = Published,
            Fetched = Fetched,
            DeclaredCharset = Kind == "base64" ? null : "utf-8",
        };
    }

    /// <summary>
    /// Reads a line. Returns null and a <paramref name="problem"/> where it is no record; the <paramref name="id"/> is given
    /// as far as it could be read, so that an error can name the record.
    /// </summary>
    public static JsonRecord? Parse(ReadOnlyMemory<byte> line, out string? id, out string? problem)
    {
        if (ParseFlat(line) is not { } record)
            return ParseAny(line, out id, out problem);
        (id, problem) = (record.Id, null);
        return record;
    }

    /// <summary>Reads the usual line; null where the line is another.</summary>
    internal static JsonRecord? ParseFlat(ReadOnlyMemory<byte> line)
    {
        if (FlatRecord.Read(line, Members) is not [var id, var title, var url, var published, var fetched, var text, var html, _])
            return null;
        var kind = text is not null ? "text" : html is not null ? "html" : null;
        return kind is null ? null : new JsonRecord(Text(id), Text(title), Text(url), Text(published), Text(fetched), (text ?? html)!.Value, kind);
    }

    /// <summary>Reads any line, by the JSON reader.</summary>
    internal static JsonRecord? ParseAny(ReadOnlyMemory<byte> line, out string? id, out string? problem)
    {
        id = null;
        try
        {
            using var document = JsonDocument.Parse(ToUtf8(line), Options);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                problem = $"The line holds a JSON {root.ValueKind.ToString().ToLowerInvariant()}; a record is an object.";
                return null;
            }

            id = Text(root, "id");
            var kind = Array.Find(ContentKinds, name => root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number);
            if (kind is null)
            {
                problem = "The record has none of \"text\", \"html\" and \"base64\".";
                return null;
            }

            problem = null;
            var bytes = kind == "base64" ? root.GetProperty(kind).GetBytesFromBase64() : Bytes(root.GetProperty(kind));
            return new JsonRecord(id, Text(root, "title"), Text(root, "url"), Text(root, "published"), Text(root, "fetched"), bytes, kind);
        }
        catch (JsonException error)
        {
            problem = $"The line is not JSON (byte {error.BytePositionInLine}): {FirstSentence(error.Message)}";
            return null;
        }
        catch (FormatException)
        {
            problem = "The record's \"base64\" is not base64.";
            return null;
        }
        catch (InvalidOperationException error)
        {
            problem = $"The record cannot be read: {error.Message}";
            return null;
        }
    }

    static PageFormat FormatOf(ReadOnlySpan<byte> content) => FileKinds.OfContent(FileKind.Unnamed, content[..Math.Min(content.Length, FileKinds.SniffedBytes)], isNamed: true) switch
    {
        FileKind.Html => PageFormat.Html,
        FileKind.Mail => PageFormat.Mail,
        FileKind.Mhtml => PageFormat.Mhtml,
        FileKind.Pdf => PageFormat.Pdf,
        FileKind.Zip when content.IndexOf("word/document.xml"u8) >= 0 => PageFormat.Word,
        _ => PageFormat.Text,
    };

    static readonly byte[][] Members = [.. new[] { "id", "title", "url", "published", "fetched", "text", "html", "base64" }.Select(Encoding.UTF8.GetBytes)];

    static readonly string[] ContentKinds = ["text", "html", "base64"];

    static string? Text(ReadOnlyMemory<byte>? value) => value is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    static string? Text(JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    // A string stands in the line in UTF-8 already: only its escapes are undone.
    static byte[] Bytes(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (value.ValueKind != JsonValueKind.String || raw.IndexOf((byte)'\\') < 0)
            return value.ValueKind == JsonValueKind.String ? raw[1..^1].ToArray() : raw.ToArray();

        var reader = new Utf8JsonReader(raw);
        reader.Read();
        var bytes = new byte[raw.Length];
        return bytes[..reader.CopyString(bytes)];
    }

    static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> line)
    {
        if (line.Span.StartsWith(Encoding.UTF8.Preamble))
            line = line[Encoding.UTF8.Preamble.Length..];

        return Utf8.IsValid(line.Span) ? line : Encoding.UTF8.GetBytes(TextDecoder.Decode(line.Span).Text);
    }

    static string FirstSentence(string message) =>
        message.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? message[..(end + 1)] : message;
}
