namespace Tanyuan.Pages;

/// <summary>
/// A part of a document's text. The blocks of a text are in its order and do not overlap, and together they hold all of it but white space.
/// </summary>
/// <param name="Kind">What it was on the page.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is, the line feeds between its lines included.</param>
public sealed record DocumentBlock(DocumentBlockKind Kind, int Start, int Length)
{
    /// <summary>The BCP 47 language that it is written in.</summary>
    public string Language { get; init; } = "und";

    /// <summary>The ISO 15924 script that it is written in.</summary>
    public string Script { get; init; } = "Zyyy";

    /// <summary>Where it ends in the text.</summary>
    public int End => Start + Length;
}
