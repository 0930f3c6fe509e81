using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests.Faults;

/// <summary>
/// A directory that forgets what was not synced. Content is durable after Sync, names after SyncDirectory. <see cref="Crash"/> gives what a
/// disk may hold after power is lost: of the pending creations, renames and deletions any subset has happened, and an unsynced file holds
/// nothing, a part, zeros, damaged bytes, or everything. Each operation can be made to fail.
/// </summary>
public sealed class FaultDirectory : IndexDirectory
{
    readonly Dictionary<string, Node> names = new(StringComparer.Ordinal);
    readonly Dictionary<string, Node> durableNames = new(StringComparer.Ordinal);
    readonly List<Action<Dictionary<string, Node>>> pending = [];
    int failAfter = int.MaxValue;
    bool keepFailing;
    long space = long.MaxValue;

    /// <summary>How many operations that change something there were.</summary>
    public int Operations { get; private set; }

    /// <summary>Makes the operation after the next <paramref name="operations"/> fail, and every later one where <paramref name="keep"/> is set.</summary>
    public void FailAfter(int operations, bool keep)
    {
        failAfter = Operations + operations;
        keepFailing = keep;
    }

    /// <summary>Lets so many more bytes be written. A write that does not fit writes what does, and fails.</summary>
    public void LimitSpace(long bytes) => space = bytes;

    /// <summary>A directory as it may be found after power was lost now.</summary>
    public FaultDirectory Crash(Random random)
    {
        var entries = new Dictionary<string, Node>(durableNames, StringComparer.Ordinal);
        foreach (var change in pending.Where(_ => random.Next(2) == 0))
            change(entries);

        var found = new FaultDirectory();
        foreach (var (name, node) in entries)
        {
            var survivor = new Node();
            survivor.Content.AddRange(node.AfterCrash(random));
            survivor.Durable = [.. survivor.Content];
            found.names[name] = survivor;
            found.durableNames[name] = survivor;
        }

        return found;
    }

    public override IReadOnlyList<string> List() => [.. names.Keys];

    public override Stream Create(string name)
    {
        Step();
        if (names.ContainsKey(name))
            throw new IOException($"{name} exists.");

        var node = new Node();
        names[name] = node;
        pending.Add(entries => entries[name] = node);
        return new NodeStream(this, node);
    }

    public override IndexInput Open(string name) =>
        names.TryGetValue(name, out var node) ? new MemoryInput([.. node.Content]) : throw new FileNotFoundException("Missing.", name);

    public override void Sync(string name)
    {
        Step();
        names[name].Durable = [.. names[name].Content];
    }

    public override void SyncDirectory()
    {
        Step();
        foreach (var change in pending)
            change(durableNames);
        pending.Clear();
    }

    public override void Rename(string from, string to)
    {
        Step();
        names.Remove(from, out var node);
        names[to] = node!;
        pending.Add(entries =>
        {
            entries.Remove(from);
            entries[to] = node!;
        });
    }

    public override void Delete(string name)
    {
        Step();
        if (names.Remove(name))
            pending.Add(entries => entries.Remove(name));
    }

    public override IDisposable Lock() => new MemoryStream();

    public override string Describe(string name) => name;

    void Step()
    {
        Operations++;
        if (Operations == failAfter || (keepFailing && Operations > failAfter))
            throw new PowerCutException();
    }

    sealed class Node
    {
        public List<byte> Content { get; } = [];

        public byte[]? Durable { get; set; }

        public byte[] AfterCrash(Random random)
        {
            if (Durable is { } durable && durable.Length == Content.Count)
                return durable;

            byte[] full = [.. Content];
            switch (random.Next(5))
            {
                case 0:
                    return Durable ?? [];
                case 1:
                    return full[..random.Next(full.Length + 1)];
                case 2:
                    return new byte[full.Length];
                case 3 when full.Length > 0:
                    full[random.Next(full.Length)] ^= (byte)random.Next(1, 256);
                    return full;
                default:
                    return full;
            }
        }
    }

    sealed class NodeStream(FaultDirectory owner, Node node) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            owner.Step();
            var fitting = (int)Math.Min(buffer.Length, owner.space);
            node.Content.AddRange(buffer[..fitting]);
            owner.space -= fitting;
            if (fitting < buffer.Length)
                throw new IOException("No space left on the simulated disk.");
        }
    }
}
