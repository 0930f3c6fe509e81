using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Tanyuan.Text;

namespace Tanyuan.Library.Record;

/// <summary>
/// The system of record: a SQLite database in WAL mode, so that reading goes on while one transaction writes.
/// On disk each reading caller gets a connection of its own from a pool; in memory there is one connection, taken in turns. Where the disk
/// cannot be written, the record is still read (<see cref="FrozenRecord"/>). Errors come as <see cref="TanyuanException"/>.
/// </summary>
internal sealed class RecordDatabase : IDisposable
{
    readonly string path;
    readonly RecordConnection writing;
    readonly bool inMemory;
    readonly FrozenRecord? frozen;
    readonly Lock writeTurn = new();
    readonly ConcurrentBag<RecordConnection> idle = [];
    volatile bool disposed;

    RecordDatabase(string path, RecordConnection writing, bool inMemory = false, FrozenRecord? frozen = null)
    {
        this.path = path;
        this.writing = writing;
        this.inMemory = inMemory;
        this.frozen = frozen;
    }

    /// <summary>Opens the database in a file, creating it where there is none; for reading alone where that is all that can be done.</summary>
    public static RecordDatabase Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        return Explained(path, () =>
        {
            try
            {
                return new RecordDatabase(path, Prepared(new RecordConnection(path, SqliteOpenMode.ReadWriteCreate), path));
            }
            catch (SqliteException error) when (RecordErrors.MayComeFromWriting(error) && FrozenRecord.CanRead(path))
            {
                return new RecordDatabase(path, Prepared(FrozenRecord.Connect(path), path), frozen: new FrozenRecord(path));
            }
        });
    }

    /// <summary>A database that lives in memory.</summary>
    public static RecordDatabase InMemory()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new RecordConnection(":memory:", SqliteOpenMode.Memory);
        RecordSchema.Prepare(connection, ":memory:");
        return new RecordDatabase(":memory:", connection, inMemory: true);
    }

    static RecordConnection Prepared(RecordConnection connection, string path)
    {
        try
        {
            // Not in a transaction, and a no-op where it is set already.
            connection.ExecuteScript("PRAGMA journal_mode = WAL");
            RecordSchema.Prepare(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads from a consistent view of the record.</summary>
    public T Read<T>(Func<RecordReader, T> read) => Explained(path, () =>
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(TanyuanLibrary));
        if (inMemory)
        {
            lock (writeTurn)
                return read(new RecordReader(writing));
        }

        if (frozen is not null)
            return frozen.Read(read);
        if (!idle.TryTake(out var connection))
            connection = new RecordConnection(path, SqliteOpenMode.ReadWrite);
        var healthy = false;
        try
        {
            connection.Execute("BEGIN");
            var result = read(new RecordReader(connection));
            connection.Execute("COMMIT");
            healthy = true;
            return result;
        }
        finally
        {
            if (healthy && !disposed)
                idle.Add(connection);
            else
                connection.Dispose();
        }
    });

    /// <summary>Writes in one transaction: when this returns, it is on the disk; when it throws, nothing of it is.</summary>
    public T Write<T>(Func<RecordWriter, T> write) => Explained(path, () =>
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(TanyuanLibrary));
        if (frozen is not null)
            throw RecordErrors.ReadOnlyRecord(path);
        lock (writeTurn)
        {
            writing.Execute("BEGIN IMMEDIATE");
            try
            {
                var result = write(new RecordWriter(writing));
                writing.Execute("COMMIT");
                return result;
            }
            catch
            {
                RollBack();
                throw;
            }
        }
    });

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var connection))
            connection.Dispose();
        lock (writeTurn)
            writing.Dispose();
    }

    void RollBack()
    {
        try
        {
            writing.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite rolls back by itself on a full disk or an I/O error; the first error is the one to report.
        }
    }

    static T Explained<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException error)
        {
            throw RecordErrors.Explain(error, path);
        }
    }
}
