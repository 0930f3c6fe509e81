namespace Tanyuan.Pages.Metadata;

/// <summary>What a line such as <c>2023-08-17 20:24 来源：新华网 作者：张三</c> says about its article.</summary>
/// <param name="Author">The authors joined by <c>、</c>, or null.</param>
/// <param name="Source">Where the article comes from, or null.</param>
/// <param name="Published">The date, or null.</param>
/// <param name="Editor">The responsible editor, or null.</param>
/// <param name="IsWhole">Whether the line says nothing else, so that it may leave the text.</param>
internal sealed record Byline(string? Author, string? Source, PublicationDate? Published, string? Editor, bool IsWhole);
