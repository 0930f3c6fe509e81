using System.Globalization;
using Tanyuan.Library.Adding;
using Tanyuan.Library.Reprints;
using Tanyuan.Pages;

namespace Tanyuan.Library.Record;

/// <summary>
/// Writes to the record inside one transaction. A content (bytes plus what their origin says of them) owns its documents;
/// pages are names that point at contents. So a rename moves a name, a duplicate is a second name, and a content
/// whose last name is gone goes with its documents. Each document that comes or goes is one numbered change.
/// </summary>
internal sealed class RecordWriter(RecordConnection connection)
{
    public RecordReader Reader { get; } = new(connection);

    public StoryRecord Stories { get; } = new(connection);

    public long? FindContent(byte[] fingerprint) => Reader.FindContent(fingerprint);

    /// <summary>The page of this identity: its external id where it has one, its name otherwise.</summary>
    public RecordedPage? FindPage(Page page)
    {
        using var row = page.ExternalId is null
            ? connection.Query("SELECT id, name, content FROM pages WHERE name = ?1 AND external_id IS NULL", page.Name)
            : connection.Query("SELECT id, name, content FROM pages WHERE external_id = ?1", page.ExternalId);
        return row.Read() ? new RecordedPage(row.GetInt64(0), row.GetString(1), row.GetInt64(2)) : null;
    }

    public List<RecordedPage> PagesOf(long content)
    {
        var pages = new List<RecordedPage>();
        using var row = connection.Query("SELECT id, name, content FROM pages WHERE content = ?1 ORDER BY id", content);
        while (row.Read())
            pages.Add(new RecordedPage(row.GetInt64(0), row.GetString(1), row.GetInt64(2)));
        return pages;
    }

    public void AddPage(Page page, long content, DateTimeOffset now) =>
        connection.Insert(
            "INSERT INTO pages (name, external_id, content, added) VALUES (?1, ?2, ?3, ?4)", page.Name, page.ExternalId, content, Timestamp(now));

    public void RenamePage(long page, string name) => connection.Execute("UPDATE pages SET name = ?2 WHERE id = ?1", page, name);

    /// <summary>Points a page at another content, and removes its old one where no other page holds it.</summary>
    public void RepointPage(RecordedPage page, string name, long content)
    {
        connection.Execute("UPDATE pages SET name = ?2, content = ?3 WHERE id = ?1", page.Id, name, content);
        RemoveContentIfOrphaned(page.Content);
    }

    /// <summary>Removes a page, and its content where no other page holds it. Returns how many documents went.</summary>
    public int RemovePage(RecordedPage page)
    {
        connection.Execute("DELETE FROM pages WHERE id = ?1", page.Id);
        return RemoveContentIfOrphaned(page.Content);
    }

    /// <summary>Removes what an id names, or else all pages of a name. Returns how many documents went.</summary>
    public int Remove(string idOrName)
    {
        var numbers = Reader.FindNumbers(idOrName);
        var pages = numbers.Count > 0 ? [] : Reader.PagesNamed(idOrName);
        if (numbers.Count == 0 && pages.Count == 0 && Reader.FindByPrefix(idOrName) is { } only)
            numbers.Add(only);
        return numbers.Sum(RemoveDocument) + pages.Sum(RemovePage);
    }

    /// <summary>Removes one document; its page goes with its last document. Returns how many documents went.</summary>
    public int RemoveDocument(long document)
    {
        if (connection.Integer("SELECT content FROM documents WHERE id = ?1", document) is not { } content)
            return 0;
        RemoveDocumentRow(document);
        if (connection.Integer("SELECT count(*) FROM documents WHERE content = ?1", content) == 0)
        {
            connection.Execute("DELETE FROM pages WHERE content = ?1", content);
            RemoveContentIfOrphaned(content);
        }

        return 1;
    }

    /// <summary>Adds a content with its documents; <paramref name="successorOf"/> is the content it replaces, whose documents lend their ids.</summary>
    public long AddContent(PreparedPage prepared, PreparedReading reading, long? successorOf, DateTimeOffset now, out int reprints)
    {
        reprints = 0;
        var page = prepared.Page;
        connection.Execute(
            "INSERT INTO originals (hash, length, packing, bytes) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            reading.OriginalHash, page.Content.Length, reading.Packing, reading.PackedOriginal);
        var content = connection.Insert(
            """
            INSERT INTO contents (fingerprint, original, format, charset, declared_charset, title, url, published)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            prepared.Fingerprint, reading.OriginalHash, PagePreparer.FormatName(page.Format),
            reading.Charset, page.DeclaredCharset, page.Title, page.Url, page.Published);

        var inherited = successorOf is { } old ? TakeIdentities(old) : [];
        for (var i = 0; i < reading.Documents.Count; i++)
        {
            var document = reading.Documents[i];
            var identity = Inherit(inherited, document.Document.Title, reading.Documents.Count)
                ?? new DocumentIdentity(FreePublicId(prepared.Fingerprint, i, document.PublicId), document.Document.Title, Timestamp(now));
            reprints += AddDocument(content, page.ExternalId, document, identity) ? 1 : 0;
        }

        return content;
    }

    /// <summary>Makes the stories anew where another version of the rule made them; then every document is a change for the index.</summary>
    public void BringStoriesUpToDate()
    {
        if (!Stories.BringUpToDate())
            return;
        foreach (var document in Reader.DocumentNumbers())
            RecordChanged(document);
    }

    public void SetAside(Quarantine quarantine) =>
        connection.Execute(
            """
            INSERT INTO quarantine (name, code, reason) VALUES (?1, ?2, ?3)
            ON CONFLICT (name) DO UPDATE SET code = excluded.code, reason = excluded.reason
            """,
            quarantine.Name, quarantine.Code, quarantine.Reason);

    public void ClearQuarantine(string name) => connection.Execute("DELETE FROM quarantine WHERE name = ?1", name);

    /// <summary>Clears what was set aside of a file and of the records and members in it.</summary>
    public void ClearQuarantineOfFile(string name) =>
        connection.Execute("DELETE FROM quarantine WHERE name = ?1 OR (name > ?1 || '#' AND name < ?1 || '$') OR (name > ?1 || '!/' AND name < ?1 || '!0')", name);

    public void SetSetting(string name, string value) =>
        connection.Execute("INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value);

    static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    static DocumentIdentity? Inherit(List<DocumentIdentity> identities, string title, int successors)
    {
        var found = identities.FindIndex(identity => identity.Title == title);
        if (found < 0 && (identities.Count != 1 || successors != 1))
            return null;
        var inherited = identities[Math.Max(found, 0)];
        identities.Remove(inherited);
        return inherited;
    }

    /// <summary>Takes the ids from the documents of a content that is about to go, so that its successors may have them.</summary>
    List<DocumentIdentity> TakeIdentities(long content)
    {
        var identities = new List<DocumentIdentity>();
        if (connection.Integer("SELECT count(*) FROM pages WHERE content = ?1", content) != 1)
            return identities;
        using (var row = connection.Query("SELECT public_id, title, added FROM documents WHERE content = ?1 ORDER BY id", content))
        {
            while (row.Read())
                identities.Add(new DocumentIdentity(row.GetString(0), row.GetString(1), row.GetString(2)));
        }

        connection.Execute("UPDATE documents SET public_id = '~' || id WHERE content = ?1", content);
        return identities;
    }

    string FreePublicId(byte[] fingerprint, int ordinal, string preferred)
    {
        var id = preferred;
        for (var attempt = 1; connection.Integer("SELECT id FROM documents WHERE public_id = ?1", id) is not null; attempt++)
            id = PagePreparer.PublicId(fingerprint, ordinal, attempt);
        return id;
    }

    bool AddDocument(long content, string? externalId, PreparedDocument prepared, DocumentIdentity identity)
    {
        var document = prepared.Document;
        var number = connection.Insert(
            """
            INSERT INTO documents (public_id, external_id, content, title, published, author, site, url, language, script, added, units, text_key, text,
                published_offset, published_inferred, blocks)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """,
            identity.PublicId, externalId, content, document.Title, document.Published, document.Author, document.Site, document.Url,
            document.Language, document.Script, identity.Added, document.Text.Length, prepared.TextKey, document.Text,
            document.PublishedOffset, document.PublishedIsInferred ? 1 : 0, BlockColumn.Write(document));

        for (var i = 0; i < document.Side.Count; i++)
            connection.Execute("INSERT INTO sides (document, ordinal, text) VALUES (?1, ?2, ?3)", number, i, document.Side[i]);
        for (var i = 0; i < document.Repairs.Count; i++)
        {
            var repair = document.Repairs[i];
            connection.Execute(
                "INSERT INTO repairs (document, ordinal, rule, start, length, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                number, i, repair.Rule, repair.Start, repair.Length, repair.Before, repair.After);
        }

        for (var i = 0; i < document.Drops.Count; i++)
        {
            connection.Execute(
                "INSERT INTO drops (document, ordinal, rule, text) VALUES (?1, ?2, ?3, ?4)", number, i, document.Drops[i].Rule, document.Drops[i].Text);
        }

        var first = 0L;
        foreach (var passage in prepared.Passages)
        {
            var id = connection.Insert(
                "INSERT INTO passages (document, start, length, side) VALUES (?1, ?2, ?3, ?4)",
                number, passage.Start, passage.Length, passage.IsSide ? 1 : 0);
            first = first == 0 ? id : first;
        }

        RecordChange(number, removed: false, first, prepared.Passages.Count);
        return Stories.Add(number, prepared.TextKey, prepared.Print);
    }

    int RemoveContentIfOrphaned(long content)
    {
        if (connection.Integer("SELECT 1 FROM pages WHERE content = ?1 LIMIT 1", content) is not null)
            return 0;

        var documents = new List<long>();
        using (var row = connection.Query("SELECT id FROM documents WHERE content = ?1", content))
        {
            while (row.Read())
                documents.Add(row.GetInt64(0));
        }

        foreach (var document in documents)
            RemoveDocumentRow(document);
        byte[] original;
        using (var row = connection.Query("SELECT original FROM contents WHERE id = ?1", content))
            original = row.Read() ? row.GetFieldValue<byte[]>(0) : [];
        connection.Execute("DELETE FROM contents WHERE id = ?1", content);
        connection.Execute("DELETE FROM originals WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM contents WHERE original = ?1)", original);
        return documents.Count;
    }

    void RemoveDocumentRow(long document)
    {
        var (first, count) = PassageRange(document);
        var renamed = Stories.Remove(document);
        connection.Execute("DELETE FROM documents WHERE id = ?1", document);
        RecordChange(document, removed: true, first, count);
        foreach (var other in renamed)
            RecordChanged(other);
    }

    // The index knows the story of a document, so one whose story got another name comes anew.
    void RecordChanged(long document)
    {
        var (first, count) = PassageRange(document);
        RecordChange(document, removed: false, first, count);
    }

    (long First, long Count) PassageRange(long document)
    {
        using var row = connection.Query("SELECT coalesce(min(id), 0), count(*) FROM passages WHERE document = ?1", document);
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    void RecordChange(long document, bool removed, long firstPassage, long passages) =>
        connection.Insert(
            "INSERT INTO changes (document, removed, first_passage, passages) VALUES (?1, ?2, ?3, ?4)", document, removed ? 1 : 0, firstPassage, passages);

    sealed record DocumentIdentity(string PublicId, string Title, string Added);
}
