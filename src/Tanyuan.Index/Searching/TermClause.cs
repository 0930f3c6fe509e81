using System.Runtime.CompilerServices;
using Tanyuan.Index.Kernels;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>A term of a flat query, at work in one segment after the other. Reused from query to query.</summary>
sealed class TermClause
{
    readonly double[] scores = new double[PostingCursor.BlockLength];
    readonly int[] places = new int[PostingCursor.BlockLength];
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

    /// <summary>Begins with a term in a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="entry">The term there.</param>
    /// <param name="scorer">Its scorer.</param>
    /// <param name="term">Its place in the query.</param>
    /// <param name="alone">Whether it is the only one, so that nothing is held against its bound.</param>
    internal void Enter(SegmentReader segment, in TermEntry entry, in TermScorer scorer, in FlatTerm term, bool alone)
    {
        (Scorer, Role, Phrase, BoundsPhrase) = (scorer, term.Role, term.Phrase, term.BoundsPhrase);
        norms = segment.Documents.Norms(term.Field);
        Cursor.Reset(segment, entry, term.Field);
        if (Role == Role.Prohibited)
            BoundOfAll = 0;
        else if (Cursor.HasBlocks)
            BoundOfAll = Cursor.BoundOfAll(scorer);
        else
            BoundOfAll = alone || Role == Role.Required ? TermScorer.Round(scorer.Factor) : ScoreAll();
    }

    /// <summary>What ten documents are known to score at least. To be asked for before the term's documents are.</summary>
    internal double LeastOfTen()
    {
        if (Cursor.HasBlocks)
            return Cursor.Floors.Least(Scorer);

        Span<double> best = stackalloc double[Floors.Rank];
        best.Clear();
        foreach (var score in scores.AsSpan(0, Cursor.DocumentFrequency))
        {
            if (score <= best[0])
                continue;
            var place = 0;
            for (; place + 1 < best.Length && best[place + 1] < score; place++)
                best[place] = best[place + 1];
            best[place] = score;
        }

        return best[0];
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

    /// <summary>Adds the scores of the documents from <paramref name="start"/> on, before <paramref name="end"/>, to those of the window.</summary>
    internal void Accumulate(int start, int end, ScoreWindow window)
    {
        for (Cursor.Advance(start); Cursor.Document < end;)
        {
            var documents = Cursor.Documents;
            var count = CountBefore(documents, (uint)end);
            window.Add(Scorer, documents[..count], Cursor.Frequencies[..count], norms, start);
            Cursor.Pass(count);
        }
    }

    /// <summary>
    /// The documents of the cursor's block up to <paramref name="last"/> whose score is not below <paramref name="least"/>, with their scores; the cursor
    /// passes over all of them. Returns how many there are.
    /// </summary>
    internal int Collect(int last, double least, int[] foundDocuments, double[] foundScores)
    {
        var documents = Cursor.Documents;
        var passed = CountBefore(documents, (uint)last + 1);
        var frequency = Cursor.LeastFrequency(Scorer, least);
        var count = frequency > 1
            ? CollectFrequent(documents[..passed], (uint)frequency, least, foundDocuments, foundScores)
            : CollectAny(documents[..passed], least, foundDocuments, foundScores);
        Cursor.Pass(passed);
        return count;
    }

    int CollectAny(ReadOnlySpan<uint> documents, double least, int[] foundDocuments, double[] foundScores)
    {
        ScoreKernel.Score(Scorer, documents, Cursor.Frequencies[..documents.Length], norms, scores);
        var count = 0;
        for (var i = 0; i < documents.Length; i++)
        {
            foundDocuments[count] = (int)documents[i];
            foundScores[count] = scores[i];
            count += Unsafe.BitCast<bool, byte>(scores[i] >= least);
        }

        return count;
    }

    // Most documents have a term only once or twice, and once the best are good those need not even be scored.
    int CollectFrequent(ReadOnlySpan<uint> documents, uint frequency, double least, int[] foundDocuments, double[] foundScores)
    {
        var frequencies = Cursor.Frequencies[..documents.Length];
        var selected = Threshold.Select(frequencies, frequency, places);
        var count = 0;
        foreach (var place in places.AsSpan(0, selected))
        {
            var document = (int)documents[place];
            var score = Scorer.Score((int)frequencies[place], norms[document]);
            if (score < least)
                continue;
            foundDocuments[count] = document;
            foundScores[count++] = score;
        }

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

    // A term without blocks is decoded for its bound, which one of its documents reaches.
    double ScoreAll()
    {
        Cursor.Advance(0);
        ScoreKernel.Score(Scorer, Cursor.Documents, Cursor.Frequencies, norms, scores);
        var bound = 0.0;
        foreach (var score in scores.AsSpan(0, Cursor.DocumentFrequency))
            bound = Math.Max(bound, score);
        return bound;
    }

    static int CountBefore(ReadOnlySpan<uint> documents, uint end)
    {
        if (documents[^1] < end)
            return documents.Length;
        return Ascending.CountBelow(documents, end);
    }
}
