using Tanyuan.Answers.Evidence;
using Tanyuan.Text;

namespace Tanyuan.Answers.Reading.Runs;

/// <summary>Neighbouring sentences of a passage that tell an answer together.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="First">The first of the sentences, by its place in the passage.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Told">What of them is the answer, within the passage.</param>
internal sealed record AnswerRun(EvidencePassage Passage, int First, int Last, TextSpan Told)
{
    /// <summary>The sentences, within the passage.</summary>
    public TextSpan Sentences => new(Passage.Sentences[First].Start, Passage.Sentences[Last].End - Passage.Sentences[First].Start);
}
