using Tanyuan.Index.Kernels;
using Tanyuan.Index.Postings;

namespace Tanyuan.Index.Searching;

/// <summary>
/// The best documents that have all of some terms and phrases. The rarest term leads, block by block; a block in which the bounds of
/// all cannot reach the minimum score is passed over unread, and a document as soon as what is left to add cannot lift it there.
/// Positions are read last, and only where the phrase's terms are frequent enough to matter.
/// </summary>
sealed class ConjunctionSearch
{
    const int WidestRange = 1 << 14;

    // Up to so many times as frequent another term's blocks are held against those of the leading one as a whole.
    const int NearlyAsFrequent = 4;

    readonly List<TermClause> required = [];
    readonly List<TermClause> adding = [];
    readonly uint[] common = new uint[PostingCursor.BlockLength];
    List<PhraseClause> phrases = [];
    int phraseCount;
    double boundOfAdding;
    double boundOfPhrases;

    internal void Run(List<TermClause> clauses, List<PhraseClause> phraseClauses, int usedPhrases, int documentCount, Collector collector)
    {
        (phrases, phraseCount) = (phraseClauses, usedPhrases);
        required.Clear();
        adding.Clear();
        foreach (var clause in clauses)
        {
            if (clause.Role == Role.Required)
                Insert(clause);
            else if (clause.Role == Role.Adding)
                adding.Add(clause);
        }

        for (var from = collector.NextPossible(0, documentCount); from < documentCount; from = collector.NextPossible(from, documentCount))
            from = SearchRange(from, documentCount - 1, collector);
    }

    void Insert(TermClause clause)
    {
        var place = required.Count;
        while (place > 0 && required[place - 1].Cursor.DocumentFrequency > clause.Cursor.DocumentFrequency)
            place--;
        required.Insert(place, clause);
    }

    // Returns where to go on.
    int SearchRange(int from, int last, Collector collector)
    {
        var lead = required[0];
        if (lead.Cursor.HasBlocks)
        {
            lead.Bound = lead.Cursor.BoundOfBlock(lead.Scorer, from, out var lastOfBlock);
            if (lead.Bound < 0)
                return int.MaxValue;
            last = Math.Min(last, lastOfBlock);
        }
        else
        {
            lead.Bound = lead.BoundOfAll;
        }

        if (!Bound(from, last, out var bound))
            return last + 1;
        if (bound < collector.Minimum)
            return last + 1;

        var document = lead.Cursor.Advance(from);
        var frequency = document <= last ? LeastFrequency(lead, bound, collector.Minimum) : 1;
        if (frequency == 1 && HasNearlyAsFrequent(lead))
        {
            MatchBlocks(lead.Cursor, required[1].Cursor, last, bound, collector);
            return last + 1;
        }

        while (document <= last)
        {
            if (frequency > 1 && (document = lead.Cursor.AdvanceToFrequency(frequency)) > last)
                break;
            document = lead.Cursor.Advance(Match(document, bound, collector));
        }

        return last + 1;
    }

    bool HasNearlyAsFrequent(TermClause lead) =>
        lead.Cursor.HasBlocks && required.Count > 1 && required[1].Cursor.DocumentFrequency / NearlyAsFrequent < lead.Cursor.DocumentFrequency;

    // The documents of the leading term and the next one, block by block.
    void MatchBlocks(PostingCursor lead, PostingCursor next, int last, double bound, Collector collector)
    {
        while (lead.Document <= last)
        {
            if (lead.Advance(next.Advance(lead.Document)) > last)
                return;

            var count = Intersection.Find(lead.Documents, next.Documents, common);
            var end = (int)Math.Min(lead.Documents[^1], next.Documents[^1]);
            var from = 0;
            foreach (var document in common.AsSpan(0, count))
            {
                if (document > last)
                    return;
                if (document >= from)
                    from = Match((int)document, bound, collector);
            }

            lead.Advance(Math.Max(from, end + 1));
        }
    }

    // How often the leading term must occur in a document at least, where all others together with it are to reach the minimum.
    int LeastFrequency(TermClause lead, double bound, double minimum)
    {
        if (lead.Phrase >= 0 && !lead.BoundsPhrase)
            return 1;
        var part = lead.Phrase < 0 ? lead.Bound : phrases[lead.Phrase].Bound;
        return lead.Cursor.LeastFrequency(lead.Scorer, minimum - (bound - part));
    }

    // False where a required term is in none of the documents.
    bool Bound(int from, int last, out double bound)
    {
        bound = 0;
        var narrow = last - from < WidestRange;
        for (var i = 0; i < phraseCount; i++)
            phrases[i].Bound = double.PositiveInfinity;

        for (var i = 0; i < required.Count; i++)
        {
            var clause = required[i];
            if (i > 0)
                BoundOne(clause, from, last, narrow);
            if (clause.Bound < 0)
                return false;
            if (clause.Phrase < 0)
                bound += clause.Bound;
            else if (clause.BoundsPhrase)
                phrases[clause.Phrase].Bound = Math.Min(phrases[clause.Phrase].Bound, clause.Bound);
        }

        boundOfPhrases = 0;
        for (var i = 0; i < phraseCount; i++)
            boundOfPhrases += phrases[i].Bound;
        boundOfAdding = 0;
        foreach (var clause in adding)
        {
            BoundOne(clause, from, last, narrow);
            boundOfAdding += Math.Max(0, clause.Bound);
        }

        bound += boundOfPhrases + boundOfAdding;
        return true;
    }

    static void BoundOne(TermClause clause, int from, int last, bool narrow)
    {
        if (narrow)
            clause.BoundRange(from, last);
        else
            clause.Bound = clause.BoundOfAll;
    }

    // Returns the document to go on from.
    int Match(int document, double bound, Collector collector)
    {
        var score = 0.0;
        for (var i = 0; i < phraseCount; i++)
            phrases[i].Loosen();
        for (var i = 0; i < required.Count; i++)
        {
            var clause = required[i];
            if (clause.Cursor.Advance(document) is var found && found != document)
                return found;
            if (clause.Phrase >= 0)
            {
                if (clause.BoundsPhrase)
                    bound += phrases[clause.Phrase].Tighten(clause.Score());
            }
            else
            {
                var part = clause.Score();
                score += part;
                bound += part - clause.Bound;
            }

            if (bound < collector.Minimum)
                return document + 1;
        }

        for (var i = 0; i < phraseCount; i++)
        {
            var phrase = phrases[i];
            var occurrences = phrase.Counter.Count();
            if (occurrences == 0)
                return document + 1;
            score += phrase.Scorer.Score(occurrences, phrase.Norms[document]);
        }

        foreach (var clause in adding)
        {
            if (clause.Cursor.Advance(document) == document)
                score += clause.Score();
        }

        collector.Offer(document, score);
        return document + 1;
    }
}
