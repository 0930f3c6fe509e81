using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Buffering;

/// <summary>
/// The tokens of a field in memory. Most terms have one or two units, and those are the key of their tokens, in the right order
/// already; a longer term is given a number, and its tokens are sorted by that until the order of terms is known.
/// </summary>
sealed class FieldBuffer(ByteArena arena, bool positions)
{
    readonly ByteArena arena = arena;
    readonly TermTable terms = new();
    readonly TokenRuns shorts = new(arena, positions, byPlace: false);
    readonly TokenRuns longs = new(arena, positions, byPlace: true);

    /// <summary>Memory used apart from the arena, about.</summary>
    internal long Size => terms.Size + shorts.Size + longs.Size;

    /// <summary>Forgets all tokens, and keeps the memory for others.</summary>
    internal void Clear()
    {
        terms.Clear();
        shorts.Clear();
        longs.Clear();
    }

    internal void Add(ReadOnlySpan<char> term, int document, int position)
    {
        // A second unit of 0 would make a term of two look like one of one.
        if (term.Length == 1)
            shorts.Add((uint)term[0] << 16, document, position);
        else if (term.Length == 2 && term[1] != 0)
            shorts.Add(((uint)term[0] << 16) | term[1], document, position);
        else
            longs.Add((uint)terms.FindOrAdd(term), document, position);
    }

    /// <summary>Packs the newest tokens. Between two documents only.</summary>
    internal void Seal(ref TermToken[] spare)
    {
        shorts.Seal(ref spare);
        longs.Seal(ref spare);
    }

    /// <summary>Writes all terms in order, once everything is sealed.</summary>
    internal void Write(SegmentWriter writer, int field, ReadOnlySpan<int> renumbered)
    {
        var sorted = terms.Sorted();
        var ranks = new int[sorted.Length];
        for (var rank = 0; rank < sorted.Length; rank++)
            ranks[sorted[rank]] = rank;

        var shortTerms = new RunMerge(shorts.Runs.Select(run => new RunCursor(arena, run, positions, null)));
        var longTerms = new RunMerge(longs.Runs.Select(run => new RunCursor(arena, run, positions, ranks)));
        Span<char> shortTerm = stackalloc char[2];
        while (!shortTerms.IsEmpty || !longTerms.IsEmpty)
        {
            scoped var term = ReadOnlySpan<char>.Empty;
            if (!shortTerms.IsEmpty)
            {
                shortTerm[0] = (char)(shortTerms.Key >> 16);
                shortTerm[1] = (char)shortTerms.Key;
                term = shortTerm[..(shortTerm[1] == 0 ? 1 : 2)];
            }

            var isShort = longTerms.IsEmpty || (!shortTerms.IsEmpty && term.SequenceCompareTo(terms.TermOf(sorted[longTerms.Key])) < 0);
            if (!isShort)
                term = terms.TermOf(sorted[longTerms.Key]);

            writer.StartTerm(field);
            (isShort ? shortTerms : longTerms).WriteNext(writer, renumbered);
            writer.EndTerm(term);
        }
    }
}
