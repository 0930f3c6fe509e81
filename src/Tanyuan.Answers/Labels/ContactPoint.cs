using System.Text.RegularExpressions;
using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Labels;

/// <summary>How to reach somebody, told in running text (可拨打热线400-555-0187咨询): a telephone number or an address of mail behind a word for it, on a page that says all that the question names.</summary>
internal static partial class ContactPoint
{
    const double Told = 0.5, Worth = 0.9;

    /// <summary>The number or address, with how likely it is the one asked for; null where none is asked for or told.</summary>
    public static (Statement Statement, double Confidence)? Compose(Question question, Func<IReadOnlyList<PooledSentence>> pool)
    {
        var (asksNumber, asksMail) = (AsksNumber().IsMatch(question.Key), AsksMail().IsMatch(question.Key));
        if (question.Kind != QuestionKind.Factoid || !(asksNumber || asksMail))
            return null;
        var matter = new ToldMatter(question, question.Focus);
        (PooledSentence Sentence, TextSpan Number, double Share)? best = null;
        foreach (var sentence in pool())
        {
            if ((asksNumber ? Number() : Mail()).Match(sentence.Key) is not { Success: true } match)
                continue;
            var told = matter.Of(sentence);
            var share = told.NamesAll && matter.IsSaidIn(sentence.Passage) ? Math.Max(told.All, Told) : told.All;
            if (told.NamesAll && share >= Told && share > (best?.Share ?? 0) && match.Groups["point"] is var point)
                best = (sentence, new TextSpan(point.Index, point.Length), share);
        }

        return best is { } found ? (found.Sentence.ToStatement(found.Number), Worth * found.Share) : null;
    }

    [GeneratedRegex("(?:电话|热线|号码)[^,，?？]{0,6}(?:多少|什么|几号?)|(?:多少|什么|哪个|几号)(?:电话|热线|号码)|打(?:什么|哪个|多少)电话|(?:电话|热线|联系方式)[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex AsksNumber();

    [GeneratedRegex("邮箱|电子邮件", RegexOptions.CultureInvariant)]
    private static partial Regex AsksMail();

    [GeneratedRegex("(?:电话|热线|拨打|致电|来电)[^,，;；。0-9]{0,12}(?<point>(?:\\+?[0-9]{2,4}[- ])?(?:[0-9]{3,5}[- ])?[0-9]{3,4}[- ]?[0-9]{3,4}|1[0-9]{10}|[0-9]{5})(?![0-9年])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("(?<point>[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,})", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();
}
