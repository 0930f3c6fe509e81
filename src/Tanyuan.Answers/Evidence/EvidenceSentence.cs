using Tanyuan.Text;

namespace Tanyuan.Answers.Evidence;

/// <summary>A sentence of a passage with how well it covers the question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="PassageRank">The passage's place in the evidence, from 0.</param>
/// <param name="Index">The sentence's place in the passage, from 0.</param>
/// <param name="Coverage">How well it covers the question.</param>
internal sealed record EvidenceSentence(EvidencePassage Passage, int PassageRank, int Index, Coverage Coverage)
{
    /// <summary>Where the sentence stands in the passage.</summary>
    public TextSpan Span => Passage.Sentences[Index];

    /// <summary>The folded sentence.</summary>
    public ReadOnlySpan<char> Key => Passage.Key.AsSpan(Span.Start, Span.Length);

    /// <summary>The folded sentence before it in the passage, or nothing.</summary>
    public ReadOnlyMemory<char> Before => Index > 0 ? Passage.Key.AsMemory(Passage.Sentences[Index - 1].Start, Passage.Sentences[Index - 1].Length) : default;

    /// <summary>The sentence ranker's score, a log-odds scale; set by the reader.</summary>
    public double Score { get; set; }

    /// <summary>Whether it asks itself, and so answers nothing.</summary>
    public bool Asks => IsQuestion(Key);

    /// <summary>Whether a folded sentence asks. What somebody asks in a story asks nothing of the page: its quotation is still open.</summary>
    public static bool IsQuestion(ReadOnlySpan<char> key) => key is [.., '?' or '？'] && key.LastIndexOfAny("「『“") <= key.LastIndexOfAny("」』”");
}
