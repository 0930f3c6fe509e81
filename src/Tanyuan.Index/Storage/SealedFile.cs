using System.Buffers.Binary;
using Tanyuan.Text;

namespace Tanyuan.Index.Storage;

/// <summary>
/// A file in the envelope of <see cref="SealedFormat"/>, open for reading. Opening checks header, footer and checksum table;
/// each 64 KiB block is verified the first time any byte of it is asked for. Thread-safe.
/// </summary>
sealed class SealedFile
{
    readonly IndexInput input;
    readonly string described;
    readonly bool[] verified;

    SealedFile(IndexInput input, string described, long length, uint seal)
    {
        this.input = input;
        this.described = described;
        Length = length;
        Seal = seal;
        verified = new bool[SealedFormat.BlockCount(length)];
    }

    /// <summary>The length of the sealed part: header and body.</summary>
    internal long Length { get; }

    internal uint Seal { get; }

    /// <summary>The length of the file on disk.</summary>
    internal long FileLength => input.Length;

    internal static SealedFile Open(IndexDirectory directory, string name, FileKind kind, long segment)
    {
        var input = directory.Open(name);
        try
        {
            return Open(input, directory.Describe(name), kind, segment);
        }
        catch
        {
            input.Close();
            throw;
        }
    }

    /// <summary>Verified bytes of the sealed part.</summary>
    internal ReadOnlySpan<byte> GetSpan(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            throw Corrupt(offset, $"{length} bytes are expected there, beyond its end");

        var last = (int)((offset + Math.Max(length, 1) - 1) / SealedFormat.BlockLength);
        for (var block = (int)(offset / SealedFormat.BlockLength); block <= last; block++)
        {
            if (block < verified.Length && !Volatile.Read(ref verified[block]))
                VerifyBlock(block);
        }

        return input.GetSpan(offset, length);
    }

    internal ByteReader Read(long offset, int length) => new(this, offset, GetSpan(offset, length));

    /// <summary>Says that what lies between two offsets is not wanted soon.</summary>
    internal void LetGo(long from, long to) => input.LetGo(from, to - from);

    /// <summary>Gives back what the file holds on to; by then nothing uses a span of it.</summary>
    internal void Close() => input.Close();

    /// <summary>Checks every block.</summary>
    internal void VerifyAll()
    {
        for (var block = 0; block < verified.Length; block++)
            VerifyBlock(block);
    }

    internal TanyuanException Corrupt(long offset, string what) => IndexErrors.Corrupt(described, offset, what);

    static SealedFile Open(IndexInput input, string described, FileKind kind, long segment)
    {
        if (input.Length < SealedFormat.HeaderLength + SealedFormat.FooterLength)
            throw IndexErrors.Corrupt(described, input.Length, "it ends before its header and footer do");

        var header = input.GetSpan(0, SealedFormat.HeaderLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != SealedFormat.Magic)
            throw IndexErrors.Corrupt(described, 0, "it does not begin like an index file");

        // Before any checksum: a later version may lay out even the footer in another way.
        int version = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        if (version > SealedFormat.Version)
            throw IndexErrors.TooNew(described, version, SealedFormat.Version);
        if (version < SealedFormat.Version)
            throw IndexErrors.Outdated(described, version, SealedFormat.Version);

        var footerStart = input.Length - SealedFormat.FooterLength;
        var footer = input.GetSpan(footerStart, SealedFormat.FooterLength);
        var seal = BinaryPrimitives.ReadUInt32LittleEndian(footer[16..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(footer[12..]) != SealedFormat.EndMagic || SealedFormat.Checksum(footer[..16]) != seal)
            throw IndexErrors.Corrupt(described, footerStart, "its footer fails the checksum");

        var length = BinaryPrimitives.ReadInt64LittleEndian(footer);
        if (length < SealedFormat.HeaderLength || length > footerStart
            || length + ((long)SealedFormat.BlockCount(length) * sizeof(uint)) != footerStart)
        {
            throw IndexErrors.Corrupt(described, footerStart, $"the footer says {length} sealed bytes, which does not fit the file");
        }

        var file = new SealedFile(input, described, length, seal);
        if (SealedFormat.Checksum(file.ChecksumTable) != BinaryPrimitives.ReadUInt32LittleEndian(footer[8..]))
            throw IndexErrors.Corrupt(described, length, "its checksum table fails the checksum");

        if (BinaryPrimitives.ReadUInt16LittleEndian(header[4..]) != (ushort)kind || BinaryPrimitives.ReadInt64LittleEndian(header[8..]) != segment)
            throw IndexErrors.Corrupt(described, 4, "it is another file than its name says");
        return file;
    }

    ReadOnlySpan<byte> ChecksumTable => input.GetSpan(Length, verified.Length * sizeof(uint));

    void VerifyBlock(int block)
    {
        var start = (long)block * SealedFormat.BlockLength;
        var bytes = input.GetSpan(start, (int)Math.Min(SealedFormat.BlockLength, Length - start));
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(ChecksumTable[(block * sizeof(uint))..]);
        if (SealedFormat.Checksum(bytes) != expected)
            throw Corrupt(start, "its content fails the checksum");
        Volatile.Write(ref verified[block], true);
    }
}
