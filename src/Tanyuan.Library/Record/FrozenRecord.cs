using Microsoft.Data.Sqlite;

namespace Tanyuan.Library.Record;

/// <summary>
/// Reading a record where nothing can be written: from a read-only medium or folder, or where the disk is full. SQLite cannot make the
/// <c>-shm</c> file there that its WAL mode needs, so the file is opened as one that never changes (<c>immutable=1</c>), which is right
/// while no <c>-wal</c> file holds changes. That another process, one that may write, changed the file is told from its length and time:
/// what was read meanwhile is read again.
/// </summary>
/// <param name="path">The database file.</param>
internal sealed class FrozenRecord(string path)
{
    const int Attempts = 5;

    /// <summary>Whether the record can be read this way: it is there, and all of it is in the one file.</summary>
    public static bool CanRead(string path) => Holds(path) && !Holds(path + "-wal");

    /// <summary>A connection to the file as it is now.</summary>
    public static RecordConnection Connect(string path) => new($"{Address(path)}?immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>Reads from one state of the file.</summary>
    public T Read<T>(Func<RecordReader, T> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = Stamp();
            try
            {
                using var connection = Connect(path);
                var result = read(new RecordReader(connection));
                if (attempt == Attempts || Stamp() == before)
                    return result;
            }
            catch (SqliteException) when (attempt < Attempts && Stamp() != before)
            {
                // Half of what was read was older than the other half.
            }
        }
    }

    // Every part escaped: a name may hold what an address gives a meaning (https://www.sqlite.org/uri.html).
    static string Address(string path) =>
        "file:/" + string.Join('/', path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));

    static bool Holds(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    (long Length, DateTime Written) Stamp()
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }
}
