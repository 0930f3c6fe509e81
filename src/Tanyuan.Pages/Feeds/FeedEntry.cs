namespace Tanyuan.Pages.Feeds;

/// <summary>An entry of a feed, as its elements give it.</summary>
internal sealed class FeedEntry
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    public string Link { get; set; } = "";

    public string Published { get; set; } = "";

    public string Updated { get; set; } = "";

    public List<string> Authors { get; } = [];

    public string Summary { get; set; } = "";

    public string Content { get; set; } = "";
}
