using Microsoft.Data.Sqlite;

namespace Tanyuan.Library.Record;

/// <summary>
/// One connection to the record, with its prepared statements kept by their text. Parameters are <c>?1</c>, <c>?2</c> … in order.
/// Not thread-safe: <see cref="RecordDatabase"/> hands a connection to one caller at a time.
/// </summary>
internal sealed class RecordConnection : IDisposable
{
    static readonly string[] ParameterNames = [.. Enumerable.Range(1, 24).Select(number => $"?{number}")];

    readonly SqliteConnection connection;
    readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);

    public RecordConnection(string dataSource, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = dataSource, Mode = mode, Pooling = false, DefaultTimeout = 10 };
        connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            Execute("PRAGMA busy_timeout = 10000");
            Execute("PRAGMA foreign_keys = ON");
            Execute("PRAGMA synchronous = FULL");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs several statements that take no parameters and are not worth keeping.</summary>
    public void ExecuteScript(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs an INSERT and returns the id of the new row.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Prepare(sql, values).ExecuteNonQuery();
        return SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    /// <summary>The rows of a query; dispose the reader before the statement is run again.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteReader();

    /// <summary>The first column of the first row as an integer, or null when there is none.</summary>
    public long? Integer(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar() as long?;

    /// <summary>The first column of the first row as text, or null when there is none.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar() as string;

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        connection.Dispose();
    }

    SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = connection.CreateCommand();
            statement.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                statement.Parameters.Add(new SqliteParameter(ParameterNames[i], null));
            statements.Add(sql, statement);
        }

        for (var i = 0; i < values.Length; i++)
            statement.Parameters[i].Value = values[i] ?? DBNull.Value;
        return statement;
    }
}
