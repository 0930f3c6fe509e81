using System.Runtime.InteropServices;
using Tanyuan.Index;
using Tanyuan.Library.Indexing;
using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Words;

namespace Tanyuan.Library.Searching;

/// <summary>
/// Pseudo-relevance feedback: the words that tell the best passages of a first search from the rest of the library, to search with again. A word weighs by Bo1, which
/// compares how often it stands in those passages with how often it would by chance (Amati, Probabilistic Models for Information Retrieval based on Divergence from
/// Randomness, 2003); how often that is, is told by the share of passages that have it.
/// </summary>
internal static class RelevanceFeedback
{
    const int PassagesRead = 5;
    const int MostTerms = 20;

    // The weightiest word's, beside 1 for the question as a whole.
    const double TopWeight = 0.6;

    /// <summary>The words to add, weightiest first; none where the best passages hold nothing but the question.</summary>
    /// <param name="best">The hits of the first search, best first.</param>
    /// <param name="asked">The folded question: what it holds is looked for already.</param>
    /// <param name="snapshot">Tells how common a word is.</param>
    public static List<WeightedText> Terms(IEnumerable<PassageHit> best, string asked, Snapshot snapshot)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var hit in best.Where(hit => !hit.IsSide).Take(PassagesRead))
        {
            var key = TextFolder.Fold(hit.Text);
            var words = new List<TextSpan>();
            WordSegmenter.Default.Segment(key, words);
            foreach (var word in words)
            {
                if (word.Length > 1 && char.IsLetterOrDigit(key[word.Start]))
                    CollectionsMarshal.GetValueRefOrAddDefault(found, word.Of(key), out _)++;
            }
        }

        var terms = new List<WeightedText>();
        foreach (var (word, count) in found)
        {
            if (!asked.Contains(word, StringComparison.Ordinal))
                terms.Add(new WeightedText(word, Bo1(count, (snapshot.DocumentFrequency(PassageFields.TextWords, word) + 0.5) / (snapshot.DocumentCount + 1))));
        }

        terms.Sort(static (a, b) => b.Weight.CompareTo(a.Weight) is not 0 and var order ? order : string.CompareOrdinal(a.Text, b.Text));
        return [.. terms.Take(MostTerms).Select(term => term with { Weight = TopWeight * term.Weight / terms[0].Weight })];
    }

    static double Bo1(int count, double share) => (count * Math.Log2((1 + share) / share)) + Math.Log2(1 + share);
}
