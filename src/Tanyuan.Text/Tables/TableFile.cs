using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// A table built by <c>tools/tables/build_tables.py</c> and embedded in this assembly. It is read where the loader mapped it:
/// opening costs no parsing and no copy. The header, little-endian: <c>TYTB</c>, a kind of four letters, version, payload
/// length and CRC-32 of the payload (three unsigned 32-bit integers), 12 zero bytes; the payload begins at byte 32. The
/// checksum is proved by the tests, not at every start: reading 6 MB would cost more than most commands.
/// </summary>
internal sealed unsafe class TableFile
{
    const int HeaderLength = 32;

    readonly string name;
    readonly byte* payload;
    readonly int length;
    int position;

    TableFile(string name, byte* payload, int length)
    {
        this.name = name;
        this.payload = payload;
        this.length = length;
    }

    /// <summary>Opens a table of this assembly.</summary>
    /// <exception cref="TanyuanException"><c>table-damaged</c>: the resource is missing or not the kind and version asked for.</exception>
    public static TableFile Open(string name, ReadOnlySpan<byte> kind, uint version)
    {
        var stream = typeof(TableFile).Assembly.GetManifestResourceStream(name) ?? throw Damaged(name, "it is missing");
        var bytes = Map(stream, out var length);
        var header = new ReadOnlySpan<byte>(bytes, (int)Math.Min(length, HeaderLength));
        if (header.Length < HeaderLength || !header.StartsWith("TYTB"u8) || !header.Slice(4, 4).SequenceEqual(kind))
            throw Damaged(name, "it does not begin with the header of its kind");

        var found = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (found != version)
            throw Damaged(name, $"it has version {found} where version {version} is needed");

        var stated = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        if (stated != length - HeaderLength)
            throw Damaged(name, $"it holds {length - HeaderLength} bytes where its header says {stated}");

        return new TableFile(name, bytes + HeaderLength, (int)stated);
    }

    /// <summary>The next value of the payload.</summary>
    public T Read<T>()
        where T : unmanaged => Unsafe.ReadUnaligned<T>(Take(sizeof(T)));

    /// <summary>The next <paramref name="count"/> values of the payload; the pointer is valid as long as the process lives.</summary>
    public T* ReadArray<T>(int count)
        where T : unmanaged => (T*)Take(checked(count * sizeof(T)));

    byte* Take(int bytes)
    {
        if (bytes > length - position)
            throw Damaged(name, "a part of it reaches past its end");

        var start = payload + position;
        position += bytes;
        return start;
    }

    static byte* Map(Stream stream, out long length)
    {
        length = stream.Length;
        if (stream is UnmanagedMemoryStream mapped)
            return mapped.PositionPointer;

        // A host that unpacks assemblies may hand out another kind of stream: keep one pinned copy for the life of the process.
        var copy = GC.AllocateUninitializedArray<byte>(checked((int)length), pinned: true);
        stream.ReadExactly(copy);
        GCHandle.Alloc(copy);
        return (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(copy));
    }

    static TanyuanException Damaged(string name, string how) =>
        new("table-damaged", $"The table {name} inside Tanyuan.Text.dll can't be used: {how}. Install Tanyuan again.");
}
