using Tanyuan.Index.Postings;

namespace Tanyuan.Index.Searching;

/// <summary>Counts how often a phrase occurs in a document in which all its terms do. Reused from query to query.</summary>
sealed class PhraseCounter
{
    PostingCursor[] cursors = new PostingCursor[4];
    int[] offsets = new int[4];
    int[] next = new int[4];
    int count;
    int slop;

    /// <summary>Begins another phrase.</summary>
    internal void Reset(int phraseSlop) => (slop, count) = (phraseSlop, 0);

    /// <summary>Adds a term, in the order of the phrase.</summary>
    internal void Add(PostingCursor cursor, int offset)
    {
        if (count == cursors.Length)
        {
            Array.Resize(ref cursors, count * 2);
            Array.Resize(ref offsets, count * 2);
            Array.Resize(ref next, count * 2);
        }

        (cursors[count], offsets[count]) = (cursor, offset);
        count++;
    }

    /// <summary>How often the phrase occurs in the document that all cursors are at.</summary>
    internal int Count()
    {
        Array.Clear(next, 0, count);
        var found = 0;
        foreach (var position in cursors[0].ReadPositions())
        {
            var wanted = (long)position - offsets[0];
            var complete = true;
            for (var i = 1; i < count && complete; i++)
            {
                var others = cursors[i].ReadPositions();
                while (next[i] < others.Length && (long)others[next[i]] - offsets[i] < wanted - slop)
                    next[i]++;
                complete = next[i] < others.Length && (long)others[next[i]] - offsets[i] <= wanted + slop;
            }

            if (complete)
                found++;
        }

        return found;
    }
}
