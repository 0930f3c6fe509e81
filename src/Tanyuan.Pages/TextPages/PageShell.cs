namespace Tanyuan.Pages.TextPages;

/// <summary>What is known of a page that wears a frame.</summary>
/// <param name="Title">The title that stands above its text, or null.</param>
/// <param name="Start">The first line of its text.</param>
/// <param name="IsDiscussion">Whether its text is the posts of a discussion.</param>
internal sealed record PageShell(PageLine? Title, PageLine Start, bool IsDiscussion);
