using System.Text;

namespace Tanyuan.Text.Decoding;

/// <summary>
/// Replaces malformed byte sequences by U+FFFD and counts them. The lone byte 80 becomes the euro sign in GB18030, as
/// the WHATWG Encoding Standard has it: Windows wrote it so for years.
/// </summary>
internal sealed class MalformedCounter(bool euroAt80) : DecoderFallback
{
    public int Count { get; private set; }

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    char Replace(byte[] bytes)
    {
        if (euroAt80 && bytes is [0x80])
            return '€';
        Count++;
        return '\uFFFD';
    }

    sealed class Buffer(MalformedCounter counter) : DecoderFallbackBuffer
    {
        char replacement;
        int remaining;

        public override int Remaining => remaining;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            replacement = counter.Replace(bytesUnknown);
            remaining = 1;
            return true;
        }

        public override char GetNextChar()
        {
            if (remaining == 0)
                return '\0';
            remaining = 0;
            return replacement;
        }

        public override bool MovePrevious()
        {
            if (remaining == 1)
                return false;
            remaining = 1;
            return true;
        }

        public override void Reset() => remaining = 0;
    }
}
