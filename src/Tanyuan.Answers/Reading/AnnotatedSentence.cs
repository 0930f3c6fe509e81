using Tanyuan.Answers.Evidence;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading;

/// <summary>A sentence with its tokens, clauses, quantities and bracketed stretches: what spans are cut from.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Text">Its text.</param>
/// <param name="Key">Its folded text, of the same length.</param>
/// <param name="Tokens">Its tokens in order.</param>
/// <param name="Clauses">Its clauses: stretches between commas, semicolons, colons and stops.</param>
/// <param name="Quantities">Its quantities in order.</param>
/// <param name="Brackets">Stretches inside brackets and quotation marks, with the opening mark.</param>
internal sealed record AnnotatedSentence(
    EvidenceSentence Sentence, string Text, string Key, IReadOnlyList<Token> Tokens, IReadOnlyList<TextSpan> Clauses,
    IReadOnlyList<Quantity> Quantities, IReadOnlyList<(TextSpan Inner, char Mark)> Brackets);
