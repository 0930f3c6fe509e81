using System.Buffers.Binary;
using Tanyuan.Text.Words;

namespace Tanyuan.Text.Tests.Tables;

public sealed class TableFileTests
{
    const int HeaderLength = 32;

    [Theory]
    [InlineData("folding.bin", "FOLD", 1)]
    [InlineData("units.bin", "UNIT", 1)]
    [InlineData("words.bin", "WORD", 1)]
    [InlineData("unknown-words.bin", "HMM ", 1)]
    [InlineData("readings.bin", "READ", 1)]
    [InlineData("tagger.bin", "TAGR", 2)]
    [InlineData("characters.bin", "CHAR", 1)]
    [InlineData("conversion.bin", "CONV", 1)]
    [InlineData("pairs.bin", "PAIR", 1)]
    [InlineData("bigrams.bin", "BIGR", 1)]
    [InlineData("children.bin", "CHLD", 1)]
    [InlineData("numbers.bin", "NUMB", 1)]
    [InlineData("hkscs.bin", "HKSC", 1)]
    public void A_table_carries_its_kind_version_length_and_checksum(string name, string kind, uint version)
    {
        var bytes = ReadTable(name);
        Assert.Equal("TYTB"u8, bytes.AsSpan(0, 4));
        Assert.Equal(kind, System.Text.Encoding.ASCII.GetString(bytes, 4, 4));
        Assert.Equal(version, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
        Assert.Equal((uint)bytes.Length - HeaderLength, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12)));
        Assert.Equal(Crc32(bytes.AsSpan(HeaderLength)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(16)));
        Assert.True(bytes.AsSpan(20, 12).IndexOfAnyExcept((byte)0) < 0);
    }

    [Fact]
    public void Every_key_is_its_own_key_and_surrogates_stay()
    {
        var keys = ReadTable("folding.bin").AsSpan(HeaderLength);
        for (var unit = 0; unit < 0x10000; unit++)
        {
            int key = BinaryPrimitives.ReadUInt16LittleEndian(keys[(unit * 2)..]);
            Assert.Equal(key, BinaryPrimitives.ReadUInt16LittleEndian(keys[(key * 2)..]));
            if (char.IsSurrogate((char)unit))
                Assert.Equal(unit, key);
        }
    }

    static byte[] ReadTable(string name)
    {
        using var stream = typeof(WordSegmenter).Assembly.GetManifestResourceStream(name);
        Assert.NotNull(stream);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
