using System.Text;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Decoding;

/// <summary>
/// The Hong Kong Supplementary Character Set, from <c>hkscs.bin</c>: 5,000 characters and more (嘅, 咗, 喺) at places of Big5 that
/// code page 950 reads as private-use characters. Pages that say big5 hold them as often as pages that say big5-hkscs.
/// </summary>
internal static unsafe class HongKongCharacters
{
    const char FirstPrivate = '\uE000';
    const char LastPrivate = '\uF8FF';
    const int Count = LastPrivate - FirstPrivate + 1;

    static readonly Lazy<Dictionary<char, char>> PrivateOf = new(MakePrivateOf);

    static readonly Pair* Pairs = TableFile.Open("hkscs.bin", "HKSC"u8, 1).ReadArray<Pair>(Count);

    /// <summary>Puts the characters in the place of the private-use ones; what is not in the set stays.</summary>
    public static void Restore(StringBuilder text)
    {
        var units = text.ToString();
        if (units.AsSpan().IndexOfAnyInRange(FirstPrivate, LastPrivate) < 0)
            return;

        text.Clear();
        foreach (var unit in units)
        {
            var pair = unit is >= FirstPrivate and <= LastPrivate ? Pairs[unit - FirstPrivate] : default;
            text.Append(pair.First == 0 ? unit : pair.First);
            if (pair.Second != 0)
                text.Append(pair.Second);
        }
    }

    /// <summary>Puts the first unit of each character in its place, as is enough to tell how likely a text is.</summary>
    public static void RestoreFirsts(Span<char> text)
    {
        for (var next = text.IndexOfAnyInRange(FirstPrivate, LastPrivate); next >= 0; next = text.IndexOfAnyInRange(FirstPrivate, LastPrivate))
        {
            if (Pairs[text[next] - FirstPrivate].First is var unit and not '\0')
                text[next] = unit;
            text = text[(next + 1)..];
        }
    }

    /// <summary>Puts the private-use characters in the place of those of the set that are one unit long.</summary>
    public static void MakePrivate(Span<char> text)
    {
        foreach (ref var unit in text)
        {
            if (unit >= '\u0080' && PrivateOf.Value.TryGetValue(unit, out var privateUnit))
                unit = privateUnit;
        }
    }

    /// <summary>The characters of the set that code page 950 itself has no place for.</summary>
    static Dictionary<char, char> MakePrivateOf()
    {
        var plain = CodePagesEncodingProvider.Instance.GetEncoding(950, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;
        var places = new Dictionary<char, char>();
        for (var place = 0; place < Count; place++)
        {
            if (Pairs[place] is { First: not '\0', Second: '\0' } pair && plain.GetBytes([pair.First]) is [(byte)'?'])
                places.TryAdd(pair.First, (char)(FirstPrivate + place));
        }

        return places;
    }

    readonly record struct Pair(char First, char Second);
}
