namespace Tanyuan.Text.Scripts;

/// <summary>The language and script of a text.</summary>
/// <param name="Language">A BCP 47 language: <c>zh</c>, <c>en</c>, <c>ja</c>, <c>ko</c>, or <c>und</c>.</param>
/// <param name="Script">An ISO 15924 script: <c>Hans</c>, <c>Hant</c>, <c>Latn</c>, <c>Jpan</c>, <c>Kore</c>, or <c>Zyyy</c>.</param>
public readonly record struct LanguageAndScript(string Language, string Script);

/// <summary>
/// Tells the language and script of a text from its characters: Han, kana and hangul characters against Latin words, then the
/// share of kana and hangul, and for Chinese the characters that only one of the two scripts has. A Chinese text without
/// any such character counts as Simplified. A Latin text is English where it holds as many of the commonest English words
/// as English prose does, or is too short to tell; else it is of an unknown language.
/// </summary>
public static class ScriptIdentifier
{
    // Japanese prose is a third to two thirds kana; a Chinese text that quotes a Japanese name is not Japanese.
    const double KanaShare = 0.1;

    // The listed words make up a quarter of English prose, under a tenth of a list of English names, and next to nothing of other languages.
    const double CommonShare = 0.05;
    const int EnoughWords = 12;

    // A Japanese heading may be all kanji, a Japanese sentence hardly ever.
    const int LongestKanjiRun = 20;

    /// <summary>Identifies a text.</summary>
    public static LanguageAndScript Identify(ReadOnlySpan<char> text) => Judge(ScriptCounts.Of(text), null);

    /// <summary>
    /// Identifies a block of a text: a heading, a paragraph, a quotation. Where its characters do not tell (<c>小米公司</c> is written alike in
    /// both scripts, <c>東京都水道局</c> in Chinese and Japanese; a number is of no language), it is taken to be as the text it stands in.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="text">What <see cref="Identify(ReadOnlySpan{char})"/> says of the whole text.</param>
    public static LanguageAndScript Identify(ReadOnlySpan<char> block, LanguageAndScript text) => Judge(ScriptCounts.Of(block), text);

    /// <summary>Identifies a text and its blocks, looking at each character once where the blocks stand one after the other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Where its blocks stand; all within the text.</param>
    /// <param name="whole">What <see cref="Identify(ReadOnlySpan{char})"/> says of the whole text.</param>
    /// <returns>What <see cref="Identify(ReadOnlySpan{char}, LanguageAndScript)"/> says of each block.</returns>
    public static LanguageAndScript[] Identify(ReadOnlySpan<char> text, ReadOnlySpan<Range> blocks, out LanguageAndScript whole)
    {
        var counts = new ScriptCounts[blocks.Length];
        var sum = default(ScriptCounts);
        var (position, addUp) = (0, true);
        for (var number = 0; number < blocks.Length; number++)
        {
            var (start, length) = blocks[number].GetOffsetAndLength(text.Length);
            counts[number] = ScriptCounts.Of(text.Slice(start, length));
            addUp = addUp && start >= position && !ScriptCounts.IsInWord(text, start) && !ScriptCounts.IsInWord(text, start + length);
            if (addUp)
                sum += ScriptCounts.Of(text[position..start]) + counts[number];
            position = start + length;
        }

        var around = whole = Judge(addUp ? sum + ScriptCounts.Of(text[position..]) : ScriptCounts.Of(text), null);
        return Array.ConvertAll(counts, own => Judge(own, around));
    }

    static LanguageAndScript Judge(in ScriptCounts counts, LanguageAndScript? around)
    {
        var (han, traditional, simplified, kana, hangul, words, english, foreign) = counts;
        if (han + kana + hangul + words == 0 && around is not null)
            return around.Value;
        if (han + kana + hangul >= Math.Max(words, 1))
        {
            if (hangul > han + kana)
                return new("ko", "Kore");
            if (kana > KanaShare * (han + kana))
                return new("ja", "Jpan");
            if (around is { Language: "ja" } && simplified == 0 && han <= LongestKanjiRun)
                return around.Value;
            return traditional == simplified && around is { Language: "zh" } ? around.Value : new("zh", traditional > simplified ? "Hant" : "Hans");
        }

        if (foreign * 2 >= words)
            return new("und", "Zyyy");
        if (words < EnoughWords && english == 0 && around is { Script: "Latn" })
            return around.Value;
        return new(words < EnoughWords || english >= CommonShare * words ? "en" : "und", "Latn");
    }
}
