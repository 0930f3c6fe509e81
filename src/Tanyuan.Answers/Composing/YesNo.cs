using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Verification;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Says yes or no where the evidence is plain: the question, made a claim, is held to its passages by the verifier. What holds is yes; what
/// they deny, or tell with another number or date, is no; everything else is left to the reader of the sentence.
/// </summary>
internal static partial class YesNo
{
    const int PassagesRead = 3;

    /// <summary>Whether it is so, or null where that is not plain.</summary>
    public static bool? Decide(Question question, IReadOnlyList<EvidencePassage> passages)
    {
        if (!Phrases.HasHan(question.Key))
            return null;
        var claim = Particles().Replace(question.Text, "");
        claim = Alternatives().Replace(claim, match => match.Groups["yes"].Value);
        if (claim.Length < 4 || passages.Count == 0)
            return null;
        var shown = passages.Take(PassagesRead).ToList();
        var verifier = new Verifier(shown);
        bool? denied = null;
        for (var number = 1; number <= shown.Count; number++)
        {
            var verdict = verifier.Verify(claim, [number]);
            if (verdict.Reason is null)
                return true;
            if (verdict.Reason is RejectionReason.Negation or RejectionReason.Number)
                denied = false;
        }

        return denied;
    }

    [GeneratedRegex("(吗|嗎|么|麼|呢|吧)?[?？。!！\\s]*$|^请问|^請問|是否|究竟|到底", RegexOptions.CultureInvariant)]
    private static partial Regex Particles();

    [GeneratedRegex("(?<yes>是|有|会|會|能|可以|可)(?:不|没|沒)\\k<yes>", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();
}
