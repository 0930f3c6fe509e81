namespace Tanyuan.Index.Storage;

/// <summary>
/// Where an index keeps its files: a flat set of named files, each written once from start to end and then only read.
/// Nothing is durable before <see cref="Sync"/> (content) and <see cref="SyncDirectory"/> (names) have returned.
/// </summary>
public abstract class IndexDirectory
{
    /// <summary>The names of all files, in no particular order.</summary>
    public abstract IReadOnlyList<string> List();

    /// <summary>Creates a file and returns the stream that writes it.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public abstract Stream Create(string name);

    /// <summary>Opens a finished file for reading. What is returned stays readable after the file is deleted, until it is closed.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract IndexInput Open(string name);

    /// <summary>Makes the content of a finished file durable.</summary>
    public abstract void Sync(string name);

    /// <summary>Makes creations, renames and deletions so far durable.</summary>
    public abstract void SyncDirectory();

    /// <summary>Renames a file at one stroke, replacing one of that name.</summary>
    public abstract void Rename(string from, string to);

    /// <summary>Deletes a file if it can be deleted now; a file that is in use may stay until a later call.</summary>
    public abstract void Delete(string name);

    /// <summary>Takes the writer's lock and holds it until the result is disposed or the process ends.</summary>
    /// <exception cref="Text.TanyuanException"><c>index-locked</c>: another writer holds it.</exception>
    public abstract IDisposable Lock();

    /// <summary>A file, or the directory itself for an empty name, as messages should call it.</summary>
    public abstract string Describe(string name);
}
