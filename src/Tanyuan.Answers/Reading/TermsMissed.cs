using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// How much of the question a sentence leaves out that another of the sentences read with it says: of two sentences with a figure each,
/// the one about 中国 answers a question about China, however alike they are otherwise. A term counts as said in full by the sentence or
/// the document's title, by half where only the passage around it says it.
/// </summary>
internal static class TermsMissed
{
    const float SaidNearby = 0.5f;

    /// <summary>For each sentence that spans were cut from, the weight of the terms it misses, from 0.</summary>
    public static Dictionary<EvidenceSentence, double> By(QuestionMatcher matcher, IReadOnlyList<RankedSpan> spans)
    {
        var sentences = new List<EvidenceSentence>();
        foreach (var span in spans)
        {
            if (sentences.Count == 0 || !ReferenceEquals(sentences[^1], span.Sentence.Sentence))
                sentences.Add(span.Sentence.Sentence);
        }

        var terms = matcher.Question.Terms;
        var said = new float[sentences.Count][];
        var most = new float[terms.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            var title = matcher.Cover(sentences[i].Passage.TitleKey).Terms;
            var nearby = matcher.Cover(sentences[i].Passage.Key).Terms;
            said[i] = new float[terms.Count];
            for (var term = 0; term < terms.Count; term++)
            {
                said[i][term] = Math.Max(Math.Max(sentences[i].Coverage.Terms[term], title[term]), SaidNearby * nearby[term]);
                most[term] = Math.Max(most[term], said[i][term]);
            }
        }

        var missed = new Dictionary<EvidenceSentence, double>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < sentences.Count; i++)
        {
            var sum = 0.0;
            for (var term = 0; term < terms.Count; term++)
                sum += (most[term] - said[i][term]) * terms[term].Weight;
            missed[sentences[i]] = sum;
        }

        return missed;
    }
}
