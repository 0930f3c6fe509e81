using Tanyuan.Index.Commits;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Bench;

/// <summary>Says where the bytes of an index are, by field: in the dictionary, for a posting, for a position.</summary>
static class SizeRun
{
    internal static int Run(string folder)
    {
        var directory = new FileSystemDirectory(folder);
        if (ManifestStore.ReadNewest(directory) is not { } manifest)
            return 1;

        var segments = manifest.Segments.Select(entry => SegmentReader.Open(directory, entry.Id, manifest.Schema)).ToList();
        for (var field = 0; field < manifest.Schema.Fields.Count; field++)
            Report(manifest.Schema.Fields[field].Name, field, segments);
        foreach (var kind in segments.SelectMany(segment => segment.Files.Select((file, place) => (Place: place, file.FileLength))).GroupBy(file => file.Place))
            Console.WriteLine($"tanyuan {KindOf(kind.Key),-10} {kind.Sum(file => file.FileLength) / 1e6,8:0.0} MB");
        return 0;
    }

    // A term without blocks has a document and its first position to be read in one number: of that the position is taken to have what it would need by itself.
    static void Report(string name, int field, List<SegmentReader> segments)
    {
        var (terms, postings, tokens, blocks, postingBits, positionBits, single) = (0L, 0L, 0L, 0L, 0.0, 0.0, 0L);
        var postingCursor = new PostingCursor();
        foreach (var segment in segments)
        {
            var cursor = new TermCursor(segment.Terms, field);
            for (; cursor.MoveNext(); terms++)
            {
                var entry = cursor.Entry;
                postings += entry.DocumentFrequency;
                tokens += entry.TotalFrequency;
                single += entry.DocumentFrequency == 1 ? 1 : 0;
                blocks += entry.HasBlocks ? (entry.DocumentFrequency + PostingCursor.BlockLength - 1) / PostingCursor.BlockLength : 0;
                var own = entry.HasBlocks || entry.DocumentFrequency == 1 ? entry.PostingsLength : OwnBits(postingCursor, segment, entry, field);
                postingBits += own;
                positionBits += entry.PostingsLength + (8 * entry.PositionsLength) - own;
            }
        }

        Console.WriteLine(
            $"tanyuan {name}: {terms} terms in {segments.Count} segments, {single} of them in one document; {postings} postings, {postingBits / postings:0.00} bits each; "
            + $"{tokens} positions, {positionBits / tokens:0.00} bits each; {blocks} blocks with bounds");
    }

    static double OwnBits(PostingCursor cursor, SegmentReader segment, in TermEntry entry, int field)
    {
        cursor.Reset(segment, entry, field);
        cursor.MoveNext();
        double bits = cursor.ShortPostingBits;
        for (; segment.Terms.Field(field).Positions && cursor.Document != PostingCursor.End; cursor.MoveNext())
            bits -= Math.Log2(FieldLength.GreatestPosition(segment.Documents.Extents(field)[cursor.Document]) + 1.0);
        return bits;
    }

    static string KindOf(int place) => place switch { 0 => "terms", 1 => "postings", 2 => "positions", _ => "documents" };
}
