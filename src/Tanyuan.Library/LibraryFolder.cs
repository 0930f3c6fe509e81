using Tanyuan.Index.Storage;
using Tanyuan.Text;

namespace Tanyuan.Library;

/// <summary>
/// The files of a library's folder. Who writes holds <c>library.lock</c> open alone: the system lets go of it when the
/// process ends, however it ends, so a lock is never stale.
/// </summary>
internal sealed class LibraryFolder
{
    const int LockAttempts = 40;

    // What Unix and Windows call it, as an IOException carries it.
    const int ReadOnlyFileSystem = 30, NoSpace = 28;
    const int WriteProtected = unchecked((int)0x80070013), DiskFull = unchecked((int)0x80070070);

    static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);

    readonly string lockPath;

    LibraryFolder(string path)
    {
        Path = path;
        RecordPath = System.IO.Path.Combine(path, "library.db");
        lockPath = System.IO.Path.Combine(path, "library.lock");
    }

    public string Path { get; }

    public string RecordPath { get; }

    /// <summary>The folder at a path, made where there is none and <paramref name="mustExist"/> does not forbid it.</summary>
    public static LibraryFolder At(string path, bool mustExist)
    {
        var folder = new LibraryFolder(System.IO.Path.GetFullPath(path));
        if (File.Exists(folder.Path))
        {
            throw new TanyuanException(
                "library-not-a-folder", $"{folder.Path} is a file; a library is a folder. Name another path with --library or TANYUAN_LIBRARY.");
        }

        if (mustExist && !File.Exists(folder.RecordPath))
        {
            throw new TanyuanException(
                "library-not-found", $"There is no library in {folder.Path}. Make one with `tanyuan add PATH`, or name another folder with --library.");
        }

        folder.Guarded(() => Directory.CreateDirectory(folder.Path));
        return folder;
    }

    public IndexDirectory OpenIndexDirectory() => Guarded(() => new FileSystemDirectory(System.IO.Path.Combine(Path, "index")));

    /// <summary>The writer's lock, or null where another writer holds it.</summary>
    public IDisposable? TryLock()
    {
        try
        {
            return Guarded(() => new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException) when (File.Exists(lockPath))
        {
            return null;
        }
    }

    /// <summary>The writer's lock; waits a short while for one who holds it briefly.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < LockAttempts; attempt++)
        {
            if (TryLock() is { } taken)
                return taken;
            await Task.Delay(LockPause, cancellationToken);
        }

        throw Busy();
    }

    public TanyuanException Busy() => new(
        "library-busy", $"Another process is writing to the library in {Path}. Wait until it is done and try again; searching works meanwhile.");

    /// <summary>The bytes that the folder takes.</summary>
    public long DiskBytes()
    {
        var bytes = 0L;
        foreach (var file in new DirectoryInfo(Path).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            try
            {
                bytes += file.Length;
            }
            catch (FileNotFoundException)
            {
                // A writer deleted it between the listing and here.
            }
        }

        return bytes;
    }

    T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException { HResult: ReadOnlyFileSystem or WriteProtected })
        {
            throw new TanyuanException(
                "library-access-denied", $"The library folder {Path} cannot be made or written ({error.Message}). Check its permissions.", error);
        }
        catch (IOException error) when (error.HResult is NoSpace or DiskFull)
        {
            throw new TanyuanException(
                "library-disk-full",
                $"The disk that holds {Path} is full. Nothing that was reported as added is lost; free some space and run the same command again.",
                error);
        }
    }
}
