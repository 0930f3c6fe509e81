using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Reading.English;

/// <summary>A sentence of an English passage with its words and what of the question they say.</summary>
internal sealed class EnglishSentence
{
    const double OfLeaning = 0.9;

    /// <summary>Reads a sentence.</summary>
    public EnglishSentence(EnglishAsk ask, EvidenceSentence source)
    {
        Source = source;
        Text = source.Span.Of(source.Passage.Text);
        Words = EnglishWord.In(Text, source.Key);
        Strengths = new double[ask.Terms.Count];
        for (var term = 0; term < ask.Terms.Count; term++)
        {
            for (var word = 0; word < Words.Count; word++)
            {
                if (ask.Terms[term].Strength(Words[word].Key) is var strength and > 0)
                {
                    Matches.Add((term, word, strength));
                    Strengths[term] = Math.Max(Strengths[term], strength);
                }
            }
        }
    }

    /// <summary>The sentence.</summary>
    public EvidenceSentence Source { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>Its words.</summary>
    public IReadOnlyList<EnglishWord> Words { get; }

    /// <summary>Which words say which term how well.</summary>
    public List<(int Term, int Word, double Strength)> Matches { get; } = [];

    /// <summary>How well each term of the question is said, 0 to 1.</summary>
    public double[] Strengths { get; }

    /// <summary>Whether it begins with a word that means what the sentence before is about: It is 1,120 metres long.</summary>
    public bool Leans => Words.Count > 0 && Words[0].Key is "it" or "they" or "he" or "she" or "its" or "their" or "his" or "her" or "this" or "these" or "both";

    /// <summary>Takes what the sentence before says for said: «It» is that.</summary>
    public void LeanOn(EnglishAsk ask, EnglishSentence before)
    {
        for (var term = 0; term < Strengths.Length; term++)
            Strengths[term] = Math.Max(Strengths[term], ask.Terms[term].IsNumber ? 0 : OfLeaning * before.Strengths[term]);
    }

    /// <summary>How well each is said here or around: by the title, the sentences near it, the passage; set by <see cref="EnglishPassage"/>.</summary>
    public double[] Around { get; set; } = [];

    /// <summary>The share of the question's weight that is said here or around.</summary>
    public double Coverage { get; set; }
}
