namespace Tanyuan.Training;

/// <summary>A passage of the corpus.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">The title of its article.</param>
/// <param name="Text">Its text.</param>
internal sealed record CorpusPassage(string Id, string Title, string Text);
