using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Answering;

/// <summary>Makes a statement of a written sentence: it cites the source sentences that were found to support it, whole.</summary>
internal static class WrittenStatement
{
    const int MostCitations = 4;

    /// <summary>The statement.</summary>
    public static Statement Make(string text, IReadOnlyList<AnnotatedSentence> support)
    {
        var citations = support.Take(MostCitations).Select(CitationOf).ToList();
        return new Statement(text, citations[0].Quote, citations) { IndependentSources = Independence.Count(support.Select(source => source.Sentence.Passage).Distinct()) };
    }

    static Citation CitationOf(AnnotatedSentence source)
    {
        var passage = source.Sentence.Passage;
        var start = passage.Start + source.Sentence.Span.Start;
        return new Citation(passage.DocumentId, passage.Title, start, source.Text.Length, source.Text, start) { IsSide = passage.IsSide, Published = passage.Published };
    }
}
