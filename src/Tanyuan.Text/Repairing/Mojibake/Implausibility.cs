using System.Text.RegularExpressions;
using Tanyuan.Text.Repairing.Kernels;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Tells text that no author would write by characters that hardly ever stand beside each other: the method and the classes of ftfy
/// (Robyn Speer, "ftfy: fixes text for you", https://github.com/rspeer/python-ftfy), in its own words "badness". Text in any language
/// that is not mojibake has none of these sequences, so what has none is left alone.
/// </summary>
internal static partial class Implausibility
{
    const char FirstC1 = '\u0080';
    const char LastC1 = '\u009F';
    const string C1 = "\u0080-\u009F";

    // Hardly used but in mojibake.
    const string Bad = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\uFFFDªº";
    const string Law = "¶§";
    const string Currency = "¢£¥₧€";
    const string Start = "¡«¿©΄΅‘‚“„•‹\uF8FF";
    const string End = "®»˝”›™";
    const string Numeric = "²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№";
    const string Kaomoji = "Ò-ÖÙ-Üò-öø-üŐ°";
    const string Upper = "À-ÑØÜÝĂĄĆČĎĐĘĚĞİĹĽŁŃŇŒŘŚŞŠŢŤŮŰŸŹŻŽҐ";
    const string Lower = "ßà-ñăąćčďđęěğĺľłœŕśşšťüźżžґﬁﬂ";
    const string UpperCommon = "ÞΑ-ΩΆΈΉΊΌΎΏΪΫЁ-Я";
    const string LowerCommon = "α-ωάέήίΰа-џ";
    const string Box = "─│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓";

    /// <summary>The longest sequence, and the character that may have to follow it.</summary>
    const int Longest = 8;

    // Where mark follows mark, as in a damaged line, it is not read to its end before it is matched.
    const int MostAtOnce = 32;

    /// <summary>Every sequence holds one of these, which are no ordinary letters; or one of <see cref="Letters"/> beside one of <see cref="OpensOrCloses"/>.</summary>
    const string Signs = C1 + Bad + Law + Currency + Numeric + Upper + Box + "°ÙœЂ";

    /// <summary>Letters that sound text is full of.</summary>
    const string Letters = Lower + "óВГРСΒΓΞΟ";

    static readonly UnitSet SignSet = new([.. Members(Signs)]);
    static readonly UnitSet Marks = new([.. Members(Signs + Letters)]);
    static readonly UnitSet OpensOrCloses = new([.. Members(Start + End)]);

    /// <summary>Whether a text holds such a sequence. Only the neighbourhood of marks is matched: most lines of most texts have none, and a damaged one tells soon.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyInRange(FirstC1, LastC1))
            return true;
        for (var first = NextMark(text, 0); first >= 0;)
        {
            var (last, next) = (first, NextMark(text, first + 1));
            while (next >= 0 && next - last <= Longest + 1 && next - first < MostAtOnce)
                (last, next) = (next, NextMark(text, next + 1));
            if (Sequence().IsMatch(text[..Math.Min(text.Length, last + Longest + 1)], Math.Max(0, first - Longest)))
                return true;
            first = next;
        }

        return false;
    }

    /// <summary>The same by matching everything.</summary>
    public static bool IsByMatching(ReadOnlySpan<char> text) => Sequence().IsMatch(text);

    /// <summary>Where the next character stands that tells a sequence; -1 where none does.</summary>
    public static int NextMark(ReadOnlySpan<char> text, int from)
    {
        for (var at = Marks.IndexIn(text, from); at >= 0; at = Marks.IndexIn(text, at + 1))
        {
            if (SignSet.Contains(text[at]) || (at > 0 && OpensOrCloses.Contains(text[at - 1])) || (at + 1 < text.Length && OpensOrCloses.Contains(text[at + 1])))
                return at;
        }

        return -1;
    }

    /// <summary>The members of a character class: characters, and ranges of them as in <c>a-z</c>.</summary>
    static IEnumerable<char> Members(string characterClass)
    {
        for (var index = 0; index < characterClass.Length; index++)
        {
            var isRange = index + 2 < characterClass.Length && characterClass[index + 1] == '-';
            var last = characterClass[isRange ? index + 2 : index];
            for (int unit = characterClass[index]; unit <= last; unit++)
                yield return (char)unit;
            index += isRange ? 2 : 0;
        }
    }

    [GeneratedRegex(
        $"[{C1}]"
        + $"|[{Bad}{Lower}{Upper}{Box}{Start}{End}{Currency}{Numeric}{Law}][{Bad}]"
        + $"|[a-zA-Z][{LowerCommon}{UpperCommon}][{Bad}]"
        + $"|[{Bad}][{Lower}{Upper}{Box}{Start}{End}{Currency}{Numeric}{Law}]"
        + $"|[{Lower}{LowerCommon}{Box}{End}{Currency}{Numeric}][{Upper}]"
        + $"|[{Box}{End}{Currency}{Numeric}][{Lower}]"
        + $"|[{Lower}{Box}{End}][{Currency}]"
        + $@"|\s[{Upper}][{Currency}]"
        + $"|[{Upper}{Box}][{Numeric}{Law}]"
        + $"|[{Lower}{Upper}{Box}{Currency}{End}][{Start}][{Numeric}]"
        + $"|[{Lower}{Upper}{Currency}{Numeric}{Box}{Law}][{End}][{Start}]"
        + $"|[{Currency}{Numeric}{Box}][{Start}]"
        + $"|[a-z][{Upper}][{Start}{Currency}]"
        + $"|[{Box}][{Kaomoji}]"
        + $"|[{Lower}{Upper}{Currency}{Numeric}{Start}{End}{Law}][{Box}]"
        + $"|[{Box}][{End}]"
        + $@"|[{Lower}{Upper}][{Start}{End}]\w"
        + "|[Œœ][^A-Za-z]"
        + $"|[{Upper}]°"
        + $"|[ÂÃÎÐ][€œŠš¢£Ÿž\u00A0\u00AD®©°·»{Start}{End}–—´]"
        + "|×[²³]"
        + $"|[ØÙ][{Bad}{Currency}{Numeric}{Start}\u00A0\u00AD·´–—―…’ŸŠ®°µ»][ØÙ][{Bad}{Currency}{Numeric}{Start}\u00A0\u00AD·´–—―…’ŸŠ®°µ»]"
        + "|à[²µ¹¼½¾]"
        + "|√[±∂†≠®™´≤≥¥µø]|≈[°¢]|‚Ä[ìîïòôúùû†°¢π]|‚[âó][àä°ê]"
        + "|вЂ"
        + $"|[ВГРС][{C1}{Bad}{Start}{End}{Currency}°µ][ВГРС]"
        + "|ГўВЂВ.[A-Za-z ]"
        + "|Ã[\u00A0¡]"
        + @"|[a-z]\s?[ÃÂ] |^[ÃÂ] "
        + $"|[a-z.,?!{End}]Â[ {Start}{End}]"
        + "|β€[™\u00A0Ά\u00AD®°]"
        + $"|[ΒΓΞΟ][{C1}{Bad}{Start}{End}{Currency}°][ΒΓΞΟ]"
        + "|ā€"
        // Più read in MacRoman, among words; not the root of pi.
        + "|[a-z]√π (?=[a-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();
}
