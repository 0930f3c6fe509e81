using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Reads the postings of a term in up to 256 documents (<see cref="ShortPostings"/>), one term after the other: its places, then its frequencies; where its positions lie is known then.
/// Allocates nothing after its first use.
/// </summary>
sealed class ShortReader
{
    readonly ulong[] places = new ulong[PostingsWriter.Block];
    SegmentReader? segment;
    TermEntry entry;
    DocumentPlaces? row;
    long bit;

    /// <summary>The byte that the postings begin in.</summary>
    internal long Start => entry.PostingsStart / 8;

    /// <summary>The byte behind the postings.</summary>
    internal long End => (entry.PostingsEnd + 7) / 8;

    /// <summary>The bit that the other positions begin with once places and frequencies were read, from the first bit of <see cref="Start"/> on.</summary>
    internal long PositionsBit => bit;

    /// <summary>The bit that the postings end with, from there on.</summary>
    internal long EndBit => entry.PostingsEnd - (8 * Start);

    /// <summary>How many bits places and frequencies take, once they were read.</summary>
    internal long OwnBits => bit - (entry.PostingsStart & 7);

    /// <summary>The places, once they were read.</summary>
    internal ReadOnlySpan<ulong> Places => places.AsSpan(0, entry.DocumentFrequency);

    /// <summary>Reads the places of a term.</summary>
    internal void ReadPlaces(SegmentReader termSegment, in TermEntry term, int field)
    {
        (segment, entry, row) = (termSegment, term, termSegment.Documents.Places(field));
        if (row.Count != segment.Terms.Field(field).Places || (ulong)entry.DocumentFrequency > row.Count)
            throw segment.Terms.File.Corrupt(0, $"a term cannot be in {entry.DocumentFrequency} documents with {row.Count} places");

        bit = entry.PostingsStart & 7;
        if (entry.DocumentFrequency == 1)
        {
            places[0] = entry.Place;
            return;
        }

        var reader = Reader();
        ShortPostings.ReadPlaces(ref reader, places.AsSpan(0, entry.DocumentFrequency), row.Count);
        bit = reader.Bit;
    }

    /// <summary>Finds the documents of the places.</summary>
    internal void FindDocuments(Span<uint> documents)
    {
        if (!row!.Find(Places, documents))
            throw segment!.Postings.Corrupt(Start, "a term has two places in one document");
    }

    /// <summary>Reads the frequencies, behind the places.</summary>
    internal void ReadFrequencies(Span<uint> frequencies)
    {
        if (frequencies.Length == 1 || entry.TotalFrequency == entry.DocumentFrequency)
        {
            frequencies.Fill(frequencies.Length == 1 ? (uint)entry.TotalFrequency : 1);
            return;
        }

        var reader = Reader();
        ShortPostings.ReadFrequencies(ref reader, frequencies, (int)entry.TotalFrequency);
        bit = reader.Bit;
    }

    /// <summary>The anchor of a document of the term, by its place among them.</summary>
    internal uint AnchorOf(int index, uint document) => row!.PositionOf(places[index], document);

    /// <summary>The anchors of some documents of the term, from one of <paramref name="documents"/>, which are all of them, on.</summary>
    internal void ReadAnchors(ReadOnlySpan<uint> documents, int first, Span<uint> anchors) =>
        row!.ReadPositions(Places.Slice(first, anchors.Length), documents.Slice(first, anchors.Length), anchors);

    /// <summary>Lets go of the segment.</summary>
    internal void Clear() => (segment, row) = (null, null);

    BitReader Reader() => new(segment!.Postings, Start, End, bit);
}
