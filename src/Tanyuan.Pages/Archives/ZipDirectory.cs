using System.Buffers.Binary;
using System.Text;

namespace Tanyuan.Pages.Archives;

/// <summary>
/// The central directory of a ZIP archive (PKWARE APPNOTE 6.3, with ZIP64), read member by member: an archive of any size and any number of
/// members takes the memory of one. Names that are not marked as UTF-8 are read in the charset that all of them together are likeliest in,
/// since archives made on Chinese systems hold GBK names. Data before the archive, as in self-extracting ones, is allowed for.
/// </summary>
internal sealed class ZipDirectory
{
    const uint EndMark = 0x06054B50, End64Mark = 0x06064B50, Locator64Mark = 0x07064B50, MemberMark = 0x02014B50, LocalMark = 0x04034B50;
    const int EndLength = 22, LocatorLength = 20, End64Length = 56, MemberLength = 46, LocalLength = 30, LongestComment = 65_535;
    const ushort Zip64Extra = 0x0001, UnicodeNameExtra = 0x7075, TimesExtra = 0x5455;

    readonly Stream file;
    readonly long start;
    readonly long length;
    readonly long shift;
    readonly NameDecoder names;

    /// <summary>Finds the directory of an archive.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is damaged.</exception>
    public ZipDirectory(Stream file)
    {
        this.file = file;
        (start, length, shift) = Locate(file);
        names = ReadAhead();
    }

    /// <summary>The members in the directory's order.</summary>
    public IEnumerable<ZipMember> Members()
    {
        foreach (var (fixedPart, variablePart) in Entries())
            yield return ReadMember(fixedPart, variablePart);
    }

    /// <summary>The member of a name, or null.</summary>
    public ZipMember? Find(string name) => Members().FirstOrDefault(member => member.Name == name);

    /// <summary>The content of a member, verified as it is read to its end.</summary>
    /// <exception cref="InvalidDataException">The archive has no such content, or packs it in a way that is not read.</exception>
    public Stream Open(ZipMember member, ExpansionBudget budget)
    {
        var header = new byte[LocalLength];
        file.Position = member.HeaderOffset;
        if (file.ReadAtLeast(header, LocalLength, throwOnEndOfStream: false) < LocalLength || BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalMark)
            throw new InvalidDataException($"The archive has no content at byte {member.HeaderOffset:N0}, where its directory says it is.");

        var dataOffset = member.HeaderOffset + LocalLength
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        var packed = new SlicedStream(file, dataOffset, member.PackedLength);
        Stream content = member.Method == 8 ? Unpacking.Deflate(packed) : packed;
        return new VerifiedStream(new CountedStream(content, budget.Spend), member.Length, member.Checksum);
    }

    static (long Start, long Length, long Shift) Locate(Stream file)
    {
        var tailLength = (int)Math.Min(file.Length, EndLength + LongestComment);
        var tail = new byte[tailLength];
        file.Position = file.Length - tailLength;
        file.ReadExactly(tail);
        for (var at = tailLength - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndMark || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) > end.Length - EndLength)
                continue;

            var endOffset = file.Length - tailLength + at;
            long size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            if (size == uint.MaxValue || offset == uint.MaxValue || BinaryPrimitives.ReadUInt16LittleEndian(end[10..]) == ushort.MaxValue)
                (endOffset, size, offset) = Locate64(file, endOffset) ?? (endOffset, size, offset);

            var start = endOffset - size;
            if (size < 0 || start < 0 || offset < 0 || offset > start)
                throw new InvalidDataException("The archive's directory lies outside the file.");
            return (start, size, start - offset);
        }

        throw new InvalidDataException("The archive's directory is missing; it is not a ZIP archive, or its end was cut off.");
    }

    static (long EndOffset, long Size, long Offset)? Locate64(Stream file, long endOffset)
    {
        if (endOffset < LocatorLength)
            return null;
        var locator = new byte[LocatorLength];
        file.Position = endOffset - LocatorLength;
        file.ReadExactly(locator);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != Locator64Mark)
            return null;

        // The record stands where the locator says, or right before it where something was put in front of the archive.
        var end = new byte[End64Length];
        foreach (var at in (long[])[BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8)), endOffset - LocatorLength - End64Length])
        {
            if (at < 0 || at > file.Length - End64Length)
                continue;
            file.Position = at;
            file.ReadExactly(end);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) == End64Mark)
                return (at, BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(40)), BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48)));
        }

        throw new InvalidDataException("The archive's 64-bit directory is missing.");
    }

    IEnumerable<(byte[] Fixed, byte[] Variable)> Entries()
    {
        using var directory = new BufferedStream(new SlicedStream(file, start, length), 1 << 16);
        for (var left = length; left >= MemberLength;)
        {
            var fixedPart = new byte[MemberLength];
            directory.ReadExactly(fixedPart);
            if (BinaryPrimitives.ReadUInt32LittleEndian(fixedPart) != MemberMark)
                throw new InvalidDataException("The archive's directory is damaged.");
            var variablePart = new byte[
                BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(28)) + BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(32))];
            if (left < MemberLength + variablePart.Length)
                throw new InvalidDataException("The archive's directory is damaged.");
            directory.ReadExactly(variablePart);
            left -= MemberLength + variablePart.Length;
            yield return (fixedPart, variablePart);
        }
    }

    ZipMember ReadMember(byte[] fixedPart, byte[] variablePart)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(8));
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(28));
        var extra = variablePart.AsSpan(nameLength, BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(30)));
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(fixedPart.AsSpan(20)), full = BinaryPrimitives.ReadUInt32LittleEndian(fixedPart.AsSpan(24)),
            offset = BinaryPrimitives.ReadUInt32LittleEndian(fixedPart.AsSpan(42));
        var name = ReadName(variablePart.AsSpan(0, nameLength), isUtf8: (flags & 0x800) != 0);
        var written = EntryTime.OfDos(BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(14)), BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(12)));
        while (extra.Length >= 4)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            var value = extra.Slice(4, size);
            if (kind == Zip64Extra)
            {
                Widen(ref full, ref value);
                Widen(ref packed, ref value);
                Widen(ref offset, ref value);
            }
            else if (kind == UnicodeNameExtra && value.Length > 5 && value[0] == 1)
            {
                name = Encoding.UTF8.GetString(value[5..]);
            }
            else if (kind == TimesExtra && value.Length >= 5 && (value[0] & 1) != 0)
            {
                written = EntryTime.OfUnix(BinaryPrimitives.ReadInt32LittleEndian(value[1..])) ?? written;
            }

            extra = extra[(4 + size)..];
        }

        if (packed < 0 || full < 0 || offset < 0)
            throw new InvalidDataException("The archive's directory is damaged.");
        var unixKind = BinaryPrimitives.ReadUInt32LittleEndian(fixedPart.AsSpan(38)) >> 28;
        name = MemberName.Clean(name);
        return new ZipMember(
            name, BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(10)), (flags & 1) != 0, !name.EndsWith('/') && unixKind is not (0xA or 0x4),
            packed, full, BinaryPrimitives.ReadUInt32LittleEndian(fixedPart.AsSpan(16)), offset + shift)
        {
            Written = written,
        };
    }

    static void Widen(ref long number, ref Span<byte> value)
    {
        if (number != uint.MaxValue || value.Length < 8)
            return;
        number = BinaryPrimitives.ReadInt64LittleEndian(value);
        value = value[8..];
    }

    string ReadName(ReadOnlySpan<byte> name, bool isUtf8) => isUtf8 ? Encoding.UTF8.GetString(name) : names.Decode(name);

    NameDecoder ReadAhead()
    {
        var decoder = new NameDecoder();
        foreach (var (fixedPart, variablePart) in Entries())
        {
            if ((fixedPart[9] & 8) == 0)
                decoder.Observe(variablePart.AsSpan(0, BinaryPrimitives.ReadUInt16LittleEndian(fixedPart.AsSpan(28))));
            if (decoder.IsSure)
                break;
        }

        return decoder;
    }
}
