using System.Security.Cryptography;
using Tanyuan.Index;
using Tanyuan.Index.Storage;
using Tanyuan.Library.Indexing;
using Tanyuan.Library.Record;

namespace Tanyuan.Library.Checking;

/// <summary>
/// Proves that a library is sound: SQLite finds nothing wrong, every original unpacks to the bytes that were added, the
/// passages of every document slice its text and leave nothing of it out, and the index holds exactly the record's passages
/// with their dates, sites, languages and stories.
/// </summary>
internal sealed class LibraryChecker(RecordReader reader, CancellationToken cancellationToken)
{
    const string CuredByRebuild = "Run `tanyuan rebuild`.", CuredByAdding = "Restore library.db from a backup, or add the page again.";

    readonly List<string> problems = [];
    readonly Dictionary<long, (long Document, PassageColumns Columns)> expected = [];

    public CheckReport Check(IndexDirectory directory, Snapshot? snapshot)
    {
        foreach (var finding in reader.IntegrityFindings())
            problems.Add($"library.db: {finding}. {CuredByAdding}");

        var numbers = reader.DocumentNumbers();
        foreach (var number in numbers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckDocument(number);
        }

        foreach (var hash in reader.OriginalHashes())
            CheckOriginal(hash);
        CheckIndex(directory, snapshot);
        return new CheckReport(problems, numbers.Count, expected.Count);
    }

    void CheckDocument(long number)
    {
        var document = reader.FindDocument(number)!;
        var columns = PassageColumns.Of(document, reader.StoryOf(number));
        var side = string.Join('\n', reader.SidesOf(number));
        var (coveredText, coveredSide) = (new bool[document.Text.Length], new bool[side.Length]);
        foreach (var (id, _, passage) in reader.PassagesOf(number))
        {
            expected.Add(id, (number, columns));
            var covered = passage.IsSide ? coveredSide : coveredText;
            if (passage.Start < 0 || passage.Length <= 0 || passage.End > covered.Length)
                problems.Add($"Document {document.PublicId}: passage {id} does not lie within its text. {CuredByAdding}");
            else
                covered.AsSpan(passage.Start, passage.Length).Fill(true);
        }

        if (!IsCovered(document.Text, coveredText) || !IsCovered(side, coveredSide))
            problems.Add($"Document {document.PublicId}: some of its text lies in no passage, so it cannot be found. {CuredByAdding}");
    }

    static bool IsCovered(string text, bool[] covered)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!covered[i] && !char.IsWhiteSpace(text[i]))
                return false;
        }

        return true;
    }

    void CheckOriginal(byte[] hash)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (SHA256.HashData(reader.UnpackOriginal(hash)).AsSpan().SequenceEqual(hash))
                return;
        }
        catch (Text.TanyuanException)
        {
            // Reported below, as any other bytes that are not those that were added.
        }

        problems.Add($"The original {Convert.ToHexStringLower(hash)} is damaged. {CuredByAdding}");
    }

    void CheckIndex(IndexDirectory directory, Snapshot? snapshot)
    {
        foreach (var problem in IndexChecker.Check(directory, cancellationToken).Problems)
            problems.Add($"Index: {problem} {CuredByRebuild}");
        if (snapshot is null)
        {
            problems.Add($"There is no readable index. {CuredByRebuild}");
            return;
        }

        if (snapshot.Progress != reader.LastChange())
        {
            problems.Add($"The index has changes up to {snapshot.Progress}, the record up to {reader.LastChange()}. {CuredByRebuild}");
            return;
        }

        var missing = new Dictionary<long, (long Document, PassageColumns Columns)>(expected);
        foreach (var (key, group) in snapshot.Documents())
        {
            if (!missing.Remove(key, out var recorded) || recorded.Document != group)
                problems.Add($"The index holds passage {key} of document {group}, which the record does not. {CuredByRebuild}");
            else if (PassageColumns.Of(snapshot, key) != recorded.Columns)
                problems.Add($"The index says of passage {key} another date, site, language or story than the record. {CuredByRebuild}");
        }

        if (missing.Count > 0)
            problems.Add($"{missing.Count} passages are not in the index, among them passage {missing.Keys.Min()}. {CuredByRebuild}");
    }
}
