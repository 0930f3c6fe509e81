namespace Tanyuan.Text.Tables;

/// <summary>What kind of character a UTF-16 unit is, as far as words are concerned.</summary>
internal enum UnitClass : byte
{
    /// <summary>White space, punctuation, symbols, lone surrogates: what stands between words.</summary>
    Other = 0,

    /// <summary>A decimal digit of any script.</summary>
    Digit = 1,

    /// <summary>A letter or combining mark of a script that is written with letters.</summary>
    Letter = 2,

    /// <summary>A Chinese character.</summary>
    Han = 3,

    /// <summary>A hiragana sign.</summary>
    Hiragana = 4,

    /// <summary>A katakana sign or the long vowel mark.</summary>
    Katakana = 5,

    /// <summary>A hangul syllable or letter.</summary>
    Hangul = 6,

    /// <summary>The leading surrogate of a Chinese character outside the basic plane.</summary>
    HanLead = 7,
}

/// <summary>
/// The class of each UTF-16 unit, from <c>units.bin</c>: one byte a unit, the class in its low three bits; bit 4 where its
/// key is one of the 2,500 commonest Chinese characters, bit 5 where the other Chinese script writes the character
/// differently, bit 6 where only Traditional text has it, bit 7 where only Simplified text has it (after OpenCC's tables).
/// </summary>
internal static unsafe class UnitClasses
{
    /// <summary>The bits that hold the class.</summary>
    public const byte ClassBits = 0x07;

    /// <summary>Set where only Traditional text has a unit.</summary>
    public const byte TraditionalBit = 1 << LogTraditionalBit;

    /// <summary>Set where only Simplified text has a unit.</summary>
    public const byte SimplifiedBit = 1 << LogSimplifiedBit;

    const int LogTraditionalBit = 6;
    const int LogSimplifiedBit = 7;

    const byte CommonBit = 0x10;
    const byte CounterpartBit = 0x20;

    static readonly byte* Classes = TableFile.Open("units.bin", "UNIT"u8, 1).ReadArray<byte>(0x10000);

    public static UnitClass Of(char unit) => (UnitClass)(Classes[unit] & ClassBits);

    /// <summary>All that is known of a unit.</summary>
    public static byte BitsOf(char unit) => Classes[unit];

    public static bool IsCommon(char unit) => (Classes[unit] & CommonBit) != 0;

    public static bool HasCounterpart(char unit) => (Classes[unit] & CounterpartBit) != 0;

    public static bool IsOnlyTraditional(char unit) => (Classes[unit] & TraditionalBit) != 0;

    public static bool IsOnlySimplified(char unit) => (Classes[unit] & SimplifiedBit) != 0;

    /// <summary>How many units of a text only Traditional text has, less those that only Simplified text has.</summary>
    public static int LeaningOf(ReadOnlySpan<char> text)
    {
        var classes = Classes;
        var leaning = 0;
        foreach (var unit in text)
            leaning += (classes[unit] >> LogTraditionalBit & 1) - (classes[unit] >> LogSimplifiedBit);
        return leaning;
    }

    /// <summary>Whether the unit belongs to a run of letters and digits.</summary>
    public static bool IsAlphanumeric(char unit) => Of(unit) is UnitClass.Digit or UnitClass.Letter;
}
