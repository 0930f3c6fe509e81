using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests;

/// <summary>A directory in memory of which a test overrides what it watches or holds up.</summary>
abstract class WrappedDirectory(MemoryDirectory inner) : IndexDirectory
{
    public override IReadOnlyList<string> List() => inner.List();

    public override Stream Create(string name) => inner.Create(name);

    public override IndexInput Open(string name) => inner.Open(name);

    public override void Sync(string name) => inner.Sync(name);

    public override void SyncDirectory() => inner.SyncDirectory();

    public override void Rename(string from, string to) => inner.Rename(from, to);

    public override void Delete(string name) => inner.Delete(name);

    public override IDisposable Lock() => inner.Lock();

    public override string Describe(string name) => inner.Describe(name);
}
