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

    /// <summary>For each sentence the weight of the terms it misses, from 0.</summary>
    public static double[] By(QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> sentences)
    {
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

        var missed = new double[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            for (var term = 0; term < terms.Count; term++)
                missed[i] += (most[term] - said[i][term]) * terms[term].Weight;
        }

        return missed;
    }
}
