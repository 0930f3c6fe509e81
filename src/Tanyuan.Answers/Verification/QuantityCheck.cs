using System.Globalization;
using Tanyuan.Answers.Reading;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Holds each number, amount and date of a claim to one of its source: the same value in a unit that fits, a date no more precise than the
/// source's, and said of the same thing: another quantity of that sort must not stand much nearer to the claim's words.
/// </summary>
internal static class QuantityCheck
{
    const double RivalMargin = 0.35;
    const double SentenceShare = 0.5;

    static readonly string[][] SameUnit =
    [
        ["公里", "千米", "km", "kilometer", "kilometre", "kilometers", "kilometres"], ["米", "公尺", "m", "meter", "metre", "meters", "metres"], ["厘米", "公分", "cm"], ["毫米", "mm"], ["公斤", "千克", "kg"], ["克", "g"], ["吨", "公吨", "t"],
        ["平方公里", "平方千米"], ["平方米", "平方公尺", "㎡"], ["立方米", "立方公尺"], ["度", "℃", "摄氏度"], ["个", "名", "位", "人", "只", "头", "座", "家", "所", "项", "种", "件", "辆", "台", "部", "枚", "次", "条", "本", "张", "户", "口", "艘", "架", "款", "篇", "场", "届", "间", "层", "棵", "株", "支", "把", "盒", "袋", "瓶"],
        ["年", "years", "year"], ["天", "日", "days", "day"], ["小时", "个小时", "钟头", "hours", "hour"], ["分钟", "分", "minutes", "minute"], ["个月", "月", "months", "month"], ["岁", "周岁"],
    ];

    /// <summary>The first quantity of a part that its sources do not hold, or null.</summary>
    public static string? Unheld(ClaimPart part, IReadOnlyList<AnnotatedSentence> sources)
    {
        foreach (var quantity in part.Sentence.Quantities)
        {
            if (quantity.Start < part.Span.Start || quantity.End > part.Span.End || IsGrammar(part.Sentence, quantity))
                continue;
            if (!IsHeld(part, quantity, sources))
                return part.Sentence.Text[quantity.Start..quantity.End];
        }

        return UnheldDigits(part, sources);
    }

    /// <summary>Digits that belong to a name (4号线, 2.0版, GPT-4) must stand in a source with what follows them.</summary>
    static string? UnheldDigits(ClaimPart part, IReadOnlyList<AnnotatedSentence> sources)
    {
        var key = part.Sentence.Key;
        for (var i = part.Span.Start; i < part.Span.End; i++)
        {
            if (!char.IsAsciiDigit(key[i]))
                continue;
            var end = i + 1;
            while (end < part.Span.End && (char.IsAsciiDigit(key[end]) || (key[end] is '.' or ',' && end + 1 < part.Span.End && char.IsAsciiDigit(key[end + 1]))))
                end++;
            var digits = key[i..end];
            if (!part.Sentence.Quantities.Any(quantity => quantity.Start <= i && quantity.End >= end && quantity.Kind != QuantityKind.Number)
                && !sources.Any(source => HasDigits(source.Key, digits, end < part.Span.End ? key[end] : '\0') || source.Quantities.Any(other => IsValue(digits, other))))
                return digits;
            i = end;
        }

        return null;
    }

    static bool IsValue(string digits, Quantity other) =>
        other.Kind is not QuantityKind.Date && decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && other.Value == value;

    static bool HasDigits(string text, string digits, char next)
    {
        for (var at = text.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = text.IndexOf(digits, at + 1, StringComparison.Ordinal))
        {
            var end = at + digits.Length;
            if ((at == 0 || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.')) && (end == text.Length || !char.IsAsciiDigit(text[end]))
                && (!char.IsLetter(next) || (end < text.Length && text[end] == next) || end == text.Length || !char.IsLetter(text[end])))
                return true;
        }

        return false;
    }

    /// <summary>The share of a part's quantities that a sentence has; not a number where it has none.</summary>
    public static double Share(ClaimPart part, AnnotatedSentence source)
    {
        var (held, all) = (0, 0);
        foreach (var quantity in part.Sentence.Quantities)
        {
            if (quantity.Start < part.Span.Start || quantity.End > part.Span.End || IsGrammar(part.Sentence, quantity))
                continue;
            all++;
            held += source.Quantities.Any(other => IsSame(part.Sentence, quantity, source, other)) || HasLiteral(part.Sentence, quantity, source) ? 1 : 0;
        }

        return (double)held / all;
    }

    static bool IsHeld(ClaimPart part, Quantity quantity, IReadOnlyList<AnnotatedSentence> sources)
    {
        var near = Tokens(part.Sentence, Around(part.Sentence, quantity), part.Subject);
        var (best, rival) = (double.NegativeInfinity, double.NegativeInfinity);
        var literal = false;
        foreach (var source in sources)
        {
            literal |= HasLiteral(part.Sentence, quantity, source);
            foreach (var other in source.Quantities)
            {
                var same = IsSame(part.Sentence, quantity, source, other);
                if (!same && (other.Kind != quantity.Kind || !UnitsFit(quantity, other)))
                    continue;
                var around = Around(source, other);
                var nearness = TermCover.Share(part.Sentence, near, source.Key[around.Start..around.End])
                    + (SentenceShare * TermCover.Share(part.Sentence, part.WithSubject, source.Key));
                if (same)
                    best = Math.Max(best, nearness);
                else
                    rival = Math.Max(rival, nearness);
            }
        }

        return double.IsNegativeInfinity(best) ? literal : rival <= best + RivalMargin;
    }

    /// <summary>一个, 一种, 其中之一: grammar rather than a number.</summary>
    static bool IsGrammar(AnnotatedSentence sentence, Quantity quantity) =>
        quantity.Kind is QuantityKind.Number or QuantityKind.Measure && quantity.Value == 1 && sentence.Key[quantity.Start] is '一' or '某' or '本' or '该';

    static bool IsSame(AnnotatedSentence claim, Quantity quantity, AnnotatedSentence source, Quantity other)
    {
        if (quantity.Kind is QuantityKind.Date)
            return other.Kind is QuantityKind.Date && (quantity.Date is null || other.Date is null ? Literal(claim, quantity) == Literal(source, other) : DateFits(quantity.Date, other.Date));
        if (quantity.Value is not { } value)
            return Literal(claim, quantity) == Literal(source, other);
        if (other.Kind is QuantityKind.Date || (quantity.Kind is QuantityKind.Percentage) != (other.Kind is QuantityKind.Percentage))
            return false;
        if (quantity.Upper is not null && quantity.Upper != other.Upper)
            return false;
        return (other.Value == value || (quantity.Upper is null && other.Upper == value)) && UnitsFit(quantity, other);
    }

    // A claim may be less precise than its source, never more.
    static bool DateFits(string claimed, string known)
    {
        foreach (var end in (ReadOnlySpan<string>)[known, .. known.Split('/')])
        {
            if (end == claimed || (end.StartsWith(claimed, StringComparison.Ordinal) && end.Length > claimed.Length && end[claimed.Length] is '-' or 'T'))
                return true;
            if (claimed.StartsWith("--", StringComparison.Ordinal) && end.EndsWith(claimed[1..], StringComparison.Ordinal))
                return true;
            if (claimed.StartsWith("--", StringComparison.Ordinal) && end.Contains(claimed[1..] + "-", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    static bool UnitsFit(Quantity quantity, Quantity other)
    {
        if (quantity.Unit is null || other.Unit is null || string.Equals(quantity.Unit, other.Unit, StringComparison.OrdinalIgnoreCase))
            return quantity.Unit is null || other.Unit is not null || other.Kind == QuantityKind.Number;
        return Array.Exists(SameUnit, units => units.Contains(quantity.Unit, StringComparer.OrdinalIgnoreCase) && units.Contains(other.Unit, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The stretch of a clause that belongs to a quantity: up to the quantities beside it.</summary>
    static TextSpan Around(AnnotatedSentence sentence, Quantity quantity)
    {
        var (start, end) = (0, sentence.Key.Length);
        for (var i = 0; i < sentence.Clauses.Count; i++)
        {
            var clause = sentence.Clauses[i];
            if (clause.Start > quantity.Start || clause.End < quantity.End)
                continue;

            // A date that stands alone is said of what follows: 2024年，…
            var alone = clause.Length - quantity.Length <= 2 && i + 1 < sentence.Clauses.Count;
            (start, end) = (clause.Start, alone ? sentence.Clauses[i + 1].End : clause.End);
        }

        foreach (var other in sentence.Quantities)
        {
            if (other.End <= quantity.Start)
                start = Math.Max(start, other.End);
            else if (other.Start >= quantity.End && sentence.Key.AsSpan(quantity.End, other.Start - quantity.End).IndexOfAny("，,") is < 0 or > 2)
                end = Math.Min(end, other.Start);
        }

        return new TextSpan(start, Math.Max(start, end) - start);
    }

    static List<Token> Tokens(AnnotatedSentence sentence, TextSpan around, IReadOnlyList<Token> subject)
    {
        var near = sentence.Tokens.Where(token => token.Start >= around.Start && token.End <= around.End && TermCover.Weight(sentence, token) > 0).ToList();
        return near.Count > 0 ? near : [.. subject];
    }

    static bool HasLiteral(AnnotatedSentence claim, Quantity quantity, AnnotatedSentence source)
    {
        var literal = Literal(claim, quantity);
        var at = source.Key.IndexOf(literal, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsAsciiDigit(source.Key[at - 1]) || !char.IsAsciiDigit(literal[0]))
            && (at + literal.Length == source.Key.Length || !char.IsAsciiDigit(source.Key[at + literal.Length]) || !char.IsAsciiDigit(literal[^1]));
    }

    static string Literal(AnnotatedSentence sentence, Quantity quantity) => sentence.Key[quantity.Start..quantity.End];
}
