using System.Buffers;

namespace Tanyuan.Text.Decoding;

/// <summary>
/// How plausible a reading of bytes is: the cost of the decoded text, in eighths of a bit, under the best fitting language
/// of the charset. Every reading covers the same bytes, so costs compare as likelihoods do. The alphabets have few letters,
/// each of them common, so that chance bytes look better in them than they are; what tells there is order: a capital
/// behind a small letter, accented letters in a row, Latin glued to Cyrillic. The charsets of East Asia take a soft hyphen or an accented
/// letter and the letter behind it for one character, which then stands alone amid a word.
/// </summary>
internal static class CharsetPlausibility
{
    const int CaseBreak = 48;
    const int AccentRun = 40;
    const int AlphabetBreak = 80;
    const int AmidWord = 120;
    const int SoftHyphen = 48;

    public static long Cost(Charset charset, ReadOnlySpan<byte> sample)
    {
        var buffer = ArrayPool<char>.Shared.Rent(charset.Encoding.GetMaxCharCount(sample.Length));
        try
        {
            var text = buffer.AsSpan(0, charset.Encoding.GetChars(sample, buffer));
            if (charset.Name == "big5")
                HongKongCharacters.RestoreFirsts(text);
            var hyphens = charset.SingleByte ? TakeOutSoftHyphens(ref text) : 0;
            var best = CharacterModel.LeastCost(text, charset.Languages);
            return best + (charset.SingleByte ? OrderCost(text) + (hyphens * SoftHyphen) : WordCost(text));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Takes the soft hyphens between small letters out, which are rare in the models but come in numbers where they come, and returns how many.</summary>
    static long TakeOutSoftHyphens(ref Span<char> text)
    {
        if (!text.Contains('\u00AD'))
            return 0;

        var kept = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\u00AD' || i == 0 || i + 1 == text.Length || !char.IsAsciiLetterLower(text[i - 1]) || !char.IsAsciiLetterLower(text[i + 1]))
                text[kept++] = text[i];
        }

        var hyphens = text.Length - kept;
        text = text[..kept];
        return hyphens;
    }

    static long WordCost(ReadOnlySpan<char> text)
    {
        long cost = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] >= 0x80 && char.IsAsciiLetterLower(text[i - 1]) && char.IsAsciiLetterLower(text[i + 1]))
                cost += AmidWord;
        }

        return cost;
    }

    static long OrderCost(ReadOnlySpan<char> text)
    {
        long cost = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var (before, unit) = (text[i - 1], text[i]);
            if ((before < 0x80 && unit < 0x80) || !char.IsLetter(before) || !char.IsLetter(unit))
                continue;
            if (char.IsLower(before) && char.IsUpper(unit))
                cost += CaseBreak;
            if (before >= 0x80 && unit >= 0x80 && unit < 0x250)
                cost += AccentRun;
            if ((before >= 0x370) != (unit >= 0x370))
                cost += AlphabetBreak;
        }

        return cost;
    }
}
