using System.Runtime.InteropServices;

namespace Tanyuan.Text.Decoding;

/// <summary>
/// Recognises UTF-16 without a byte order mark: read in the right byte order nearly all units are common characters of one
/// language, and hardly any bytes that are not UTF-16 look so by chance.
/// </summary>
internal static class Utf16Pattern
{
    const int SampleUnits = 16 * 1024;

    /// <summary>The mean cost under which a reading counts as text: 11 bits a unit.</summary>
    const int Ceiling = 88;

    public static Charset? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
            return null;
        var little = MeanCost(bytes, bigEndian: false);
        var big = MeanCost(bytes, bigEndian: true);
        if (Math.Min(little, big) > Ceiling)
            return null;
        return little <= big ? Charset.Utf16LittleEndian : Charset.Utf16BigEndian;
    }

    static long MeanCost(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var count = Math.Min(bytes.Length / 2, SampleUnits);
        var units = new char[count];
        bytes[..(2 * count)].CopyTo(MemoryMarshal.AsBytes(units.AsSpan()));
        if (bigEndian == BitConverter.IsLittleEndian)
        {
            var swapped = MemoryMarshal.Cast<char, short>(units.AsSpan());
            System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(swapped, swapped);
        }

        return CharacterModel.LeastCost(units) / count;
    }
}
