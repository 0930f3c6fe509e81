using System.Buffers;
using System.Text;
using Tanyuan.Text.Repairing.Mojibake;

namespace Tanyuan.Text.Tests.Repairing.Mojibake;

public sealed class Utf8SequenceTests
{
    [Fact]
    public void Every_character_beyond_ascii_is_read_from_its_bytes()
    {
        Span<byte> bytes = stackalloc byte[Utf8Sequence.Longest];
        for (var value = 0x80; value <= 0x10FFFF; value++)
        {
            if (!Rune.TryCreate(value, out var rune))
                continue;
            var length = rune.EncodeToUtf8(bytes);
            Assert.Equal(length, Utf8Sequence.LengthOf(bytes[0]));
            Assert.True(Utf8Sequence.TryRead(bytes[..length], out var read));
            Assert.Equal(rune, read);
        }
    }

    [Fact]
    public void What_no_decoder_reads_is_refused()
    {
        for (var lead = 0xC2; lead <= 0xF4; lead++)
        {
            for (var second = 0x80; second <= 0xBF; second++)
            {
                byte[] bytes = [.. new byte[] { (byte)lead, (byte)second, 0x80, 0x80 }.AsSpan(0, Utf8Sequence.LengthOf(lead))];
                var isRead = Rune.DecodeFromUtf8(bytes, out _, out var consumed) == OperationStatus.Done && consumed == bytes.Length;
                Assert.Equal(isRead, Utf8Sequence.TryRead(bytes, out _));
            }
        }

        Assert.All(Enumerable.Range(0, 0xC2).Concat(Enumerable.Range(0xF5, 11)), lead => Assert.Equal(0, Utf8Sequence.LengthOf(lead)));
    }
}
