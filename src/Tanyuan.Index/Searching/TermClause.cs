using Tanyuan.Index.Postings;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>A term of a flat query, at work in one segment after the other. Reused from query to query.</summary>
sealed class TermClause
{
    byte[] norms = [];

    internal PostingCursor Cursor { get; } = new();

    internal Role Role { get; private set; }

    /// <summary>The phrase it belongs to, which scores in its place; −1 for none.</summary>
    internal int Phrase { get; private set; }

    /// <summary>Whether its bound is one on the score of its phrase.</summary>
    internal bool BoundsPhrase { get; private set; }

    internal TermScorer Scorer { get; private set; }

    /// <summary>What the term can score at most in the documents at hand; −1 where it is in none of them.</summary>
    internal double Bound { get; set; }

    /// <summary>What it can score at most in the segment.</summary>
    internal double BoundOfAll { get; private set; }

    internal void Enter(SegmentReader segment, in TermEntry entry, in TermScorer scorer, in FlatTerm term)
    {
        (Scorer, Role, Phrase, BoundsPhrase) = (scorer, term.Role, term.Phrase, term.BoundsPhrase);
        norms = segment.Documents.Norms(term.Field);
        Cursor.Reset(segment, entry, segment.Terms.Field(term.Field).Positions);
        BoundOfAll = Role == Role.Prohibited ? 0 : Cursor.BoundOfAll(scorer, norms);
    }

    internal void Clear()
    {
        Cursor.Clear();
        norms = [];
        Scorer = default;
    }

    /// <summary>Bounds the score of the documents from <paramref name="from"/> to <paramref name="last"/>.</summary>
    internal void BoundRange(int from, int last) =>
        Bound = Cursor.Document > last ? -1 : Cursor.HasBlocks ? Cursor.BoundOfRange(Scorer, from, last) : BoundOfAll;

    /// <summary>The score of the document at the cursor.</summary>
    internal double Score() => Scorer.Score(Cursor.Frequency, norms[Cursor.Document]);

    /// <summary>
    /// Adds the scores of the documents from the cursor on, before <paramref name="end"/>, to <paramref name="sums"/>, whose first place is that of
    /// <paramref name="start"/>, and marks them.
    /// </summary>
    internal void Accumulate(int start, int end, double[] sums, ulong[] marks)
    {
        var tabulated = Scorer.Field.Ratios;
        var factor = Scorer.Factor;
        for (Cursor.Advance(start); Cursor.Document < end;)
        {
            var documents = Cursor.Documents;
            var frequencies = Cursor.Frequencies;
            var i = 0;
            for (; i < documents.Length && documents[i] < (uint)end; i++)
            {
                var document = (int)documents[i];
                var place = document - start;
                var frequency = frequencies[i];
                var ratio = frequency < FieldScoring.TabulatedFrequencies
                    ? tabulated[(int)(frequency << 8) | norms[document]]
                    : Scorer.Field.Ratio((int)frequency, norms[document]);
                sums[place] += TermScorer.Round(factor * ratio);
                marks[place >> 6] |= 1UL << place;
            }

            Cursor.Pass(i);
        }
    }

    /// <summary>
    /// The documents of the cursor's block up to <paramref name="last"/> whose score is not below <paramref name="least"/>, with their scores; the cursor
    /// passes over all of them. Returns how many there are.
    /// </summary>
    internal int Collect(int last, double least, int[] documents, double[] scores)
    {
        var tabulated = Scorer.Field.Ratios;
        var factor = Scorer.Factor;
        var block = Cursor.Documents;
        var frequencies = Cursor.Frequencies;
        var (count, i) = (0, 0);
        for (; i < block.Length && block[i] <= (uint)last; i++)
        {
            var document = (int)block[i];
            var frequency = frequencies[i];
            var ratio = frequency < FieldScoring.TabulatedFrequencies
                ? tabulated[(int)(frequency << 8) | norms[document]]
                : Scorer.Field.Ratio((int)frequency, norms[document]);
            var score = TermScorer.Round(factor * ratio);
            documents[count] = document;
            scores[count] = score;
            count += score >= least ? 1 : 0;
        }

        Cursor.Pass(i);
        return count;
    }

    /// <summary>Adds its scores to those of ascending documents, and keeps the ones that reach <paramref name="least"/>. Returns how many these are.</summary>
    internal int Refine(int[] documents, double[] scores, int count, double least)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var document = documents[i];
            var score = scores[i];
            if (Cursor.Advance(document) == document)
                score += Score();
            if (score < least)
                continue;

            documents[kept] = document;
            scores[kept++] = score;
        }

        return kept;
    }
}
