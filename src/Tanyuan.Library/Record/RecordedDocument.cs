namespace Tanyuan.Library.Record;

/// <summary>What a search needs of a document. Immutable: another version of a document is another document with a number of its own.</summary>
internal sealed record RecordedDocument(
    long Number, string PublicId, string? ExternalId, long Content, string Title, string? Published, string? Author, string? Site,
    string? Url, string Language, string Script, DateTimeOffset Added, string TextKey, string Text);
