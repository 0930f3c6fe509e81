using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Extraction;

/// <summary>Writes a date into a document.</summary>
internal static class DocumentDate
{
    /// <summary>The document with this date.</summary>
    public static Document Dated(this Document document, PublicationDate? date) => document with
    {
        Published = date?.Iso,
        PublishedOffset = date?.Offset is { } offset ? ClockOffset.Format(offset) : null,
        PublishedIsInferred = date is { IsInferred: true },
    };
}
