using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Postings;

/// <summary>Finds the <see cref="Floors"/> of one term after the other. Most postings are as good as none of ten others, and take one look.</summary>
sealed class FloorFinder
{
    const int Rank = Floors.Rank;
    const int Levels = Floors.Levels;
    const int Most = Floors.Most;

    // For each level the ten least norms seen with no smaller frequency, ascending.
    readonly byte[] norms = new byte[Levels * Rank];

    // The level of each frequency up to the last level's, and the tenth of the norms there.
    readonly byte[] levels = new byte[Most + 1];
    readonly byte[] tenth = new byte[Most + 1];

    internal FloorFinder()
    {
        norms.AsSpan().Fill(Floors.None);
        tenth.AsSpan().Fill(Floors.None);
        for (var level = 0; level < Levels; level++)
            levels.AsSpan(Floors.Frequencies[level]).Fill((byte)level);
    }

    /// <summary>Takes a posting of the term into account.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void See(uint frequency, byte norm)
    {
        // What is none of the ten best of its own frequency is none of those of a lower one.
        var kept = Math.Min(frequency, Most);
        if (norm < tenth[kept])
            Keep(kept, norm);
    }

    /// <summary>The floors of the term, whose postings were all seen; the next one is another's.</summary>
    internal Floors Take()
    {
        var packed = 0UL;
        for (var level = 0; level < Levels; level++)
            packed |= (ulong)norms[(level * Rank) + Rank - 1] << (8 * level);
        norms.AsSpan().Fill(Floors.None);
        tenth.AsSpan().Fill(Floors.None);
        return new Floors(packed);
    }

    void Keep(uint frequency, byte norm)
    {
        for (var level = (int)levels[frequency]; level >= 0 && norm < norms[(level * Rank) + Rank - 1]; level--)
            Insert(norms.AsSpan(level * Rank, Rank), norm);
        for (var seen = 1; seen < tenth.Length; seen++)
            tenth[seen] = norms[(levels[seen] * Rank) + Rank - 1];
    }

    static void Insert(Span<byte> ascending, byte norm)
    {
        var place = ascending.Length - 1;
        for (; place > 0 && ascending[place - 1] > norm; place--)
            ascending[place] = ascending[place - 1];
        ascending[place] = norm;
    }
}
