namespace Tanyuan.Library;

/// <summary>A request for passages.</summary>
/// <param name="Terms">What to look for; each is folded, cut into words and grams, and any of them may match.</param>
/// <param name="Limit">How many passages at most.</param>
public sealed record RetrievalRequest(IReadOnlyList<WeightedText> Terms, int Limit = 20)
{
    /// <summary>Only passages of documents published on or after this day, month or year (2024-04-18, 2024-04, 2024); one told less exactly counts by its beginning.</summary>
    public string? Since { get; init; }

    /// <summary>Only passages of documents published on or before this day, month or year.</summary>
    public string? Until { get; init; }

    /// <summary>
    /// How many of the best passages stay as found; behind them stands what is found when words that tell the best from the rest are looked for, too (pseudo-relevance
    /// feedback). Null for one search by the terms alone.
    /// </summary>
    public int? FeedbackAfter { get; init; }

    /// <summary>Only passages of documents whose folded site or host is one of these.</summary>
    public Predicate<string>? Site { get; init; }
}

/// <summary>A word or phrase with a weight.</summary>
/// <param name="Text">The words, in either script.</param>
/// <param name="Weight">A factor on its score, above 0; 1 is plain.</param>
public readonly record struct WeightedText(string Text, double Weight = 1);

/// <summary>A passage found.</summary>
/// <param name="DocumentId">The library's id of its document.</param>
/// <param name="ExternalId">The external id of its document, or null.</param>
/// <param name="DocumentTitle">The title of its document.</param>
/// <param name="Published">When its document was published, or null.</param>
/// <param name="Start">Where it begins in the document's text.</param>
/// <param name="Text">The passage, exactly as it stands there.</param>
/// <param name="Score">Its score; only comparable within one result.</param>
/// <param name="IsSide">Whether it is side text: then <paramref name="Start"/> counts within the document's side texts joined by line feeds.</param>
public sealed record PassageHit(
    string DocumentId, string? ExternalId, string DocumentTitle, string? Published, int Start, string Text, double Score, bool IsSide)
{
    /// <summary>The site of its document, or null.</summary>
    public string? Site { get; init; }

    /// <summary>The address of its document, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The author of its document, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The story that its document tells, the same for all reprints of it.</summary>
    public long Story { get; init; }
}
