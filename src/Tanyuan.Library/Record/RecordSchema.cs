using System.Globalization;
using Tanyuan.Text;

namespace Tanyuan.Library.Record;

/// <summary>
/// The tables of <c>library.db</c>, as a list of steps: step n takes a database of version n to version n + 1, so a new
/// library runs them all and an older one runs those it lacks, after a copy of it was put beside it. The version is
/// SQLite's <c>user_version</c>; <c>application_id</c> tells our databases from others. See docs/formats.md.
/// </summary>
internal static class RecordSchema
{
    /// <summary>"Tyan" in ASCII.</summary>
    const long ApplicationId = 0x5479616E;

    static readonly string[] Steps =
    [
        """
        CREATE TABLE settings (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE originals (
            hash BLOB PRIMARY KEY,
            length INTEGER NOT NULL,
            packing INTEGER NOT NULL,
            bytes BLOB NOT NULL
        );

        CREATE TABLE contents (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            fingerprint BLOB NOT NULL UNIQUE,
            original BLOB NOT NULL REFERENCES originals (hash),
            format TEXT NOT NULL,
            charset TEXT,
            declared_charset TEXT,
            title TEXT,
            url TEXT,
            published TEXT
        );
        CREATE INDEX contents_by_original ON contents (original);

        CREATE TABLE pages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            external_id TEXT UNIQUE,
            content INTEGER NOT NULL REFERENCES contents (id),
            added TEXT NOT NULL
        );
        CREATE INDEX pages_by_name ON pages (name);
        CREATE INDEX pages_by_content ON pages (content);

        CREATE TABLE documents (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            public_id TEXT NOT NULL UNIQUE,
            external_id TEXT,
            content INTEGER NOT NULL REFERENCES contents (id),
            title TEXT NOT NULL,
            published TEXT,
            author TEXT,
            site TEXT,
            url TEXT,
            language TEXT NOT NULL,
            script TEXT NOT NULL,
            added TEXT NOT NULL,
            units INTEGER NOT NULL,
            text_key BLOB NOT NULL,
            text TEXT NOT NULL
        );
        CREATE INDEX documents_by_content ON documents (content);
        CREATE INDEX documents_by_external_id ON documents (external_id) WHERE external_id IS NOT NULL;

        CREATE TABLE sides (
            document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (document, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE repairs (
            document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            rule TEXT NOT NULL,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            PRIMARY KEY (document, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE drops (
            document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            rule TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (document, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE passages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            side INTEGER NOT NULL
        );
        CREATE INDEX passages_by_document ON passages (document);

        CREATE TABLE quarantine (
            name TEXT PRIMARY KEY,
            code TEXT NOT NULL,
            reason TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE changes (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document INTEGER NOT NULL,
            removed INTEGER NOT NULL,
            first_passage INTEGER NOT NULL,
            passages INTEGER NOT NULL
        );
        """,
        """
        CREATE TABLE stories (
            document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            story INTEGER NOT NULL,
            sketch BLOB NOT NULL
        );
        CREATE INDEX stories_by_story ON stories (story);

        CREATE TABLE sketches (
            hash INTEGER NOT NULL,
            document INTEGER NOT NULL,
            PRIMARY KEY (hash, document)
        ) WITHOUT ROWID;
        CREATE INDEX documents_by_text_key ON documents (text_key);
        """,
        """
        ALTER TABLE documents ADD COLUMN published_offset TEXT;
        ALTER TABLE documents ADD COLUMN published_inferred INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE documents ADD COLUMN blocks TEXT NOT NULL DEFAULT '';
        """,
    ];

    /// <summary>Brings the database behind <paramref name="connection"/> to the current version.</summary>
    /// <exception cref="TanyuanException"><c>library-too-new</c>, <c>library-corrupt</c>.</exception>
    public static void Prepare(RecordConnection connection, string path)
    {
        var version = connection.Integer("PRAGMA user_version") ?? 0;
        if (version == Steps.Length && connection.Integer("PRAGMA application_id") == ApplicationId)
            return;

        if (version > Steps.Length)
        {
            throw new TanyuanException(
                "library-too-new",
                $"{path} was written by a newer Tanyuan (format {version}; this one knows up to {Steps.Length}). Update Tanyuan and try again.");
        }

        var hasTables = connection.Integer("SELECT count(*) FROM sqlite_schema") > 0;
        if (hasTables && connection.Integer("PRAGMA application_id") != ApplicationId)
        {
            throw new TanyuanException(
                "library-corrupt", $"{path} is a database of another program, not a library. Name another folder, or move that file away.");
        }

        if (version > 0)
            Backup(connection, path, version);
        connection.ExecuteScript("BEGIN IMMEDIATE");
        try
        {
            Migrate(connection);
            connection.ExecuteScript("COMMIT");
        }
        catch
        {
            connection.ExecuteScript("ROLLBACK");
            throw;
        }
    }

    static void Migrate(RecordConnection connection)
    {
        // Asked again inside the transaction: another process may have been faster.
        var version = (int)(connection.Integer("PRAGMA user_version") ?? 0);
        for (var step = version; step < Steps.Length; step++)
            connection.ExecuteScript(Steps[step]);
        connection.ExecuteScript(string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA user_version = {Steps.Length}; PRAGMA application_id = {ApplicationId}"));
    }

    static void Backup(RecordConnection connection, string path, long version)
    {
        var backup = string.Create(CultureInfo.InvariantCulture, $"{path}.v{version}.bak");
        if (!File.Exists(backup))
            connection.Execute("VACUUM INTO ?1", backup);
    }
}
