using System.IO.Compression;
using System.Text;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Text.Tests.Decoding;

public sealed class LooksLikeTextTests
{
    [Theory]
    [InlineData(65001, SampleTexts.Simplified)]
    [InlineData(1200, SampleTexts.Simplified)]
    [InlineData(1201, SampleTexts.French)]
    [InlineData(936, SampleTexts.Simplified)]
    [InlineData(950, SampleTexts.Traditional)]
    [InlineData(932, SampleTexts.Japanese)]
    [InlineData(51932, SampleTexts.Japanese)]
    [InlineData(949, SampleTexts.Korean)]
    [InlineData(1252, SampleTexts.French)]
    [InlineData(1250, SampleTexts.Czech)]
    [InlineData(1251, SampleTexts.Cyrillic)]
    [InlineData(20127, "MZ is a pair of letters. %PDF is not at the start of this text.")]
    [InlineData(20127, "{\"id\": 7}")]
    [InlineData(20127, "")]
    public void Text_in_any_charset_is_text(int codePage, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        Assert.True(TextDecoder.LooksLikeText(encoding.GetBytes(text)));
    }

    [Fact]
    public void Files_of_binary_formats_are_not_text()
    {
        byte[][] files =
        [
            [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13], [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], [.. "GIF89a"u8, 1, 0], [.. "%PDF-1.7\n1 0 obj"u8],
            [.. "PK\u0003\u0004"u8, 20, 0], [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0], [0x7F, .. "ELF"u8, 2, 1, 1, 0], [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
            [.. "RIFF"u8, 4, 3, 0, 0, .. "WEBPVP8 "u8], [0, 0, 0, 0x20, .. "ftypisom"u8], [.. "SQLite format 3"u8, 0],
        ];
        foreach (var file in files)
            Assert.False(TextDecoder.LooksLikeText(file), Convert.ToHexString(file));
    }

    [Fact]
    public void Noise_and_compressed_data_are_not_text()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var noise = new byte[random.Next(200, 4000)];
            random.NextBytes(noise);
            Assert.False(TextDecoder.LooksLikeText(noise));
        }

        var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(Encoding.UTF8.GetBytes(SampleTexts.Simplified + SampleTexts.Japanese + SampleTexts.Cyrillic));
        Assert.False(TextDecoder.LooksLikeText(compressed.ToArray()));
    }
}
