using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Scripts;

/// <summary>The language and script of a text.</summary>
/// <param name="Language">A BCP 47 language: <c>zh</c>, <c>en</c>, <c>ja</c>, <c>ko</c>, or <c>und</c>.</param>
/// <param name="Script">An ISO 15924 script: <c>Hans</c>, <c>Hant</c>, <c>Latn</c>, <c>Jpan</c>, <c>Kore</c>, or <c>Zyyy</c>.</param>
public readonly record struct LanguageAndScript(string Language, string Script);

/// <summary>
/// Tells the language and script of a text from its characters: the share of kana and hangul first, then Han against Latin,
/// and for Chinese the characters that only one of the two scripts has. A Chinese text without any such character counts as
/// Simplified, the script that shares most with both. Latin letters count as English where most of them are ASCII.
/// </summary>
public static class ScriptIdentifier
{
    // A Han character says about as much as this many Latin letters, so a Chinese text full of English names stays Chinese.
    const int LettersPerHan = 4;

    // Japanese prose is a third to two thirds kana; a Chinese text that quotes a Japanese name is not Japanese.
    const double KanaShare = 0.1;

    static readonly LanguageAndScript Unknown = new("und", "Zyyy");

    /// <summary>Identifies a text.</summary>
    public static LanguageAndScript Identify(ReadOnlySpan<char> text)
    {
        int han = 0, kana = 0, hangul = 0, letters = 0, ascii = 0, traditional = 0, simplified = 0;
        foreach (var unit in text)
        {
            switch (UnitClasses.Of(unit))
            {
                case UnitClass.Han:
                    han++;
                    if (UnitClasses.IsOnlyTraditional(unit))
                        traditional++;
                    else if (UnitClasses.IsOnlySimplified(unit))
                        simplified++;
                    break;
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
                    letters++;
                    if (char.IsAscii(unit))
                        ascii++;
                    break;
            }
        }

        var east = han + kana + hangul;
        if (east * LettersPerHan > letters)
        {
            if (hangul > han + kana)
                return new("ko", "Kore");
            if (kana > KanaShare * (han + kana))
                return new("ja", "Jpan");
            return new("zh", traditional > simplified ? "Hant" : "Hans");
        }

        if (letters == 0)
            return Unknown;
        return ascii >= 0.8 * letters ? new("en", "Latn") : Unknown;
    }
}
