using System.Text;

namespace Tanyuan.Text.Decoding;

/// <summary>A charset that pages come in, with the languages that are written in it. Its tables are loaded once they are needed: most pages are in UTF-8.</summary>
/// <param name="Name">Its IANA name in lower case.</param>
/// <param name="Loaded">Its encoding.</param>
/// <param name="SingleByte">Whether every byte is a character of its own.</param>
/// <param name="Languages">The models of the languages that it is used for.</param>
internal sealed record Charset(string Name, Lazy<Encoding> Loaded, bool SingleByte, CharacterModel[] Languages)
{
    /// <summary>Its encoding; malformed sequences become U+FFFD.</summary>
    public Encoding Encoding => Loaded.Value;

    public static Charset Utf8 { get; } = new("utf-8", Known(Encoding.UTF8), false, CharacterModel.All);

    public static Charset Utf16LittleEndian { get; } = new("utf-16le", Known(Encoding.Unicode), false, CharacterModel.All);

    public static Charset Utf16BigEndian { get; } = new("utf-16be", Known(Encoding.BigEndianUnicode), false, CharacterModel.All);

    public static Charset Utf32LittleEndian { get; } = new("utf-32le", Known(new UTF32Encoding(false, false)), false, CharacterModel.All);

    public static Charset Utf32BigEndian { get; } = new("utf-32be", Known(new UTF32Encoding(true, false)), false, CharacterModel.All);

    /// <summary>Japanese pages come in it, too: it has the kana.</summary>
    public static Charset Gb18030 { get; } = new("gb18030", CodePage(54936), false, CharacterModel.Of("chinese", "japanese"));

    /// <summary>The same for Chinese alone.</summary>
    public static Charset ChineseGb18030 { get; } = Gb18030 with { Languages = CharacterModel.Of("chinese") };

    /// <summary>The charsets that an undeclared page is tried in; of two that read equally well the first wins.</summary>
    public static Charset[] Candidates { get; } =
    [
        Utf8,
        Gb18030,
        new("big5", CodePage(950), false, CharacterModel.Of("chinese-traditional")),
        new("shift_jis", CodePage(932), false, CharacterModel.Of("japanese")),
        new("euc-jp", CodePage(51932), false, CharacterModel.Of("japanese")),
        new("euc-kr", CodePage(949), false, CharacterModel.Of("korean")),
        new("windows-1252", CodePage(1252), true, CharacterModel.Of("western")),
        new("windows-1250", CodePage(1250), true, CharacterModel.Of("central")),
        new("windows-1251", CodePage(1251), true, CharacterModel.Of("cyrillic")),
    ];

    /// <summary>ISO-2022-JP: seven bits, so only its escape sequences give it away.</summary>
    public static Charset Iso2022Jp { get; } = new("iso-2022-jp", CodePage(50220), false, CharacterModel.Of("japanese"));

    /// <summary>The charset that a label names, as the WHATWG Encoding Standard reads the common labels; null for one that is unknown.</summary>
    public static Charset? ForLabel(string? label)
    {
        var name = label?.Trim(' ', '\t', '\r', '\n', '\f', '"', '\'', ';').ToLowerInvariant();
        switch (name)
        {
            case null or "" or "utf-7" or "x-user-defined":
                return null;
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "us-ascii" or "ascii":
                return Utf8;
            case "utf-16" or "utf-16le" or "unicode" or "ucs-2":
                return Utf16LittleEndian;
            case "utf-16be" or "unicodefffe":
                return Utf16BigEndian;
            case "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "gb_2312" or "chinese" or "x-gbk" or "cp936" or "936" or "euc-cn" or "hz-gb-2312":
                return Gb18030;
            case "big5" or "big5-hkscs" or "big-5" or "x-x-big5" or "cn-big5" or "csbig5" or "cp950":
                return Named("big5");
            case "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "ms932" or "windows-31j" or "cp932":
                return Named("shift_jis");
            case "euc-jp" or "x-euc-jp" or "eucjp":
                return Named("euc-jp");
            case "iso-2022-jp":
                return Iso2022Jp;
            case "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "korean" or "cp949" or "windows-949" or "uhc" or "ks_c_5601-1989":
                return Named("euc-kr");
            case "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "l1" or "cp1252" or "x-cp1252":
                return Named("windows-1252");
            case "cp1250":
                return Named("windows-1250");
            case "cp1251":
                return Named("windows-1251");
        }

        if (Candidates.FirstOrDefault(charset => charset.Name == name) is { } known)
            return known;

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
                name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
            return encoding is null ? null : new(encoding.WebName.ToLowerInvariant(), Known(encoding), encoding.IsSingleByte, CharacterModel.All);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static Charset Named(string name) => Candidates.First(charset => charset.Name == name);

    static Lazy<Encoding> Known(Encoding encoding) => new(encoding);

    static Lazy<Encoding> CodePage(int number) =>
        new(() => CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!);
}
