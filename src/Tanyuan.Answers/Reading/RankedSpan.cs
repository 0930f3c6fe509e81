namespace Tanyuan.Answers.Reading;

/// <summary>A candidate with its score.</summary>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Candidate">The span.</param>
/// <param name="Score">The span ranker's score, a log-odds scale within one question.</param>
internal sealed record RankedSpan(AnnotatedSentence Sentence, Candidate Candidate, double Score)
{
    /// <summary>The <see cref="Index"/> of a span that was read off a page's label, not cut and judged.</summary>
    public const int NoCandidate = -1;

    /// <summary>Its place among the candidates of its question, or <see cref="NoCandidate"/>.</summary>
    public int Index { get; init; }

    /// <summary>The span's text, exactly as it stands in the source.</summary>
    public string Text => Sentence.Text[Candidate.Start..Candidate.End];

    /// <summary>Its folded text.</summary>
    public string Key => Sentence.Key[Candidate.Start..Candidate.End];

    /// <summary>Where the span begins in its document's text.</summary>
    public int DocumentStart => Sentence.Sentence.Passage.Start + Sentence.Sentence.Span.Start + Candidate.Start;

    /// <summary>Where the clause begins that the span begins in: several things told by a part of it read well from there.</summary>
    public int ClauseStart
    {
        get
        {
            var start = Candidate.Start;
            foreach (var clause in Sentence.Clauses)
            {
                if (clause.Start <= Candidate.Start && clause.End > Candidate.Start)
                    start = clause.Start;
            }

            while (start < Candidate.Start && char.IsWhiteSpace(Sentence.Text[start]))
                start++;
            return start;
        }
    }
}
