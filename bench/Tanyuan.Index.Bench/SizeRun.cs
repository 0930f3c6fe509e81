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

    // Positions of a term without blocks lie behind its postings, to the bit; those of one with blocks in their own file.
    static void Report(string name, int field, List<SegmentReader> segments)
    {
        var (terms, postings, tokens, blocks, postingBits, positionBits, single) = (0L, 0L, 0L, 0L, 0L, 0L, 0L);
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
                postingCursor.Reset(segment, entry, field);
                postingCursor.MoveNext();
                var own = entry.HasBlocks ? 8 * entry.PostingsLength : postingCursor.ShortPostingBits;
                postingBits += own;
                positionBits += (8 * (entry.PostingsLength + entry.PositionsLength)) - own;
            }
        }

        Console.WriteLine(
            $"tanyuan {name}: {terms} terms in {segments.Count} segments, {single} of them in one document; {postings} postings, {(double)postingBits / postings:0.00} bits each; "
            + $"{tokens} positions, {(double)positionBits / tokens:0.00} bits each; {blocks} blocks with bounds");
    }

    static string KindOf(int place) => place switch { 0 => "terms", 1 => "postings", 2 => "positions", _ => "documents" };
}
