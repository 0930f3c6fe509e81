using System.Globalization;
using Microsoft.Data.Sqlite;
using Tanyuan.Library.Passages;
using Tanyuan.Pages;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Library.Record;

/// <summary>Reads from the record inside one transaction, so that all it returns belongs together.</summary>
internal sealed class RecordReader(RecordConnection connection)
{
    const int ShortestPrefix = 4;

    const string SummaryColumns =
        """
        SELECT public_id, external_id, title, documents.published, site, script, units, documents.added,
            (SELECT name FROM pages WHERE pages.content = documents.content ORDER BY pages.id LIMIT 1), documents.id
        FROM documents
        """;

    public string? Setting(string name) => connection.Text("SELECT value FROM settings WHERE name = ?1", name);

    public long? FindContent(byte[] fingerprint) => connection.Integer("SELECT id FROM contents WHERE fingerprint = ?1", fingerprint);

    public long LastChange() => connection.Integer("SELECT seq FROM sqlite_sequence WHERE name = 'changes'") ?? 0;

    /// <summary>The changes after a number, at most <paramref name="limit"/> of them.</summary>
    public List<RecordedChange> ChangesAfter(long number, int limit)
    {
        var changes = new List<RecordedChange>();
        using var row = connection.Query(
            "SELECT number, document, removed, first_passage, passages FROM changes WHERE number > ?1 ORDER BY number LIMIT ?2", number, limit);
        while (row.Read())
            changes.Add(new RecordedChange(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2) != 0, row.GetInt64(3), row.GetInt32(4)));
        return changes;
    }

    public RecordedPassage? FindPassage(long id)
    {
        using var row = connection.Query("SELECT id, document, start, length, side FROM passages WHERE id = ?1", id);
        return row.Read() ? PassageOf(row) : null;
    }

    public List<RecordedPassage> PassagesOf(long document)
    {
        var passages = new List<RecordedPassage>();
        using var row = connection.Query("SELECT id, document, start, length, side FROM passages WHERE document = ?1 ORDER BY id", document);
        while (row.Read())
            passages.Add(PassageOf(row));
        return passages;
    }

    public RecordedDocument? FindDocument(long number)
    {
        using var row = connection.Query(
            """
            SELECT id, public_id, external_id, content, title, published, author, site, url, language, script, added, text_key, text
            FROM documents WHERE id = ?1
            """,
            number);
        if (!row.Read())
            return null;
        return new RecordedDocument(
            row.GetInt64(0), row.GetString(1), TextOrNull(row, 2), row.GetInt64(3), row.GetString(4), TextOrNull(row, 5), TextOrNull(row, 6),
            TextOrNull(row, 7), TextOrNull(row, 8), row.GetString(9), row.GetString(10), Time(row.GetString(11)),
            Convert.ToHexString(row.GetFieldValue<byte[]>(12)), row.GetString(13));
    }

    /// <summary>The side texts of a document in order.</summary>
    public List<string> SidesOf(long document)
    {
        var sides = new List<string>();
        using var row = connection.Query("SELECT text FROM sides WHERE document = ?1 ORDER BY ordinal", document);
        while (row.Read())
            sides.Add(row.GetString(0));
        return sides;
    }

    /// <summary>The name of the page a content came from; the first one where several hold it.</summary>
    public string PageName(long content) => connection.Text("SELECT name FROM pages WHERE content = ?1 ORDER BY id LIMIT 1", content) ?? "";

    /// <summary>The numbers of the documents that an id names: the library's own id, else an external id, which several may share.</summary>
    public List<long> FindNumbers(string id)
    {
        var found = Numbers("SELECT id FROM documents WHERE public_id = ?1", id);
        return found.Count > 0 ? found : Numbers("SELECT id FROM documents WHERE external_id = ?1 ORDER BY id", id);
    }

    /// <summary>The number of the one document whose id begins in a way; null where none or several do, or too little is given to tell.</summary>
    public long? FindByPrefix(string prefix)
    {
        if (prefix.Length < ShortestPrefix)
            return null;
        return Numbers("SELECT id FROM documents WHERE public_id >= ?1 AND public_id < ?1 || '~' LIMIT 2", prefix) is [var number] ? number : null;
    }

    /// <summary>The number of the document that an id or a beginning of one names, or null.</summary>
    public long? FindNumber(string id) => FindNumbers(id) is [var number, ..] ? number : FindByPrefix(id);

    /// <summary>The pages of a name; several where a file holds the same record name more than once.</summary>
    public List<RecordedPage> PagesNamed(string name)
    {
        var pages = new List<RecordedPage>();
        using var row = connection.Query("SELECT id, name, content FROM pages WHERE name = ?1", name);
        while (row.Read())
            pages.Add(new RecordedPage(row.GetInt64(0), row.GetString(1), row.GetInt64(2)));
        return pages;
    }

    public StoredDocument? FindStored(long number)
    {
        if (FindDocument(number) is not { } document)
            return null;
        using var more = connection.Query("SELECT published_offset, published_inferred, blocks FROM documents WHERE id = ?1", number);
        more.Read();
        var full = new Document(document.Title, document.Text)
        {
            Published = document.Published,
            PublishedOffset = TextOrNull(more, 0),
            PublishedIsInferred = more.GetInt64(1) != 0,
            Blocks = BlockColumn.Read(more.GetString(2), document.Language, document.Script),
            Author = document.Author,
            Site = document.Site,
            Url = document.Url,
            Language = document.Language,
            Script = document.Script,
            Side = SidesOf(number),
            Repairs = RepairsOf(number),
            Drops = DropsOf(number),
        };
        return new StoredDocument(document.PublicId, document.ExternalId, PageName(document.Content), full, document.Added)
        {
            Reprints = ReprintsOf(number),
        };
    }

    public byte[]? FindOriginal(long number)
    {
        using var row = connection.Query(
            """
            SELECT packing, bytes, length FROM documents
            JOIN contents ON contents.id = documents.content
            JOIN originals ON originals.hash = contents.original
            WHERE documents.id = ?1
            """,
            number);
        return row.Read() ? OriginalPacking.Unpack(row.GetInt32(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2)) : null;
    }

    public DocumentSummary Summary(RecordedDocument document) => new(
        document.PublicId, document.ExternalId, document.Title, document.Published, document.Site, document.Script, document.Text.Length,
        PageName(document.Content), document.Added)
    {
        Reprints = ReprintsOf(document.Number),
    };

    /// <summary>The story of a document, by the number of its first copy; null in a library whose stories are still to be made.</summary>
    public long? StoryOf(long document) => connection.Integer("SELECT story FROM stories WHERE document = ?1", document);

    /// <summary>What is known of a document's story where others tell it too, else null.</summary>
    public ReprintCluster? ReprintsOf(long document)
    {
        if (StoryOf(document) is not { } story || connection.Integer("SELECT count(*) FROM stories WHERE story = ?1", story) < 2)
            return null;
        const string Copies = "FROM stories JOIN documents ON documents.id = stories.document WHERE story = ?1";
        var best = connection.Text(
            $"SELECT public_id {Copies} ORDER BY (published IS NOT NULL) + (author IS NOT NULL) + (site IS NOT NULL) DESC, units DESC, id LIMIT 1", story);
        using var row = connection.Query(
            $"SELECT (SELECT public_id FROM documents WHERE id = ?1), count(*), min(published), min(added) {Copies}", story);
        return row.Read() ? new ReprintCluster(row.GetString(0), row.GetInt32(1), TextOrNull(row, 2), Time(row.GetString(3)), best!) : null;
    }

    /// <summary>A run of the listing after a document number, with the number to go on from.</summary>
    public List<(long Number, DocumentSummary Summary)> ListAfter(long number, int skip, int limit)
    {
        var page = new List<(long, DocumentSummary)>();
        using var row = connection.Query(SummaryColumns + " WHERE documents.id > ?1 ORDER BY documents.id LIMIT ?3 OFFSET ?2", number, skip, limit);
        while (row.Read())
        {
            page.Add((row.GetInt64(9), new DocumentSummary(
                row.GetString(0), TextOrNull(row, 1), row.GetString(2), TextOrNull(row, 3), TextOrNull(row, 4), row.GetString(5), row.GetInt32(6),
                TextOrNull(row, 8) ?? "", Time(row.GetString(7)))));
        }

        row.Dispose();
        return page.ConvertAll(entry => (entry.Item1, entry.Item2 with { Reprints = ReprintsOf(entry.Item1) }));
    }

    public RecordCounts Count()
    {
        using var row = connection.Query(
            """
            SELECT (SELECT count(*) FROM pages), (SELECT count(*) FROM documents), (SELECT count(*) FROM passages),
                (SELECT coalesce(sum(units), 0) FROM documents), (SELECT coalesce(sum(length), 0) FROM originals)
            """);
        row.Read();
        return new RecordCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4));
    }

    public List<Quarantine> Quarantined()
    {
        var quarantined = new List<Quarantine>();
        using var row = connection.Query("SELECT name, code, reason FROM quarantine ORDER BY name");
        while (row.Read())
            quarantined.Add(new Quarantine(row.GetString(0), row.GetString(1), row.GetString(2)));
        return quarantined;
    }

    public List<long> DocumentNumbers()
    {
        var numbers = new List<long>();
        using var row = connection.Query("SELECT id FROM documents ORDER BY id");
        while (row.Read())
            numbers.Add(row.GetInt64(0));
        return numbers;
    }

    public List<byte[]> OriginalHashes()
    {
        var hashes = new List<byte[]>();
        using var row = connection.Query("SELECT hash FROM originals");
        while (row.Read())
            hashes.Add(row.GetFieldValue<byte[]>(0));
        return hashes;
    }

    public byte[] UnpackOriginal(byte[] hash)
    {
        using var row = connection.Query("SELECT packing, bytes, length FROM originals WHERE hash = ?1", hash);
        return row.Read() ? OriginalPacking.Unpack(row.GetInt32(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2)) : [];
    }

    /// <summary>SQLite's own findings about the file; empty when it is sound.</summary>
    public List<string> IntegrityFindings()
    {
        var findings = new List<string>();
        using var row = connection.Query("PRAGMA integrity_check(20)");
        while (row.Read())
        {
            if (row.GetString(0) != "ok")
                findings.Add(row.GetString(0));
        }

        return findings;
    }

    static RecordedPassage PassageOf(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), new Passage(row.GetInt32(2), row.GetInt32(3), row.GetInt64(4) != 0));

    static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    List<long> Numbers(string sql, string value)
    {
        var numbers = new List<long>();
        using var row = connection.Query(sql, value);
        while (row.Read())
            numbers.Add(row.GetInt64(0));
        return numbers;
    }

    List<Repair> RepairsOf(long document)
    {
        var repairs = new List<Repair>();
        using var row = connection.Query("SELECT rule, start, length, before, after FROM repairs WHERE document = ?1 ORDER BY ordinal", document);
        while (row.Read())
            repairs.Add(new Repair(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetString(3), row.GetString(4)));
        return repairs;
    }

    List<Drop> DropsOf(long document)
    {
        var drops = new List<Drop>();
        using var row = connection.Query("SELECT rule, text FROM drops WHERE document = ?1 ORDER BY ordinal", document);
        while (row.Read())
            drops.Add(new Drop(row.GetString(0), row.GetString(1)));
        return drops;
    }
}
