using Tanyuan.Index.Postings;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Checking;

/// <summary>
/// Checks one segment: all checksums; terms ascending; postings and positions without gaps, ascending and as many as the dictionary says;
/// impacts that cover their postings, floors that these reach; norms, extents and statistics as the postings have them; columns exact; keys unique among live documents.
/// </summary>
sealed class SegmentChecker(SegmentReader segment, LiveDocuments live, IndexSchema schema, CheckTally tally, CancellationToken cancellationToken)
{
    readonly PostingCursor cursor = new();
    readonly FloorFinder floors = new();
    long postingsEnd = 8 * Storage.SealedFormat.HeaderLength;
    long positionsEnd = Storage.SealedFormat.HeaderLength;

    internal void Check()
    {
        foreach (var file in segment.Files)
            file.VerifyAll();
        segment.Documents.Verify();
        segment.Documents.VerifyColumns();
        CheckKeys();

        for (var field = 0; field < schema.Fields.Count; field++)
            CheckField(field, schema.Fields[field].Positions);
        if (WholeByte(postingsEnd) != 8 * segment.Postings.Length)
            throw segment.Postings.Corrupt(postingsEnd / 8, "no term has the rest of the file");
        if (positionsEnd != segment.Positions.Length)
            throw segment.Positions.Corrupt(positionsEnd, "no term has the rest of the file");
    }

    void CheckKeys()
    {
        for (var document = 0; document < segment.DocumentCount; document++)
        {
            if (!live.Contains(document))
                tally.DeletedDocuments++;
            else if (tally.Keys.Add(segment.Documents.Key(document)))
                tally.Documents++;
            else
                throw segment.Documents.Corrupt($"the key {segment.Documents.Key(document)} is there twice");
        }
    }

    void CheckField(int field, bool positions)
    {
        var lengths = new long[segment.DocumentCount];
        var greatest = new int[segment.DocumentCount];
        Array.Fill(greatest, -1);
        var termCursor = new TermCursor(segment.Terms, field);
        var previous = "";
        var terms = 0;
        while (termCursor.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var term = termCursor.Term.ToString();
            if (string.CompareOrdinal(previous, term) >= 0)
                throw segment.Terms.File.Corrupt(segment.Terms.Field(field).Keys, $"the term {term} is not after {previous}");

            CheckTerm(field, term, termCursor.Entry, positions, lengths, greatest);
            previous = term;
            terms++;
        }

        tally.Terms += terms;
        CheckLengths(field, lengths);
        if (positions)
            CheckExtents(field, greatest);
    }

    void CheckTerm(int field, string term, in TermEntry entry, bool positions, long[] lengths, int[] greatest)
    {
        if (entry.PostingsStart != (entry.HasBlocks ? WholeByte(postingsEnd) : postingsEnd) || entry.PositionsStart != positionsEnd)
            throw segment.Terms.File.Corrupt(0, $"the postings of {term} do not begin where those before end");

        cursor.Reset(segment, entry, field);
        var norms = segment.Documents.Norms(field);
        long total = 0;
        var count = 0;
        while (cursor.MoveNext() != PostingCursor.End)
        {
            if (positions && count % PostingCursor.BlockLength == 0)
                cursor.FindPositions();
            if (positions)
                greatest[cursor.Document] = Math.Max(greatest[cursor.Document], cursor.ReadPositions()[^1]);
            if (!cursor.IsCovered(norms[cursor.Document]))
                throw segment.Postings.Corrupt(entry.PostingsStart / 8, $"{term} may score higher in document {cursor.Document} than its impacts say");
            floors.See((uint)cursor.Frequency, norms[cursor.Document]);
            lengths[cursor.Document] += cursor.Frequency;
            total += cursor.Frequency;
            count++;
        }

        var found = floors.Take();
        if (cursor.HasBlocks && found != cursor.Floors)
            throw segment.Postings.Corrupt(entry.PostingsStart / 8, $"the ten best documents of {term} are not as its floors say");
        if (count == 0 || total != entry.TotalFrequency)
            throw segment.Postings.Corrupt(entry.PostingsStart / 8, $"{term} occurs {total} times in {count} documents, not {entry.TotalFrequency} in {entry.DocumentFrequency}");
        if (cursor.PostingsEnd != entry.PostingsEnd || (positions && cursor.PositionsEnd != entry.PositionsEnd))
            throw segment.Postings.Corrupt(cursor.PostingsEnd / 8, $"the postings of {term} do not end where the dictionary says");

        tally.Postings += count;
        (postingsEnd, positionsEnd) = (entry.PostingsEnd, entry.PositionsEnd);
    }

    static long WholeByte(long bit) => (bit + 7) & ~7L;

    void CheckExtents(int field, int[] greatest)
    {
        for (var document = 0; document < greatest.Length; document++)
        {
            if (FieldLength.EncodeExtent(greatest[document]) != segment.Documents.Extents(field)[document])
                throw segment.Documents.Corrupt($"document {document} has positions up to {greatest[document]} in field {field}, which its extent does not say");
        }
    }

    void CheckLengths(int field, long[] lengths)
    {
        for (var document = 0; document < lengths.Length; document++)
        {
            if (FieldLength.Encode((int)Math.Min(lengths[document], int.MaxValue)) != segment.Documents.Norms(field)[document])
                throw segment.Documents.Corrupt($"document {document} has {lengths[document]} tokens in field {field}, which its norm does not say");
        }

        var expected = new FieldStatistics(lengths.LongCount(length => length > 0), lengths.Sum());
        if (segment.Documents.Statistics(field) != expected)
            throw segment.Documents.Corrupt($"the statistics of field {field} are {segment.Documents.Statistics(field)}, not {expected}");
    }
}
