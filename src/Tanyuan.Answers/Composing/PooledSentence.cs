using Tanyuan.Answers.Evidence;
using Tanyuan.Text;

namespace Tanyuan.Answers.Composing;

/// <summary>A sentence of the evidence with its pairs of neighbouring characters, by which near-repeats are told.</summary>
/// <param name="Passage">Its passage.</param>
/// <param name="Rank">The place of the passage in the evidence, from 0.</param>
/// <param name="Index">The place of the sentence in the passage, from 0.</param>
internal sealed record PooledSentence(EvidencePassage Passage, int Rank, int Index)
{
    const double Repeated = 0.7;

    // So long a sentence has enough pairs to say something.
    const int LongEnough = 16;

    HashSet<int>? pairs;

    /// <summary>The folded sentence.</summary>
    public string Key { get; } = Passage.Sentences[Index].Of(Passage.Key);

    /// <summary>The sentence.</summary>
    public string Text => Passage.Sentences[Index].Of(Passage.Text);

    /// <summary>Where it begins in the document.</summary>
    public int Start => Passage.Start + Passage.Sentences[Index].Start;

    /// <summary>Its pairs of neighbouring letters and digits.</summary>
    public HashSet<int> Pairs => pairs ??= CharacterPairs.Of(Key);

    /// <summary>The statement of the sentence as a whole.</summary>
    public Statement ToStatement() => new(Text, Text, [new Citation(Passage.DocumentId, Passage.Title, Start, Text.Length, Text, Start) { IsSide = Passage.IsSide, Published = Passage.Published }]);

    /// <summary>The statement of a part of the sentence.</summary>
    public Statement ToStatement(TextSpan part)
    {
        var quote = part.Of(Text);
        return new(quote, Text, [new Citation(Passage.DocumentId, Passage.Title, Start + part.Start, part.Length, quote, Start) { IsSide = Passage.IsSide, Published = Passage.Published }]);
    }

    /// <summary>Whether it says nearly the same words as another.</summary>
    public bool Repeats(PooledSentence other) => Similarity(other) > Repeated;

    /// <summary>The share of the shorter sentence's pairs that both have, 0 to 1.</summary>
    public double Similarity(PooledSentence other)
    {
        if (Pairs.Count == 0 || other.Pairs.Count == 0)
            return 0;
        var (small, large) = Pairs.Count <= other.Pairs.Count ? (Pairs, other.Pairs) : (other.Pairs, Pairs);
        return (double)small.Count(large.Contains) / small.Count;
    }

    /// <summary>All sentences of some passages that are long enough to say something and do not ask.</summary>
    public static List<PooledSentence> Of(IReadOnlyList<EvidencePassage> passages)
    {
        var pool = new List<PooledSentence>();
        for (var rank = 0; rank < passages.Count; rank++)
        {
            for (var i = 0; i < passages[rank].Sentences.Count; i++)
            {
                var sentence = new PooledSentence(passages[rank], rank, i);
                if ((sentence.Key.Length >= LongEnough || sentence.Pairs.Count >= 5) && sentence.Key[^1] is not ('?' or '？') && !Dateline.Is(sentence.Key))
                    pool.Add(sentence);
            }
        }

        return pool;
    }
}
