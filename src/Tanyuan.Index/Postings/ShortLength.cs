using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Postings;

/// <summary>
/// How many bits the postings of a term in up to 256 documents take, about, as far as the dictionary can know: numbers at random take hardly more than there is to know of them. So the
/// dictionary only says what the length differs by. In whole numbers, 256 to a bit, since every machine must expect the same.
/// </summary>
readonly struct ShortLength
{
    // Of k numbers out of n there is k·log2(n ÷ k) + k·log2(e) − log2(2π·k) ÷ 2 to know, about (Stirling).
    const int LogOfE = 369;
    const int LogOfTwoPi = 679;

    // What a code wastes on a number.
    const int Waste = 10;

    // Further positions in a document lie between others.
    const int BetweenOthers = 128;

    // What places take, for each number of documents; nothing for one, whose place the dictionary has.
    readonly int[] ofPlaces;
    readonly long ofRepeat;

    /// <param name="places">How many places the documents of the segment have (<see cref="Segments.DocumentPlaces"/>).</param>
    /// <param name="documents">How many documents these are.</param>
    /// <param name="positions">Whether the field keeps positions.</param>
    internal ShortLength(ulong places, int documents, bool positions)
    {
        ofPlaces = new int[PostingsWriter.Block + 1];
        for (var count = 2; count < ofPlaces.Length; count++)
            ofPlaces[count] = (int)Chosen(Log(places), count) + (Waste * count);
        ofRepeat = positions ? Log(places / (ulong)Math.Max(1, documents)) - BetweenOthers : 0;
    }

    /// <summary>How many bits the postings of a term are expected to take that is in so many documents, 1 to 256, and occurs so much oftener than there are documents.</summary>
    internal long Expected(int documents, long repeats)
    {
        // Most terms are only passed, and which of them have repeats, in more than one document, cannot be guessed: there is no branch.
        var between = Math.Min(documents - 1, repeats);
        var ofFrequencies = Chosen(Log((ulong)(documents + repeats - 1)), between) & (-between >> 63);
        return Math.Max(0, ofPlaces[documents] + ofFrequencies + (repeats * ofRepeat)) >> 8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static long Chosen(long logOfAll, long count)
    {
        var log = Log((ulong)count);
        return (count * (logOfAll - log + LogOfE)) - ((log + LogOfTwoPi) / 2);
    }

    // The logarithm of a number, 0 as of 1; a parabola between two powers of two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static long Log(ulong number)
    {
        number = Math.Max(1, number);
        var power = BitOperations.Log2(number);
        var rest = (long)((number << (63 - power)) >> 55) & 255;
        return ((long)power << 8) + rest + ((rest * (256 - rest) * 88) >> 16);
    }
}
