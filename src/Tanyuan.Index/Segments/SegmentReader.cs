using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// An immutable segment, open for reading. Its files stay readable after they are deleted, until the last lease on it is given back; whoever
/// opened it has the first. Thread-safe.
/// </summary>
sealed class SegmentReader
{
    readonly SealedFile documents;
    int leases = 1;

    SegmentReader(long id, SealedFile terms, SealedFile postings, SealedFile positions, SealedFile documents, IndexSchema schema)
    {
        this.documents = documents;
        Id = id;
        Documents = new DocumentTable(documents, schema);
        Terms = new TermDictionary(terms, schema, Documents.Count);
        Postings = postings;
        Positions = positions;
    }

    internal long Id { get; }

    internal TermDictionary Terms { get; }

    internal SealedFile Postings { get; }

    internal SealedFile Positions { get; }

    internal DocumentTable Documents { get; }

    internal int DocumentCount => Documents.Count;

    internal IReadOnlyList<SealedFile> Files => [Terms.File, Postings, Positions, documents];

    /// <summary>Takes another lease; only for who has one, or is kept from losing it.</summary>
    internal void Lease()
    {
        var count = Interlocked.Increment(ref leases);
        System.Diagnostics.Debug.Assert(count > 1, "A segment was leased that nobody held any more.");
    }

    /// <summary>Gives a lease back; the last one closes the files.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref leases) > 0)
            return;
        foreach (var file in Files)
            file.Close();
    }

    /// <summary>Opens a segment; where that fails, nothing of it stays open.</summary>
    /// <exception cref="FileNotFoundException">One of its files is missing.</exception>
    internal static SegmentReader Open(IndexDirectory directory, long id, IndexSchema schema)
    {
        var opened = new List<SealedFile>();
        try
        {
            return new SegmentReader(
                id,
                Open(SegmentFiles.Terms(id), FileKind.Terms),
                Open(SegmentFiles.Postings(id), FileKind.Postings),
                Open(SegmentFiles.Positions(id), FileKind.Positions),
                Open(SegmentFiles.Documents(id), FileKind.Documents),
                schema);
        }
        catch
        {
            foreach (var file in opened)
                file.Close();
            throw;
        }

        SealedFile Open(string name, FileKind kind)
        {
            var file = SealedFile.Open(directory, name, kind, id);
            opened.Add(file);
            return file;
        }
    }
}
