using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Verification;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Says yes or no where the evidence is plain: the question, made a claim, is held to its passages by the verifier. What holds is yes; what
/// they deny, warn of, or tell with another number or date, is no; everything else is left to the reader of the sentence. What is done or happens has to be said by its
/// own word or a synonym: that production was begun does not say that it is mass production.
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
        var happens = WhatHappens(question);
        bool? denied = null;
        for (var number = 1; number <= shown.Count; number++)
        {
            var verdict = verifier.Verify(claim, [number]);
            var telling = verdict.Reason is null ? verdict.Support.Where(sentence => happens.TrueForAll(word => Says(sentence.Key, word))).ToList() : [];
            var warned = !Negation().IsMatch(question.Key) && telling.Exists(sentence => happens.Exists(word => IsDenied(sentence.Key, word)));
            if (telling.Count > 0 && !warned)
                return true;
            if (warned || verdict.Reason is RejectionReason.Negation or RejectionReason.Number)
                denied = false;
        }

        return denied;
    }

    static List<string> WhatHappens(Question question) =>
        [.. Tagger.Default.Tag(question.Key).Where(word => word.Tag == WordTag.Verb && word.Length > 1).Select(word => question.Key.Substring(word.Start, word.Length)).Where(word => !Phrases.IsFunctional(word))];

    static bool Says(string sentence, string word) =>
        QuestionMatcher.Find(sentence, word, 0) >= 0 || Synonyms.Of(word).ToArray().Any(other => QuestionMatcher.Find(sentence, other, 0) >= 0);

    // 请不要用来过滤海水 says «filter», «sea water», and the contrary: what denies may stand far before the word, but in its clause.
    static bool IsDenied(string sentence, string word)
    {
        var at = QuestionMatcher.Find(sentence, word, 0);
        if (at < 0)
            return false;
        var clause = at;
        while (clause > 0 && !SentenceAnnotator.IsClauseBorder(sentence[clause - 1]))
            clause--;
        return Negation().IsMatch(sentence[clause..at]);
    }

    [GeneratedRegex("不(?!仅|但|只|光|过|少|断|同|久|止|论|管|如|得不)|没有?|未(?!来)|无法|勿|切忌|禁止|拒绝", RegexOptions.CultureInvariant)]
    private static partial Regex Negation();

    [GeneratedRegex("(吗|嗎|么|麼|呢|吧)?[?？。!！\\s]*$|^请问|^請問|是否|究竟|到底", RegexOptions.CultureInvariant)]
    private static partial Regex Particles();

    [GeneratedRegex("(?<yes>是|有|会|會|能|可以|可)(?:不|没|沒)\\k<yes>", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();
}
