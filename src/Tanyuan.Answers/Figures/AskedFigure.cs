using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Figures;

/// <summary>
/// The figure that a question asks for: what it measures (净利润, not 营业收入), of which year, and in English what it counts. In 2023年收入4.2亿元，净利润3600万元；2024年收入5.1亿元 every
/// figure has a measure and a year of its own, and only one of the three answers a question for one of them.
/// </summary>
internal sealed partial class AskedFigure
{
    static readonly SearchValues<char> Borders = SearchValues.Create(",.;:()");

    readonly string measure;
    readonly int? year;
    readonly string counted;
    readonly bool isPayment;

    AskedFigure(string measure, int? year, string counted, bool isPayment) => (this.measure, this.year, this.counted, this.isPayment) = (measure, year, counted, isPayment);

    /// <summary>The figure that a question asks for, or null where it tells nothing of it.</summary>
    public static AskedFigure? Of(Question question)
    {
        if (question.Type is not (AnswerType.Number or AnswerType.Measure or AnswerType.Percentage or AnswerType.Money))
            return null;
        var measure = Measures.AskedIn(question.Key);
        var year = YearIn(question);
        var counted = Phrases.HasHan(question.Key) ? "" : LastWord(question.Unit);
        var isPayment = measure.Length == 0 && question.Type == AnswerType.Money && !Gaining().IsMatch(question.Key);
        return measure.Length == 0 && year is null && counted.Length == 0 && !isPayment ? null : new AskedFigure(measure, year, counted, isPayment);
    }

    /// <summary>Whether a figure is told of another measure, year or thing.</summary>
    public bool IsAnother(AnnotatedSentence sentence, Quantity figure) => IsOfAnother(sentence, figure) || (counted.Length > 0 && CountsOther(sentence, figure));

    /// <summary>Whether a figure is told of another measure or year.</summary>
    public bool IsOfAnother(AnnotatedSentence sentence, Quantity figure) =>
        ((measure.Length > 0 || isPayment) && Measures.Of(sentence, figure) is { Length: > 0 } told && (isPayment ? Measures.IsAskedByName(told) : told != measure))
        || (year is { } asked && FigureYear.Of(sentence, figure) is { } said && said != asked);

    // «How many stops» is not answered with 8.6 kilometres or 12,000 visitors. Where nothing that a number stands before is named, what it counts was named before.
    bool CountsOther(AnnotatedSentence sentence, Quantity figure)
    {
        if (Phrases.HasHan(sentence.Key))
            return false;
        if (IsAbout(sentence.Text.AsSpan(figure.Start, figure.Length)))
            return false;
        if (figure.Kind != QuantityKind.Number && IsMeasured(figure.Unit))
            return true;
        var after = sentence.Key.AsSpan(figure.End);
        var border = after.IndexOfAny(Borders);
        after = border >= 0 ? after[..border] : after;
        var words = 0;
        var thing = false;
        foreach (var range in after.Split(' '))
        {
            var word = after[range];
            if (word.IsEmpty)
                continue;
            if (words++ == 3 || Phrases.IsFunctional(word))
                break;
            if (IsAbout(word))
                return false;
            thing |= word.Length > 3 && word[^1] == 's';
        }

        return thing && !IsAbout(sentence.Key.AsSpan(0, figure.Start));
    }

    bool IsAbout(ReadOnlySpan<char> text)
    {
        var stem = counted.AsSpan().TrimEnd("s");
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (stem.Length > 2 ? word.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && word.Length <= stem.Length + 3 : word.Equals(counted, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return counted == "people" && text.Length > 0 && UnitsOfPeople.Contains(LastWord(text.ToString()).TrimEnd('s'));
    }

    static bool IsMeasured(string? unit) => unit is not null && !UnitsOfPeople.Contains(unit);

    static readonly HashSet<string> UnitsOfPeople = new(["person", "people", "employee", "worker", "student", "user", "customer", "patient", "child", "woman", "man", "soldier", "resident", "member", "visitor", "passenger"], StringComparer.Ordinal);

    static string LastWord(string words) => words[(words.TrimEnd().LastIndexOf(' ') + 1)..].Trim();

    // One year, neither the beginning nor the end of a time, and not in what is asked.
    static int? YearIn(Question question)
    {
        var found = Year().Matches(question.Key);
        if (found.Count != 1 || (found[0].Index < question.Gap.End && question.Gap.Start < found[0].Index + found[0].Length))
            return null;
        return int.Parse(found[0].Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("赚|挣|盈|卖|收|值|\\b(?:earn|mak|made|sell|sold|worth|owe)", RegexOptions.CultureInvariant)]
    private static partial Regex Gaining();

    [GeneratedRegex("(?<![0-9a-z.-])(?<!(?:自|从|到|至|since |after |before |until |by |from |to ))(?<year>1[5-9][0-9]{2}|20[0-9]{2})(?![0-9a-z.%-])(?:年度?(?!以来|至今|起|以后|之后|以前|之前|前|后|到|至|代|间|[0-9]|[-~])|(?=[ ?？,.']|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
