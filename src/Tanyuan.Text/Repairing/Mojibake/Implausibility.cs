using System.Text.RegularExpressions;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Tells text that no author would write by characters that hardly ever stand beside each other: the method and the classes of ftfy
/// (Robyn Speer, "ftfy: fixes text for you", https://github.com/rspeer/python-ftfy), in its own words "badness". Text in any language
/// that is not mojibake has none of these sequences, so what has none is left alone.
/// </summary>
internal static partial class Implausibility
{
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

    /// <summary>Whether a text holds such a sequence.</summary>
    public static bool Is(ReadOnlySpan<char> text) => Sequence().IsMatch(text);

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
