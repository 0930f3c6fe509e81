using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Reading.English;

/// <summary>
/// The sentences of a passage, with what of the question each says or leaves to what stands around it: a name that the title or the sentence before has is meant on
/// («It cost 310 million euros»), other words hardly.
/// </summary>
internal static class EnglishPassage
{
    // How much of a term counts that something around the sentence says in its place: a name, another word.
    static readonly (double Name, double Word) OfTitle = (0.95, 0.75);
    static readonly (double Name, double Word) OfNeighbour = (0.8, 0.6);
    static readonly (double Name, double Word) OfPassage = (0.55, 0.3);
    static readonly (double Name, double Word) OfPassageLeantOn = (0.8, 0.3);

    const double OfNumber = 0.3;

    // «Harrow Tidal was founded in 2011» is told of none that the title names.
    const double OfOtherSubject = 0.5;

    /// <summary>Reads a passage.</summary>
    public static List<EnglishSentence> Read(EnglishAsk ask, IReadOnlyList<EvidenceSentence> sentences)
    {
        var read = sentences.Select(sentence => new EnglishSentence(ask, sentence)).ToList();
        var passage = sentences[0].Passage;
        var title = EnglishWord.In(passage.Title, passage.TitleKey);
        var titled = ask.Terms.Select(term => title.Select(word => term.Strength(word.Key)).DefaultIfEmpty().Max()).ToArray();
        var total = ask.Terms.Sum(term => term.Weight);
        for (var i = 0; i < read.Count; i++)
        {
            if (i > 0 && read[i].Leans)
                read[i].LeanOn(ask, read[i - 1]);
            var around = new double[ask.Terms.Count];
            var share = IsOfOther(ask, read[i]) ? OfOtherSubject : 1;
            for (var term = 0; term < around.Length; term++)
            {
                around[term] = Math.Max(read[i].Strengths[term], share * titled[term] * Of(OfTitle, ask.Terms[term]));
                for (var other = 0; other < read.Count; other++)
                    around[term] = Math.Max(around[term], share * read[other].Strengths[term] * Of(other == i - 1 ? OfNeighbour : read[i].Leans ? OfPassageLeantOn : OfPassage, ask.Terms[term]));
            }

            read[i].Around = around;
            read[i].Coverage = total > 0 ? ask.Terms.Select((term, index) => term.Weight * around[index]).Sum() / total : 0;
        }

        return read;
    }

    // Whether a sentence opens with a name, and the question has others, of which it says none.
    static bool IsOfOther(EnglishAsk ask, EnglishSentence sentence) =>
        ask.Terms.Any(term => term.IsName) && !ask.Terms.Where((term, index) => term.IsName && sentence.Strengths[index] > 0).Any()
        && EnglishSpans.Names(sentence) is [{ First: 0 }, ..];

    static double Of((double Name, double Word) share, EnglishTerm term) => term.IsNumber ? OfNumber : term.IsName ? share.Name : share.Word;
}
