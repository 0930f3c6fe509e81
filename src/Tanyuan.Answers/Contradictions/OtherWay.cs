using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Contradictions;

/// <summary>What one did to another, asked of the other (甲起诉乙索赔多少, where 乙起诉甲): the sentence has the two the other way round about the verb, and nowhere as asked.</summary>
internal static partial class OtherWay
{
    /// <summary>Whether the sentence of an answer tells the deed that a question asks about the other way round.</summary>
    public static bool IsTold(Question question, RankedSpan answer)
    {
        if (Asked().Match(question.Key) is not { Success: true } asked)
            return false;
        var (doer, verb, other, key) = (asked.Groups["doer"].Value, asked.Groups["verb"].Value, asked.Groups["other"].Value, answer.Sentence.Key);
        return IsDone(key, other, verb, doer) && !IsDone(key, doer, verb, other);
    }

    static bool IsDone(string key, string doer, string verb, string other)
    {
        for (var at = key.IndexOf(verb, StringComparison.Ordinal); at >= 0; at = key.IndexOf(verb, at + 1, StringComparison.Ordinal))
        {
            if (key.LastIndexOf(doer, at, StringComparison.Ordinal) >= 0 && key.IndexOf(other, at, StringComparison.Ordinal) >= 0 && !key[..at].EndsWith('被'))
                return true;
        }

        return false;
    }

    [GeneratedRegex("^(?:请问)?(?<doer>[\\p{IsCJKUnifiedIdeographs}a-z0-9·]{2,10}?)(?:花了?多少钱|是?(?:什么时候|何时|哪年|为什么))?(?<verb>起诉|控告|状告|收购|并购|买下|投资|入股|击败|战胜|批评|指责|赞助|资助|举报|反超|超过|挖走|接替)了?(?<other>[\\p{IsCJKUnifiedIdeographs}a-z0-9·]{2,10}?)(?=索赔|花|用|的|多少|几|什么|何时|哪|谁|为|[,，?？]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
