namespace Tanyuan.Text.Tables;

/// <summary>Whether a syllable is a reading of a character.</summary>
internal enum ReadingMatch
{
    /// <summary>The character is not read so.</summary>
    None,

    /// <summary>One of its readings.</summary>
    Reading,

    /// <summary>Its usual reading, or the usual one of its form in the other script.</summary>
    UsualReading,
}

/// <summary>
/// The Mandarin readings of Chinese characters, those of their forms in the other script included, from <c>readings.bin</c>
/// (Unihan: <c>kMandarin</c>, <c>kHanyuPinlu</c>, <c>kXHC1983</c>, <c>kHanyuPinyin</c>, <c>kTGHZ2013</c>).
/// </summary>
/// <remarks>
/// Layout, little-endian: syllable count, first and last unit (32 bits); the syllables (8 ASCII bytes each, zero-padded);
/// reading count; for each unit, and one more, where its readings begin (32 bits); the readings (16 bits: syllable × 16 +
/// tone × 2 + 1 where it is usual).
/// </remarks>
internal sealed unsafe class ReadingTable
{
    readonly ulong* syllables;
    readonly int first;
    readonly int last;
    readonly int* offsets;
    readonly ushort* readings;

    ReadingTable(TableFile file)
    {
        var syllableCount = file.Read<int>();
        first = file.Read<int>();
        last = file.Read<int>();
        syllables = file.ReadArray<ulong>(syllableCount);
        var readingCount = file.Read<int>();
        offsets = file.ReadArray<int>(last - first + 2);
        readings = file.ReadArray<ushort>(readingCount);
    }

    /// <summary>The built-in table.</summary>
    public static ReadingTable BuiltIn { get; } = new(TableFile.Open("readings.bin", "READ"u8, 1));

    /// <summary>Whether a character may be read as a syllable; a syllable without a tone matches every tone.</summary>
    public ReadingMatch Match(char character, PinyinSyllable syllable)
    {
        if (character < first || character > last)
            return ReadingMatch.None;

        var match = ReadingMatch.None;
        for (var index = offsets[character - first]; index < offsets[character - first + 1]; index++)
        {
            var reading = readings[index];
            if (syllables[reading >> 4] != syllable.Letters || (syllable.Tone != 0 && (reading >> 1 & 7) != syllable.Tone))
                continue;
            if ((reading & 1) != 0)
                return ReadingMatch.UsualReading;
            match = ReadingMatch.Reading;
        }

        return match;
    }
}
