using System.Globalization;
using System.Runtime.InteropServices;
using Tanyuan.Library.Record;
using Tanyuan.Pages.Reprints;

namespace Tanyuan.Library.Reprints;

/// <summary>
/// Which documents of the record are reprints of one story. A document that comes is compared with those that share the smallest hashes of
/// its shingles, and joins the story of the first that it is a reprint of, else it begins a story of its own; so an add costs the same
/// however large the library is. A story is named by the number of its first document. All of it follows from the documents, in the order
/// of their numbers, and can be made again from them.
/// </summary>
internal sealed class StoryRecord(RecordConnection connection)
{
    const string VersionSetting = "stories";

    // Hashes that everything shares tell nothing; the rarer ones find the story.
    const int MostOfOneHash = 64, MostCompared = 8, FewestShared = 2;

    /// <summary>Gives a new document its story. Returns whether the story was known already.</summary>
    public bool Add(long document, byte[] textKey, StoryPrint print)
    {
        var story = FindSame(document, textKey) ?? FindReprint(print);
        connection.Execute(
            "INSERT INTO stories (document, story, sketch) VALUES (?1, ?2, ?3)",
            document, story ?? document, MemoryMarshal.AsBytes(print.Sketch).ToArray());
        foreach (var hash in print.Sketch)
            connection.Execute("INSERT INTO sketches (hash, document) VALUES (?1, ?2)", (long)hash, document);
        return story is not null;
    }

    /// <summary>Forgets a document that goes; where it named its story, the next one does. Returns the documents whose story has another name by that.</summary>
    public List<long> Remove(long document)
    {
        byte[] sketch;
        using (var row = connection.Query("SELECT sketch FROM stories WHERE document = ?1", document))
            sketch = row.Read() ? row.GetFieldValue<byte[]>(0) : [];
        foreach (var hash in MemoryMarshal.Cast<byte, long>(sketch))
            connection.Execute("DELETE FROM sketches WHERE hash = ?1 AND document = ?2", hash, document);
        connection.Execute("DELETE FROM stories WHERE document = ?1", document);
        var renamed = new List<long>();
        using (var row = connection.Query("SELECT document FROM stories WHERE story = ?1 ORDER BY document", document))
        {
            while (row.Read())
                renamed.Add(row.GetInt64(0));
        }

        connection.Execute("UPDATE stories SET story = (SELECT min(document) FROM stories WHERE story = ?1) WHERE story = ?1", document);
        return renamed;
    }

    /// <summary>Makes the stories anew where another version of the rule made them, or none did. Returns whether it did.</summary>
    public bool BringUpToDate()
    {
        if (connection.Text("SELECT value FROM settings WHERE name = ?1", VersionSetting) == VersionText)
            return false;
        Rebuild();
        return true;
    }

    /// <summary>Makes all stories anew.</summary>
    public void Rebuild()
    {
        connection.Execute("DELETE FROM sketches");
        connection.Execute("DELETE FROM stories");
        var number = 0L;
        while (connection.Integer("SELECT min(id) FROM documents WHERE id > ?1", number) is { } next)
        {
            number = next;
            var (textKey, text) = Load(number);
            Add(number, textKey, StoryPrint.Of(text));
        }

        connection.Execute(
            "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", VersionSetting, VersionText);
    }

    static string VersionText => StoryPrint.Version.ToString(CultureInfo.InvariantCulture);

    long? FindSame(long document, byte[] textKey) => connection.Integer(
        "SELECT story FROM documents JOIN stories ON stories.document = documents.id WHERE text_key = ?1 AND id <> ?2 ORDER BY id LIMIT 1", textKey, document);

    long? FindReprint(StoryPrint print)
    {
        var shared = new Dictionary<long, int>();
        foreach (var hash in print.Sketch)
        {
            using var row = connection.Query("SELECT document FROM sketches WHERE hash = ?1 LIMIT ?2", (long)hash, MostOfOneHash);
            while (row.Read())
                CollectionsMarshal.GetValueRefOrAddDefault(shared, row.GetInt64(0), out _)++;
        }

        var candidates = shared.Where(candidate => candidate.Value >= FewestShared)
            .OrderByDescending(candidate => candidate.Value).ThenBy(candidate => candidate.Key).Take(MostCompared);
        foreach (var (candidate, _) in candidates)
        {
            if (print.IsReprintOf(StoryPrint.Of(Load(candidate).Text)))
                return connection.Integer("SELECT story FROM stories WHERE document = ?1", candidate);
        }

        return null;
    }

    (byte[] TextKey, string Text) Load(long document)
    {
        using var row = connection.Query("SELECT text_key, text FROM documents WHERE id = ?1", document);
        return row.Read() ? (row.GetFieldValue<byte[]>(0), row.GetString(1)) : ([], "");
    }
}
