namespace Tanyuan.Index.Storage;

/// <summary>An index directory that lives in memory and is gone with the object. Thread-safe.</summary>
public sealed class MemoryDirectory : IndexDirectory
{
    readonly Lock gate = new();
    readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
    bool locked;

    /// <inheritdoc/>
    public override IReadOnlyList<string> List()
    {
        lock (gate)
            return [.. files.Keys];
    }

    /// <inheritdoc/>
    public override Stream Create(string name)
    {
        lock (gate)
        {
            if (!files.TryAdd(name, []))
                throw new IOException($"The file {name} exists.");
        }

        return new WrittenStream(this, name);
    }

    /// <inheritdoc/>
    public override IndexInput Open(string name)
    {
        lock (gate)
        {
            return files.TryGetValue(name, out var bytes)
                ? new MemoryInput(bytes)
                : throw new FileNotFoundException($"There is no file {name}.", name);
        }
    }

    /// <inheritdoc/>
    public override void Sync(string name)
    {
    }

    /// <inheritdoc/>
    public override void SyncDirectory()
    {
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to)
    {
        lock (gate)
        {
            if (!files.Remove(from, out var bytes))
                throw new FileNotFoundException($"There is no file {from}.", from);
            files[to] = bytes;
        }
    }

    /// <inheritdoc/>
    public override void Delete(string name)
    {
        lock (gate)
            files.Remove(name);
    }

    /// <inheritdoc/>
    public override IDisposable Lock()
    {
        lock (gate)
        {
            if (locked)
                throw IndexErrors.Locked("the index in memory");
            locked = true;
        }

        return new HeldLock(this);
    }

    /// <inheritdoc/>
    public override string Describe(string name) => name.Length == 0 ? "memory" : name;

    sealed class WrittenStream(MemoryDirectory owner, string name) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && CanWrite)
            {
                lock (owner.gate)
                    owner.files[name] = ToArray();
            }

            base.Dispose(disposing);
        }
    }

    sealed class HeldLock(MemoryDirectory owner) : IDisposable
    {
        bool released;

        public void Dispose()
        {
            lock (owner.gate)
            {
                if (!released)
                    owner.locked = false;
                released = true;
            }
        }
    }
}
