using System.Buffers;
using System.Globalization;
using System.Text;
using Tanyuan.Text.Decoding.Kernels;

namespace Tanyuan.Pages.Sources;

/// <summary>
/// Reads the usual line of a JSON Lines file in one pass: an object in UTF-8 whose members are strings, whole numbers, <c>true</c>, <c>false</c> and <c>null</c>, with no known
/// name twice. What it reads is what a JSON reader reads; of any other line, and of what is no JSON, it says nothing.
/// </summary>
internal ref struct FlatRecord
{
    const int LongestNumber = 18;
    const int HexDigits = 4;

    static readonly SearchValues<byte> EndsOfRuns = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(value => (byte)value)]);

    readonly ReadOnlyMemory<byte> line;
    readonly ReadOnlySpan<byte> bytes;
    readonly byte[][] names;
    readonly ReadOnlyMemory<byte>?[] members;
    uint seen;
    int at;

    FlatRecord(ReadOnlyMemory<byte> line, byte[][] names)
    {
        (this.line, this.names) = (line, names);
        bytes = line.Span;
        members = new ReadOnlyMemory<byte>?[names.Length];
    }

    /// <summary>Reads the members with some names: null where there is none, or it is neither string nor number. Null where the line is not the usual one.</summary>
    /// <param name="line">The line; what is read may be part of it.</param>
    /// <param name="names">The names in UTF-8.</param>
    public static ReadOnlyMemory<byte>?[]? Read(ReadOnlyMemory<byte> line, byte[][] names)
    {
        var record = new FlatRecord(line, names);
        return Utf8Reading.IsValid(line.Span) && record.ReadMembers() ? record.members : null;
    }

    bool ReadMembers()
    {
        if (!Take('{'))
            return false;
        do
        {
            if (!Take('"') || ReadString() is not { } name || !Take(':') || !ReadMember(name.Span))
                return false;
        }
        while (Take(','));
        return Take('}') && Peek() == 0 && at == bytes.Length;
    }

    bool ReadMember(ReadOnlySpan<byte> name)
    {
        var number = NumberOf(name);
        if (number >= 0 && ((seen >> number) & 1) != 0)
            return false;
        ReadOnlyMemory<byte>? value = null;
        switch (Peek())
        {
            case (byte)'"':
                at++;
                value = ReadString();
                break;
            case >= (byte)'0' and <= (byte)'9':
                value = ReadNumber();
                break;
            default:
                if (!TakeWord("null"u8) && !TakeWord("true"u8) && !TakeWord("false"u8))
                    return false;
                return Record(number, null);
        }

        return value is not null && Record(number, value);
    }

    bool Record(int number, ReadOnlyMemory<byte>? value)
    {
        if (number >= 0)
        {
            seen |= 1u << number;
            members[number] = value;
        }

        return true;
    }

    readonly int NumberOf(ReadOnlySpan<byte> name)
    {
        for (var number = 0; number < names.Length; number++)
        {
            if (name.SequenceEqual(names[number]))
                return number;
        }

        return -1;
    }

    /// <summary>Reads to the end of a string, behind its first quotation mark.</summary>
    ReadOnlyMemory<byte>? ReadString()
    {
        var run = bytes[at..].IndexOfAny(EndsOfRuns);
        if (run < 0)
            return null;
        if (bytes[at + run] == '"')
        {
            at += run + 1;
            return line.Slice(at - run - 1, run);
        }

        // Without its escapes it is shorter.
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length - at);
        var length = Unescape(buffer);
        ReadOnlyMemory<byte>? text = null;
        if (length >= 0)
            text = buffer.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    int Unescape(Span<byte> text)
    {
        for (var length = 0; ;)
        {
            var run = bytes[at..].IndexOfAny(EndsOfRuns);
            if (run < 0)
                return -1;
            bytes.Slice(at, run).CopyTo(text[length..]);
            length += run;
            at += run + 1;
            if (bytes[at - 1] == '"')
                return length;
            if (bytes[at - 1] != '\\' || ReadEscape(text[length..]) is not (var escaped and > 0))
                return -1;
            length += escaped;
        }
    }

    /// <summary>Reads what follows a backslash, and returns how many bytes it stands for.</summary>
    int ReadEscape(Span<byte> text)
    {
        if (at == bytes.Length)
            return 0;
        var sign = bytes[at++];
        text[0] = sign switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', _ => sign };
        if (text[0] != sign || sign is (byte)'"' or (byte)'\\' or (byte)'/')
            return 1;
        if (sign != 'u' || ReadUnit() is not { } first)
            return 0;
        if (Rune.TryCreate(first, out var rune))
            return rune.EncodeToUtf8(text);
        return TakeWord("\\u"u8) && ReadUnit() is { } second && Rune.TryCreate(first, second, out rune) ? rune.EncodeToUtf8(text) : 0;
    }

    char? ReadUnit()
    {
        if (at + HexDigits > bytes.Length || !ushort.TryParse(bytes.Slice(at, HexDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            return null;
        at += HexDigits;
        return (char)unit;
    }

    ReadOnlyMemory<byte>? ReadNumber()
    {
        var length = bytes[at..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length is < 1 or > LongestNumber || (bytes[at] == '0' && length > 1) || bytes[at + length] is (byte)'.' or (byte)'e' or (byte)'E')
            return null;
        at += length;
        return line.Slice(at - length, length);
    }

    bool TakeWord(ReadOnlySpan<byte> word)
    {
        if (!bytes[at..].StartsWith(word))
            return false;
        at += word.Length;
        return true;
    }

    bool Take(char sign)
    {
        if (Peek() != sign)
            return false;
        at++;
        return true;
    }

    /// <summary>The next byte that is no white space; 0 at the end.</summary>
    byte Peek()
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return at < bytes.Length ? bytes[at] : (byte)0;
    }
}
