using System.Text.RegularExpressions;
using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Restrictions;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Hops;

/// <summary>
/// Answers what two things are compared in (甲和乙哪个更轻, 甲比乙贵多少, 甲和乙的噪音分别是多少) by asking for it of either. Both must be answered, each from a page that names it; each is a step with its
/// citation, and what is more, or less, as asked, stands first.
/// </summary>
internal sealed partial class ComparedFacts(Answerer answerer)
{
    // What is asked of a thing that is the more so, and whether more of it is meant.
    static readonly (string Word, string Asks, bool IsMore)[] Degrees =
    [
        ("便宜", "多少钱", false), ("贵", "多少钱", true), ("重", "多重", true), ("轻", "多重", false), ("高", "多高", true), ("矮", "多高", false), ("长", "多长", true), ("短", "多长", false), ("久", "多久", true),
        ("大", "多大", true), ("小", "多大", false), ("快", "多快", true), ("慢", "多快", false), ("远", "多远", true), ("近", "多远", false), ("厚", "多厚", true), ("薄", "多厚", false), ("宽", "多宽", true), ("窄", "多宽", false),
        ("深", "多深", true), ("浅", "多深", false), ("多", "多少", true), ("少", "多少", false), ("早", "什么时候", false), ("晚", "什么时候", true), ("低", "多高", false),
    ];

    /// <summary>Tries to answer a question that compares two things in something; null where it does not, or either is not told.</summary>
    /// <param name="text">The question.</param>
    /// <param name="options">How each side is asked for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReaderOutcome?> TryAsync(string text, AskOptions options, CancellationToken cancellationToken)
    {
        var question = QuestionAnalyzer.Analyze(text);
        if (options.MaxSteps < 2 || ComparisonComposer.Sides(question) is not { } sides || AskedOfEach(question.Key, sides) is not { } asked)
            return null;
        var first = await answerer.ReadAsync($"{AsWritten(question, sides.First)}{asked.Asks}？", options, cancellationToken);
        if (!IsTold(first, sides.First))
            return null;
        var second = await answerer.ReadAsync($"{AsWritten(question, sides.Second)}{asked.Asks}？", options, cancellationToken);
        if (!IsTold(second, sides.Second) || second.Answer.Statements[0].Citations[0] is var place && place == first.Answer.Statements[0].Citations[0])
            return null;
        List<AnswerStep> steps = [Step(first.Answer), Step(second.Answer)];
        if (asked.IsMore is { } more && Value(steps[0]) is { } one && Value(steps[1]) is { } other && one != other && one > other != more)
            steps.Reverse();
        return first with
        {
            Question = question,
            Answer = first.Answer with
            {
                Question = text,
                Form = AnswerForm.Compare,
                Statements = [.. steps.Select(step => step.Statement)],
                InOne = null,
                Disagrees = false,
                Confidence = first.Answer.Confidence * second.Answer.Confidence,
                Steps = steps,
                PassagesRead = first.Answer.PassagesRead + second.Answer.PassagesRead,
            },
        };
    }

    // What is asked of each side, and whether the one with more of it is meant; null where nothing single is.
    static (string Asks, bool? IsMore)? AskedOfEach(string key, (string First, string Second) sides)
    {
        var (at, length) = Place(key, sides.Second);
        var behind = at < 0 ? -1 : at + length;
        if (behind < 0 || Asked().Match(key[behind..]) is not { Success: true } asked)
            return null;
        var noun = asked.Groups["noun"].Value.TrimStart('的').TrimEnd('的');
        if (asked.Groups["each"].Success)
            return ($"{(noun.Length > 0 ? "的" + noun : "")}{asked.Groups["each"].Value}", null);
        if (asked.Groups["differ"].Success)
            return noun.Length > 0 ? ($"的{noun}是多少", null) : null;
        var degree = Array.Find(Degrees, one => one.Word == asked.Groups["degree"].Value);
        return noun.Length > 0 ? (degree.Word is "早" or "晚" ? $"的{noun}是几点" : $"的{noun}是多少", degree.IsMore) : (degree.Asks, degree.IsMore);
    }

    // Where a side stands; of a name that stands once for both, the second side has but its end.
    static (int Start, int Length) Place(string key, string side)
    {
        for (var from = 0; from < side.Length; from++)
        {
            if (key.LastIndexOf(side[from..], StringComparison.Ordinal) is >= 0 and var at)
                return (at, side.Length - from);
        }

        return (-1, 0);
    }

    static string AsWritten(Question question, string side)
    {
        var (at, length) = Place(question.Key, side);
        return at < 0 ? side : string.Concat(side.AsSpan(0, side.Length - length), question.Text.AsSpan(at, length));
    }

    // Told in a word, from a page that names the side.
    static bool IsTold(ReaderOutcome outcome, string side)
    {
        if (outcome.Answer is not { Abstained: false, Form: AnswerForm.Fact } answer)
            return false;
        var place = answer.Statements[0].Citations[0];
        var name = WithoutPeriod(side).Replace(" ", "", StringComparison.Ordinal);
        return outcome.Passages.Any(passage => passage.PublicId == place.DocumentId && $"{passage.TitleKey}\n{passage.Key}".Replace(" ", "", StringComparison.Ordinal).Contains(name, StringComparison.Ordinal));
    }

    // Of 博远第三季度 a page that is of it names 博远; its period it is held to anyway.
    static string WithoutPeriod(string side)
    {
        foreach (var period in RestrictionFinder.Find(side).Where(one => one.Kind is RestrictionKind.Year or RestrictionKind.PartOfYear).OrderByDescending(one => one.Span.Start))
            side = side.Remove(period.Span.Start, period.Span.Length);
        return side;
    }

    static AnswerStep Step(Answer answer) => new(answer.Question, answer.Statements[0], answer.Confidence);

    static decimal? Value(AnswerStep step) => QuantityRecognizer.Find(step.Statement.Text) is [{ Value: { } value }, ..] ? value : null;

    [GeneratedRegex(
        "^[,，的]?(?<noun>[^,，?？哪谁更]{0,12}?)(?:(?:相比|比起来|之间)?[,，]?(?:哪|谁)(?:个|一个|一|家|款|座|种|条线路?|条|部|台|边|方|年|天|趟|班|站|场)?(?:季度|年度|年|月份?|城市|市|省|国家|公司|品牌|产品|机型|车型|版本)?的?(?<noun>[^,，?？更]{0,8}?)(?:更|比较|要)?(?<degree>便宜|[贵重轻高矮长短久大小快慢远近厚薄宽窄深浅多少早晚低])(?:一些|一点|些|点)?"
        + "|(?<degree>便宜|[贵重轻高矮长短久大小快慢远近厚薄宽窄深浅多少早晚低])(?:了|出)?(?:多少|几)[^,，?？]{0,6}"
        + "|(?:相?差|相差)(?:了)?(?<differ>多少|几|多大|多远|多久)[^,，?？]{0,6}"
        + "|(?:(?<!的)分别|各自|各)(?<each>[^,，?？]{2,16}))[?？]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
