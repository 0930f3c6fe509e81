using System.Numerics;
using System.Runtime.CompilerServices;
using Tanyuan.Index.Kernels;

namespace Tanyuan.Index.Segments;

/// <summary>
/// All positions of a field in one row, document behind document, each with as many places as its extent leaves room for. So one number, a place, tells a document and a position in it, and
/// is shorter than the two, since a long document has more of the places. In a field that keeps no positions each document has one place, its number. Immutable, thread-safe.
/// </summary>
sealed class DocumentPlaces
{
    // A place is read out of one load of bits.
    const int MostBits = Postings.BitPen.MostAtOnce;

    // A stretch has as many places as a byte can tell apart at least, so that what is kept of where documents begin is exact in most fields.
    const int LeastShift = 8;

    // Where the places of each document begin, modulo 2^32, and where those of the last one end; nothing where a place is a document. Whole only where there are so many places.
    readonly uint[] starts;
    readonly ulong[] wideStarts;

    // The row is cut into stretches of equally many places, a power of two: for each the last document that begins before it, or the first, and behind it the last of all.
    // And for each document where in its stretch it begins, the highest eight bits of that. Both are little beside the row itself, so that they stay near the processor.
    readonly int[] firsts;
    readonly byte[] begins;
    readonly int shift;

    DocumentPlaces(ulong count, uint[] starts, ulong[] wideStarts, int[] firsts, byte[] begins, int shift) =>
        (Count, this.starts, this.wideStarts, this.firsts, this.begins, this.shift) = (count, starts, wideStarts, firsts, begins, shift);

    /// <summary>How many places there are.</summary>
    internal ulong Count { get; }

    /// <summary>The places of documents in a field that keeps no positions.</summary>
    internal static DocumentPlaces OneEach(int documents) => new((ulong)documents, [], [], [], [], 0);

    /// <summary>The places of documents in a field that keeps positions, by their extents.</summary>
    /// <exception cref="OverflowException">There are 2^56 of them or more.</exception>
    internal static DocumentPlaces Of(ReadOnlySpan<byte> extents)
    {
        var starts = new ulong[extents.Length + 1];
        for (var i = 0; i < extents.Length; i++)
            starts[i + 1] = starts[i] + Room(extents[i]);

        var count = starts[^1];
        if (count >> MostBits != 0)
            throw new OverflowException("The documents of a segment have too great positions.");

        // About as many stretches as documents.
        var shift = Math.Max(LeastShift, BitOperations.Log2(count / (ulong)Math.Max(1, extents.Length) | 1) + 1);
        var firsts = new int[(count >> shift) + 2];
        var document = 0;
        for (var stretch = 0; stretch < firsts.Length; stretch++)
        {
            while (document < extents.Length - 1 && starts[document + 1] < (ulong)stretch << shift)
                document++;
            firsts[stretch] = document;
        }

        var begins = new byte[extents.Length + BytesBelow.Most];
        for (var i = 0; i < extents.Length; i++)
            begins[i] = (byte)(starts[i] >> (shift - LeastShift));
        return new DocumentPlaces(count, Array.ConvertAll(starts, start => (uint)start), count <= uint.MaxValue ? [] : starts, firsts, begins, shift);
    }

    /// <summary>The place of a position in a document, or of a document where none are kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Of(uint document, uint position) => starts.Length == 0 ? document : Start(document) + position;

    /// <summary>Finds the documents that places belong to, each of which must be one; returns whether no two of them belong to the same, where they ascend.</summary>
    internal bool Find(ReadOnlySpan<ulong> places, Span<uint> documents)
    {
        if (starts.Length == 0)
        {
            for (var i = 0; i < places.Length; i++)
                documents[i] = (uint)places[i];
            return true;
        }

        var (isAscending, before) = (true, -1);
        for (var i = 0; i < places.Length; i++)
        {
            // Of the few documents that begin in the stretch it cannot be guessed how many begin before the place.
            var stretch = (int)(places[i] >> shift);
            var document = firsts[stretch];
            var others = firsts[stretch + 1] - document;
            var below = others <= BytesBelow.Most ? BytesBelow.Count(begins.AsSpan(document + 1), others, (byte)(places[i] >> (shift - LeastShift))) : -1;
            document = below >= 0 ? document + below : Find(places[i], document, document + others);
            isAscending &= document > before;
            before = document;
            documents[i] = (uint)document;
        }

        return isAscending;
    }

    /// <summary>The positions in their documents that places tell.</summary>
    internal void ReadPositions(ReadOnlySpan<ulong> places, ReadOnlySpan<uint> documents, Span<uint> positions)
    {
        for (var i = 0; i < places.Length; i++)
            positions[i] = PositionOf(places[i], documents[i]);
    }

    /// <summary>The position in its document that a place tells.</summary>
    internal uint PositionOf(ulong place, uint document) => (uint)place - starts[document];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ulong Start(uint document) => wideStarts.Length == 0 ? starts[document] : wideStarts[document];

    // The last document from one on, up to another one, that begins at a place or before it.
    int Find(ulong place, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (Start((uint)middle) <= place)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    // A document without the field has none.
    static ulong Room(byte extent) => extent == 0 ? 0 : FieldLength.GreatestPosition(extent) + 1UL;
}
