using Tanyuan.Text;

namespace Tanyuan.Library;

/// <summary>Filters and limits of a search.</summary>
public sealed record SearchOptions
{
    /// <summary>How many hits at most, 1 to 1,000.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Only documents whose site holds this text.</summary>
    public string? Site { get; init; }

    /// <summary>Only documents published on or after this ISO 8601 date.</summary>
    public string? Since { get; init; }

    /// <summary>Only documents published on or before this ISO 8601 date.</summary>
    public string? Until { get; init; }

    /// <summary>Only documents in this language (<c>zh</c>, <c>en</c>) or script (<c>Hans</c>, <c>Hant</c>).</summary>
    public string? Language { get; init; }

    /// <summary>The order of the hits.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Whether each hit says how its score came about.</summary>
    public bool Explain { get; init; }
}

/// <summary>Orders of hits.</summary>
public enum SearchSort
{
    /// <summary>The best first; any of the words may match.</summary>
    Relevance,

    /// <summary>The newest first, those without a date last. Every word must be in a document, for there is no best to bring the others down.</summary>
    Date,
}

/// <summary>The outcome of a search.</summary>
/// <param name="Hits">The hits, best first.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, TimeSpan Elapsed);

/// <summary>A document found.</summary>
/// <param name="Document">The document.</param>
/// <param name="Score">Its score; only comparable within one result.</param>
/// <param name="Snippet">An excerpt of its text, in the text's own script.</param>
public sealed record SearchHit(DocumentSummary Document, double Score, Snippet Snippet)
{
    /// <summary>How the score came about, where that was asked for.</summary>
    public ScoreExplanation? Explanation { get; init; }
}

/// <summary>An excerpt with the matched places marked.</summary>
/// <param name="Start">Where the excerpt begins in the document's text.</param>
/// <param name="Text">The excerpt, exactly as it stands there.</param>
/// <param name="Highlights">The matched places, relative to the excerpt.</param>
public sealed record Snippet(int Start, string Text, IReadOnlyList<TextSpan> Highlights)
{
    /// <summary>Whether it is side text: then <see cref="Start"/> counts within the document's side texts joined by line feeds.</summary>
    public bool IsSide { get; init; }
}
