using Tanyuan.Library;
using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Answers.Evidence;

/// <summary>A passage that a question is answered from, with its folded text and sentences.</summary>
/// <param name="DocumentId">The library's id of its document.</param>
/// <param name="PublicId">The id that outputs show.</param>
/// <param name="Title">The title of its document.</param>
/// <param name="Start">Where it begins in the document's text.</param>
/// <param name="Text">The passage, exactly as it stands there.</param>
/// <param name="Score">Its retrieval score; only comparable within one question.</param>
/// <param name="IsSide">Whether it is side text.</param>
internal sealed record EvidencePassage(string DocumentId, string PublicId, string Title, int Start, string Text, double Score, bool IsSide)
{
    /// <summary>When its document was published (ISO 8601), or null.</summary>
    public string? Published { get; init; }

    /// <summary>The story that its document tells, which its reprints share.</summary>
    public long Story { get; init; }

    /// <summary>The folded text, of the same length.</summary>
    public string Key { get; } = TextFolder.Fold(Text);

    /// <summary>The folded title.</summary>
    public string TitleKey { get; } = TextFolder.Fold(Title);

    /// <summary>The sentences in order; only those that may be read.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; init; } = SentenceSplitter.Split(Text);

    /// <summary>The passage of a hit.</summary>
    public static EvidencePassage From(PassageHit hit) =>
        new(hit.DocumentId, hit.ExternalId ?? hit.DocumentId, hit.DocumentTitle, hit.Start, hit.Text, hit.Score, hit.IsSide) { Published = hit.Published, Story = hit.Story };
}
