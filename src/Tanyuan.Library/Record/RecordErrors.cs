using Microsoft.Data.Sqlite;
using Tanyuan.Text;

namespace Tanyuan.Library.Record;

/// <summary>Says in a user's words what SQLite's result codes mean for a library. The codes: https://www.sqlite.org/rescode.html.</summary>
internal static class RecordErrors
{
    const int Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Whether an error may mean no more than that nothing can be written: also the files that SQLite reads by must be made.</summary>
    public static bool MayComeFromWriting(SqliteException error) => error.SqliteErrorCode is Permission or ReadOnly or InputOutput or Full or CannotOpen;

    /// <summary>The error of who writes to a record that could only be opened for reading.</summary>
    public static TanyuanException ReadOnlyRecord(string path) => new(
        "library-read-only",
        $"{path} can be read but not written: its disk is full or read-only, or you may not write there. Searching and asking work. Make room, or give yourself the right, and run the same command again.");

    public static TanyuanException Explain(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => new TanyuanException(
            "library-corrupt",
            $"{path} is damaged or is not a library ({error.Message}). Restore it from a backup, or move it away and add the pages again.",
            error),
        Full => new TanyuanException(
            "library-disk-full",
            $"The disk that holds {path} is full. Nothing that was reported as added is lost; free some space and run the same command again.",
            error),
        Permission or ReadOnly or CannotOpen => new TanyuanException(
            "library-access-denied",
            $"{path} cannot be opened or written ({error.Message}). Check that the folder exists and that you may write to it.",
            error),
        Busy or Locked => new TanyuanException(
            "library-busy", $"{path} is being written by another process. Wait until it is done and try again.", error),
        InputOutput => new TanyuanException(
            "library-io", $"Reading or writing {path} failed ({error.Message}). Check the disk, then run the same command again.", error),
        _ => new TanyuanException("library-failed", $"{path}: {error.Message} (SQLite code {error.SqliteExtendedErrorCode}).", error),
    };
}
