using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Scripts;

/// <summary>
/// What the characters of a text say of its language and script. The counts of the parts of a text add up to its own, unless a border goes through a word.
/// All but letters are counted without a branch: the place of a unit stands for a sum with a field for each count, and the sums are added.
/// </summary>
internal readonly record struct ScriptCounts(int Han, int Traditional, int Simplified, int Kana, int Hangul, int Words, int English, int Foreign)
{
    const int FieldBits = 12;
    const int FieldMask = (1 << FieldBits) - 1;

    // No field overflows before so many units.
    const int Block = FieldMask;

    // What is counted of a unit, in four bits: its place among the fields. They stay in the nearest cache, where all that is known of a unit would not.
    const int Letter = 7;
    const int PlaceBits = 4;
    const int PlaceMask = (1 << PlaceBits) - 1;

    static readonly ulong[] Fields = [0, One(0), One(0) | One(1), One(0) | One(2), One(0) | One(1) | One(2), One(3), One(4), 0];

    static readonly byte[] Places = PlacesOfUnits();

    /// <summary>Counts a text.</summary>
    public static ScriptCounts Of(ReadOnlySpan<char> text)
    {
        var counts = default(ScriptCounts);
        for (; text.Length > Block; text = text[FirstBorder(text, Block)..])
            counts += OfBlock(text[..FirstBorder(text, Block)]);
        return counts + OfBlock(text);
    }

    /// <summary>Whether a place in a text is inside a word.</summary>
    public static bool IsInWord(ReadOnlySpan<char> text, int place) => place > 0 && place < text.Length && IsLetter(text[place - 1]) && IsLetter(text[place]);

    public static ScriptCounts operator +(ScriptCounts one, ScriptCounts other) => new(one.Han + other.Han, one.Traditional + other.Traditional, one.Simplified + other.Simplified,
        one.Kana + other.Kana, one.Hangul + other.Hangul, one.Words + other.Words, one.English + other.English, one.Foreign + other.Foreign);

    // A word as long as a block is counted in pieces by nobody: it is taken in whole, and letters are in no field.
    static int FirstBorder(ReadOnlySpan<char> text, int from)
    {
        while (IsInWord(text, from))
            from++;
        return from;
    }

    static ScriptCounts OfBlock(ReadOnlySpan<char> text)
    {
        ref var fields = ref MemoryMarshal.GetArrayDataReference(Fields);
        var sums = 0ul;
        int words = 0, english = 0, foreign = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var place = PlaceOf(text[index]);
            sums += Unsafe.Add(ref fields, place);
            if (place != Letter)
                continue;
            var word = text[index..EndOfWord(text, index)];
            words++;
            english += IsCommonEnglish(word) ? 1 : 0;
            foreign += IsLatin(word[0]) ? 0 : 1;
            index += word.Length - 1;
        }

        return new(Field(0), Field(1), Field(2), Field(3), Field(4), words, english, foreign);

        int Field(int number) => (int)(sums >> (number * FieldBits)) & FieldMask;
    }

    static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsLetter(text[start]))
            start++;
        return start;
    }

    static bool IsLetter(char unit) => PlaceOf(unit) == Letter;

    static bool IsLatin(char unit) => unit < '\u0250' || unit is (>= '\u1e00' and < '\u1f00') or (>= '\uff21' and <= '\uff5a');

    static bool IsCommonEnglish(ReadOnlySpan<char> word) => word is "the" or "The" or "of" or "and" or "to" or "is" or "that" or "for" or "with" or "it";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int PlaceOf(char unit) => (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Places), unit >> 1) >> ((unit & 1) * PlaceBits)) & PlaceMask;

    static ulong One(int number) => 1ul << (number * FieldBits);

    static byte[] PlacesOfUnits()
    {
        var places = new byte[(char.MaxValue + 1) / 2];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var bits = UnitClasses.BitsOf((char)unit);
            var place = (UnitClass)(bits & UnitClasses.ClassBits) switch
            {
                UnitClass.Han => 1 + ((bits & UnitClasses.TraditionalBit) != 0 ? 1 : 0) + ((bits & UnitClasses.SimplifiedBit) != 0 ? 2 : 0),
                UnitClass.HanLead => 1,
                UnitClass.Hiragana or UnitClass.Katakana => 5,
                UnitClass.Hangul => 6,
                UnitClass.Letter => Letter,
                _ => 0,
            };
            places[unit / 2] |= (byte)(place << ((unit & 1) * PlaceBits));
        }

        return places;
    }
}
