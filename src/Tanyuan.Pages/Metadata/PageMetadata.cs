namespace Tanyuan.Pages.Metadata;

/// <summary>What is known of an article apart from its text.</summary>
/// <param name="Title">Its title; empty where none was found.</param>
/// <param name="Published">When it was published, or null.</param>
/// <param name="Author">Its authors joined by <c>、</c>, or null.</param>
/// <param name="Site">The site or source that published it, or null.</param>
/// <param name="Url">The address that it gives itself, or null.</param>
internal sealed record PageMetadata(string Title, PublicationDate? Published, string? Author, string? Site, string? Url);
