namespace Tanyuan.Library;

/// <summary>What a library knows of a story that several of its documents tell.</summary>
/// <param name="Story">The id of the story's first document, which all its copies share.</param>
/// <param name="Copies">How many documents tell it.</param>
/// <param name="FirstPublished">The earliest date that one of them gives, or null.</param>
/// <param name="FirstAdded">When the first of them was added.</param>
/// <param name="BestCopy">The id of the copy that says most about itself, and of those the longest.</param>
public sealed record ReprintCluster(string Story, int Copies, string? FirstPublished, DateTimeOffset FirstAdded, string BestCopy);
