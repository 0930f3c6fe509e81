using System.Buffers;
using System.Runtime.InteropServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// One dictionary of a conversion: phrases and characters with what becomes of them. A text is read from left to right; the longest entry
/// that begins at a place is taken, as OpenCC does it. The first unit leads to its entries through an array, so text without entries is copied.
/// </summary>
internal sealed unsafe class ConversionStep
{
    readonly Lazy<ushort[]> buckets;
    readonly uint* starts;
    readonly Entry* entries;
    readonly char* pool;

    public ConversionStep(TableFile file)
    {
        var firstCount = file.Read<int>();
        var entryCount = file.Read<int>();
        var poolLength = file.Read<int>();
        var firsts = file.ReadArray<char>(firstCount);
        starts = file.ReadArray<uint>(firstCount + 1);
        entries = file.ReadArray<Entry>(entryCount);
        pool = file.ReadArray<char>(poolLength);
        buckets = new(() =>
        {
            var bucketOf = new ushort[char.MaxValue + 1];
            for (var first = 0; first < firstCount; first++)
                bucketOf[firsts[first]] = (ushort)(first + 1);
            return bucketOf;
        });
    }

    /// <summary>Appends the converted text; entries that hold <paramref name="except"/> are passed over (NUL for none).</summary>
    public void Convert(ReadOnlySpan<char> text, ArrayBufferWriter<char> output, char except)
    {
        var bucketOf = buckets.Value;
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            var bucket = bucketOf[text[at]];
            if (bucket == 0 || !Find(text[at..], bucket - 1, except, out var entry))
            {
                at++;
                continue;
            }

            output.Write(text[copied..at]);
            output.Write(new ReadOnlySpan<char>(pool + entry.Offset + entry.KeyLength, entry.ValueLength));
            at += entry.KeyLength;
            copied = at;
        }

        output.Write(text[copied..]);
    }

    bool Find(ReadOnlySpan<char> text, int bucket, char except, out Entry found)
    {
        for (var index = starts[bucket]; index < starts[bucket + 1]; index++)
        {
            found = entries[index];
            var key = new ReadOnlySpan<char>(pool + found.Offset, found.KeyLength);
            if (text.StartsWith(key) && (except == 0 || !key.Contains(except)))
                return true;
        }

        found = default;
        return false;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    readonly struct Entry
    {
        public readonly uint Offset;
        public readonly ushort KeyLength;
        public readonly ushort ValueLength;
    }
}
