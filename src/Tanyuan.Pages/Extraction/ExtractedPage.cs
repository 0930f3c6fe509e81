using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Extraction;

/// <summary>What a page held, before any character was repaired.</summary>
/// <param name="Documents">Its articles, in page order; empty where the page has no text of its own.</param>
/// <param name="Drops">What was removed from the page and belongs to no document, in page order.</param>
internal sealed record ExtractedPage(IReadOnlyList<ExtractedDocument> Documents, IReadOnlyList<Drop> Drops);

/// <summary>One article of a page, before any character was repaired.</summary>
/// <param name="Title">Its title; empty where none was found.</param>
/// <param name="Text">Its main text: lines separated by single line feeds.</param>
/// <param name="Published">When it was published, or null.</param>
/// <param name="Author">Its authors joined by <c>、</c>, or null.</param>
/// <param name="Site">The site or source that published it, or null.</param>
/// <param name="Url">The address that the page gives itself, else the one it was saved from, or null.</param>
/// <param name="Side">Teasers for other stories.</param>
/// <param name="Drops">What was removed in and around this article, in page order.</param>
internal sealed record ExtractedDocument(
    string Title,
    string Text,
    PublicationDate? Published,
    string? Author,
    string? Site,
    string? Url,
    IReadOnlyList<string> Side,
    IReadOnlyList<Drop> Drops)
{
    /// <summary>What the parts of the text are, or null where the page does not say.</summary>
    public IReadOnlyList<DocumentBlock>? Blocks { get; init; }
}
