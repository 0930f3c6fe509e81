namespace Tanyuan.Text.Tables;

/// <summary>
/// A Pinyin syllable: up to eight letters a–z (v for ü), packed one a byte, and its tone: 1–4, 5 for the neutral tone, 0
/// where the writing shows none.
/// </summary>
internal readonly record struct PinyinSyllable(ulong Letters, int Tone)
{
    const int LongestLetters = 8;

    // Each row: the plain letter, then the letter in tones 1 to 4. The breve is how many keyboards write tone 3.
    static readonly string[] Accents = ["aāáǎà", "eēéěè", "iīíǐì", "oōóǒò", "uūúǔù", "vǖǘǚǜ", "n\0ńňǹ", "m\0ḿ\0\0", "a\0\0ă\0", "e\0\0ĕ\0", "i\0\0ĭ\0", "o\0\0ŏ\0", "u\0\0ŭ\0"];

    /// <summary>
    /// Reads one syllable in lower case: tone marks precomposed or combining, or a digit 1–5 at the end; <c>ü</c>, <c>v</c> or
    /// <c>u:</c>; <c>ɡ</c> for g. Whether Chinese has such a syllable is not asked.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PinyinSyllable syllable)
    {
        syllable = default;
        ulong letters = 0;
        int count = 0, tone = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            var (letter, mark) = unit switch
            {
                >= 'a' and <= 'z' => (unit, 0),
                'ɡ' => ('g', 0),
                'ü' => ('v', 0),
                >= '1' and <= '5' when index == text.Length - 1 && count > 0 => ('\0', unit - '0'),
                '\u0304' => ('\0', 1),
                '\u0301' => ('\0', 2),
                '\u030c' or '\u0306' => ('\0', 3),
                '\u0300' => ('\0', 4),
                ':' or '\u0308' => ('v', -1),
                _ => FindAccent(unit),
            };

            if (mark < 0)
            {
                var last = 8 * (count - 1);
                if (count == 0 || (byte)(letters >> last) != 'u')
                    return false;
                letters ^= (ulong)('u' ^ 'v') << last;
                continue;
            }

            if (mark > 0 && (tone > 0 || (tone = mark) == 0))
                return false;
            if (letter == '\0')
            {
                if (mark == 0 || count == 0)
                    return false;
                continue;
            }

            if (count == LongestLetters)
                return false;
            letters |= (ulong)letter << (8 * count++);
        }

        syllable = new(letters, tone);
        return count > 0;
    }

    static (char Letter, int Tone) FindAccent(char unit)
    {
        foreach (var row in Accents)
        {
            var tone = row.IndexOf(unit, 1);
            if (tone > 0 && unit != '\0')
                return (row[0], tone);
        }

        return default;
    }
}
