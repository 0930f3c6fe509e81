using System.Globalization;
using System.Text;

namespace Tanyuan.Pages.Archives;

/// <summary>A member of a TAR archive.</summary>
/// <param name="Name">Its path in the archive.</param>
/// <param name="Length">Its length.</param>
/// <param name="Content">Its content, to be read before the next member is asked for.</param>
/// <param name="Written">When it was last written, or null where the archive does not say.</param>
internal sealed record TarMember(string Name, long Length, SlicedStream Content, DateTimeOffset? Written);

/// <summary>
/// Reads TAR archives (POSIX.1-1988 ustar and POSIX.1-2001 pax, GNU long names, the old format) in one pass, in the memory of one block.
/// Only files come out: folders, links and devices have no content. Names that are no UTF-8 are read in the charset that all of them so far
/// together are likeliest in.
/// </summary>
internal static class TarReader
{
    const int BlockLength = 512, LongestHeader = 1 << 20;

    /// <summary>The files of an archive, in its order.</summary>
    /// <exception cref="InvalidDataException">A header is damaged.</exception>
    /// <exception cref="EndOfStreamException">The archive ends within a member, or without its end mark.</exception>
    public static IEnumerable<TarMember> Read(Stream archive)
    {
        var header = new byte[BlockLength];
        var names = new NameDecoder();
        string? longName = null;
        long? longLength = null;
        DateTimeOffset? written = null;
        while (true)
        {
            if (archive.ReadAtLeast(header, BlockLength, throwOnEndOfStream: false) < BlockLength)
                throw new EndOfStreamException("The archive ends before its end mark; what came before it was read.");
            if (header.AsSpan().IndexOfAnyExcept((byte)0) < 0)
                yield break;
            if (Checksum(header) != Number(header.AsSpan(148, 8)))
                throw new InvalidDataException("A member's header does not match its checksum.");

            var length = Number(header.AsSpan(124, 12));
            var kind = (char)header[156];
            if (kind is 'x' or 'L')
            {
                var extension = ReadExtension(archive, length);
                if (kind == 'L')
                    longName = Text(extension, names);
                else
                {
                    (longName, longLength, written) =
                        (Attribute(extension, "path") is { } path ? Text(path, names) : longName, Length(extension) ?? longLength, Written(extension) ?? written);
                }
                continue;
            }

            length = longLength ?? length;
            var content = new SlicedStream(archive, null, length);
            if (kind is '0' or '\0' or '7')
                yield return new TarMember(MemberName.Clean(longName ?? ShortName(header, names)), length, content, written ?? EntryTime.OfUnix(AnyNumber(header.AsSpan(136, 12))));
            content.SkipRest();
            new SlicedStream(archive, null, -length & (BlockLength - 1)).SkipRest();
            (longName, longLength, written) = kind == 'g' ? (longName, longLength, written) : (null, null, null);
        }
    }

    static byte[] ReadExtension(Stream archive, long length)
    {
        if (length > LongestHeader)
            throw new InvalidDataException($"A header of {length:N0} bytes is longer than any that means something.");
        var extension = new byte[length];
        archive.ReadExactly(extension);
        new SlicedStream(archive, null, -length & (BlockLength - 1)).SkipRest();
        return extension;
    }

    /// <summary>The value in pax records, each <c>length key=value\n</c>.</summary>
    static byte[]? Attribute(byte[] records, string key)
    {
        var rest = records.AsSpan();
        while (rest.IndexOf((byte)' ') is > 0 and var space && int.TryParse(rest[..space], out var length) && length > space && length <= rest.Length)
        {
            var record = rest[(space + 1)..length];
            var equals = record.IndexOf((byte)'=');
            if (equals > 0 && Encoding.UTF8.GetString(record[..equals]) == key)
                return record[(equals + 1)..].TrimEnd((byte)'\n').ToArray();
            rest = rest[length..];
        }

        return null;
    }

    static long? Length(byte[] records) =>
        Attribute(records, "size") is { } size && long.TryParse(size, out var length) && length >= 0 ? length : null;

    /// <summary>Its time, in seconds with a fraction.</summary>
    static DateTimeOffset? Written(byte[] records) =>
        Attribute(records, "mtime") is { } time && double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e12
            ? EntryTime.OfUnix((long)seconds)
            : null;

    static string ShortName(byte[] header, NameDecoder names)
    {
        var name = Field(header.AsSpan(0, 100));
        var prefix = header.AsSpan(257, 6).SequenceEqual("ustar\0"u8) ? Field(header.AsSpan(345, 155)) : [];
        return Text(prefix.IsEmpty ? name : [.. prefix, (byte)'/', .. name], names);
    }

    static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> field) => field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field;

    static string Text(ReadOnlySpan<byte> name, NameDecoder names) => names.Decode(Field(name));

    static long Checksum(byte[] header)
    {
        long sum = 8 * ' ';
        for (var i = 0; i < header.Length; i++)
            sum += i is >= 148 and < 156 ? 0 : header[i];
        return sum;
    }

    static long Number(ReadOnlySpan<byte> field) =>
        AnyNumber(field) is >= 0 and var number ? number : throw new InvalidDataException("A member's header holds a length that is no number.");

    /// <summary>An octal number, or a binary one where the first bit is set; below zero where it is neither.</summary>
    static long AnyNumber(ReadOnlySpan<byte> field)
    {
        long number = 0;
        if ((field[0] & 0x80) != 0)
        {
            foreach (var value in field[^8..])
                number = (number << 8) | value;
        }
        else
        {
            foreach (var digit in Field(field).Trim((byte)' '))
                number = number >= 0 && digit is >= (byte)'0' and <= (byte)'7' ? (number << 3) | (uint)(digit - '0') : -1;
        }

        return number;
    }
}
