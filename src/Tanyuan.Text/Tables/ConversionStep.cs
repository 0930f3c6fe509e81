using System.Buffers;
using System.Runtime.InteropServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// One dictionary of a conversion: phrases and characters with what becomes of them. A text is read from left to right; the longest entry
/// that begins at a place is taken, as OpenCC does it. The first unit leads to its entries through an array, and its phrases are looked
/// through only where one of them may go on with the unit that follows.
/// </summary>
internal sealed unsafe class ConversionStep
{
    readonly Lazy<(ushort[] OfUnit, Bucket[] All)> buckets;
    readonly Entry* entries;
    readonly char* pool;

    public ConversionStep(TableFile file)
    {
        var firstCount = file.Read<int>();
        var entryCount = file.Read<int>();
        var poolLength = file.Read<int>();
        var firsts = file.ReadArray<char>(firstCount);
        var starts = file.ReadArray<uint>(firstCount + 1);
        entries = file.ReadArray<Entry>(entryCount);
        pool = file.ReadArray<char>(poolLength);
        buckets = new(() =>
        {
            var ofUnit = new ushort[char.MaxValue + 1];
            var all = new Bucket[firstCount + 1];
            for (var first = 0; first < firstCount; first++)
            {
                ofUnit[firsts[first]] = (ushort)(first + 1);
                all[first + 1] = BucketOf((int)starts[first], (int)starts[first + 1]);
            }

            return (ofUnit, all);
        });
    }

    /// <summary>Appends the converted text; entries that hold <paramref name="except"/> are passed over (NUL for none).</summary>
    public void Convert(ReadOnlySpan<char> text, ArrayBufferWriter<char> output, char except)
    {
        // There is always room for as many units as are left of the text.
        var (ofUnit, all) = buckets.Value;
        var room = output.GetSpan(text.Length);
        var written = 0;
        for (var at = 0; at < text.Length;)
        {
            var bucket = ofUnit[text[at]];
            if (bucket == 0 || !TryFind(all[bucket], text[at..], except, out var entry))
            {
                room[written++] = text[at++];
                continue;
            }

            at += entry.KeyLength;
            var value = new ReadOnlySpan<char>(pool + entry.Offset + entry.KeyLength, entry.ValueLength);
            if (room.Length - written < value.Length + text.Length - at)
            {
                output.Advance(written);
                room = output.GetSpan(value.Length + text.Length - at);
                written = 0;
            }

            value.CopyTo(room[written..]);
            written += value.Length;
        }

        output.Advance(written);
    }

    bool TryFind(in Bucket bucket, ReadOnlySpan<char> text, char except, out Entry found)
    {
        // The entry of the first unit alone stands last.
        var from = text.Length > 1 && (bucket.Seconds >> Place(text[1]) & 1) != 0 ? bucket.Start : bucket.FirstSingle;
        for (var index = from; index < bucket.End; index++)
        {
            found = entries[index];
            var key = new ReadOnlySpan<char>(pool + found.Offset, found.KeyLength);
            if (text.StartsWith(key) && (except == 0 || !key.Contains(except)))
                return true;
        }

        found = default;
        return false;
    }

    Bucket BucketOf(int start, int end)
    {
        var seconds = 0UL;
        var single = start;
        for (; single < end && entries[single].KeyLength > 1; single++)
            seconds |= 1UL << Place(pool[entries[single].Offset + 1]);
        return new Bucket(start, single, end, seconds);
    }

    static int Place(char second) => second * 40503 >> 10 & 63;

    /// <summary>The entries of a first unit: phrases, then itself alone, and which second units the phrases may have (a bit for many).</summary>
    readonly record struct Bucket(int Start, int FirstSingle, int End, ulong Seconds);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    readonly struct Entry
    {
        public readonly uint Offset;
        public readonly ushort KeyLength;
        public readonly ushort ValueLength;
    }
}
