namespace Tanyuan.Index.Storage;

/// <summary>An index directory that is a folder on disk, made if it is missing.</summary>
public sealed class FileSystemDirectory : IndexDirectory
{
    const string LockName = "write.lock";

    // Below this a copy is cheaper than a mapping, and small indexes need no mapping at all. What is copied is read when it is opened.
    const int LargestCopied = 1 << 14;

    readonly string folder;
    readonly int largestCopied;

    /// <summary>Uses the folder at <paramref name="path"/>.</summary>
    public FileSystemDirectory(string path)
        : this(path, LargestCopied)
    {
    }

    /// <summary>Uses the folder at <paramref name="path"/>, and maps files above <paramref name="largestCopied"/> bytes.</summary>
    internal FileSystemDirectory(string path, int largestCopied)
    {
        this.largestCopied = largestCopied;
        folder = Path.GetFullPath(path);
        Directory.CreateDirectory(folder);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> List() => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path))];

    /// <inheritdoc/>
    public override Stream Create(string name) =>
        new FileStream(Describe(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <inheritdoc/>
    public override IndexInput Open(string name)
    {
        var handle = File.OpenHandle(Describe(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            var length = RandomAccess.GetLength(handle);
            if (length > largestCopied)
                return new MappedInput(handle, length);

            var bytes = new byte[length];
            var read = 0;
            while (read < bytes.Length)
            {
                var count = RandomAccess.Read(handle, bytes.AsSpan(read), read);
                if (count == 0)
                    break;
                read += count;
            }

            return new MemoryInput(read == bytes.Length ? bytes : bytes[..read]);
        }
        finally
        {
            handle.Dispose();
        }
    }

    /// <inheritdoc/>
    public override void Sync(string name)
    {
        using var handle = File.OpenHandle(Describe(name), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        RandomAccess.FlushToDisk(handle);
    }

    /// <inheritdoc/>
    public override void SyncDirectory() => DirectorySync.Flush(folder);

    /// <inheritdoc/>
    public override void Rename(string from, string to) => File.Move(Describe(from), Describe(to), overwrite: true);

    /// <inheritdoc/>
    public override void Delete(string name)
    {
        try
        {
            File.Delete(Describe(name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Windows keeps mapped files; the next clean-up deletes what this one could not.
        }
    }

    /// <inheritdoc/>
    public override IDisposable Lock()
    {
        try
        {
            // An exclusive open is an advisory lock on Unix; the system releases it when the process dies, however it dies.
            return new FileStream(Describe(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw IndexErrors.Locked(Describe(LockName), error);
        }
    }

    /// <inheritdoc/>
    public override string Describe(string name) => name.Length == 0 ? folder : Path.Combine(folder, name);
}
