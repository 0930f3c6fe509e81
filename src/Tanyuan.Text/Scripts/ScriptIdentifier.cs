using Tanyuan.Text.Tables;

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
    public static LanguageAndScript Identify(ReadOnlySpan<char> text) => Judge(text, null);

    /// <summary>
    /// Identifies a block of a text: a heading, a paragraph, a quotation. Where its characters do not tell (<c>小米公司</c> is written alike in
    /// both scripts, <c>東京都水道局</c> in Chinese and Japanese; a number is of no language), it is taken to be as the text it stands in.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="text">What <see cref="Identify(ReadOnlySpan{char})"/> says of the whole text.</param>
    public static LanguageAndScript Identify(ReadOnlySpan<char> block, LanguageAndScript text) => Judge(block, text);

    static LanguageAndScript Judge(ReadOnlySpan<char> text, LanguageAndScript? around)
    {
        int han = 0, kana = 0, hangul = 0, words = 0, english = 0, foreign = 0, traditional = 0, simplified = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (UnitClasses.CountHan(unit, ref han, ref traditional, ref simplified))
                continue;
            switch (UnitClasses.Of(unit))
            {
                case UnitClass.HanLead:
                    han++;
                    break;
                case UnitClass.Hiragana or UnitClass.Katakana:
                    kana++;
                    break;
                case UnitClass.Hangul:
                    hangul++;
                    break;
                case UnitClass.Letter:
                    var word = text[index..EndOfWord(text, index)];
                    words++;
                    english += IsCommonEnglish(word) ? 1 : 0;
                    foreign += IsLatin(word[0]) ? 0 : 1;
                    index += word.Length - 1;
                    break;
            }
        }

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

    static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && UnitClasses.Of(text[start]) == UnitClass.Letter)
            start++;
        return start;
    }

    static bool IsLatin(char unit) => unit < '\u0250' || unit is (>= '\u1e00' and < '\u1f00') or (>= '\uff21' and <= '\uff5a');

    static bool IsCommonEnglish(ReadOnlySpan<char> word) => word is "the" or "The" or "of" or "and" or "to" or "is" or "that" or "for" or "with" or "it";
}
