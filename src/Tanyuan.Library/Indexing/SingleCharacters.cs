namespace Tanyuan.Library.Indexing;

/// <summary>The characters that stand for something alone: Han, kana and hangul. Letters and digits do not.</summary>
internal static class SingleCharacters
{
    /// <summary>The length of such a character at the start of <paramref name="text"/>, or 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text[0] is (>= '\u3400' and <= '\u9fff') or (>= '\u3041' and <= '\u30ff') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff'))
            return 1;

        // The planes 2 and 3 hold nothing but Han; their leading surrogates are D840 to D8BF.
        return text[0] is >= '\ud840' and <= '\ud8bf' && text.Length > 1 && char.IsLowSurrogate(text[1]) ? 2 : 0;
    }
}
