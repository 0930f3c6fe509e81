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
        if (IsForbidden(question, shown) || IsOver(question, shown))
            return false;
        var verifier = new Verifier(shown);
        var happens = WhatHappens(question);
        bool? denied = null;
        for (var number = 1; number <= shown.Count; number++)
        {
            var verdict = verifier.Verify(claim, [number]);
            var telling = verdict.Reason is null ? verdict.Support.Where(sentence => happens.TrueForAll(word => Says(sentence.Key, word))).ToList() : [];
            var warned = !Negation().IsMatch(question.Key) && telling.Exists(sentence => happens.Exists(word => IsDenied(sentence.Key, word)));
            if (telling.Count > 0 && !warned)
                return May().IsMatch(question.Key) && telling.TrueForAll(sentence => Condition().IsMatch(sentence.Key)) ? null : true;
            if (warned || verdict.Reason is RejectionReason.Negation || (verdict.Reason is RejectionReason.Number && Amount().IsMatch(question.Key)))
                denied = false;
        }

        return denied;
    }

    // 孕妇能吃吗 is answered by 孕妇禁用, in one clause with who asks, on a page that names everything else.
    static bool IsForbidden(Question question, List<EvidencePassage> shown)
    {
        if (May().Match(question.Key) is not { Success: true } may || question.Terms.LastOrDefault(term => term.End <= may.Index && term.Key.Length > 1) is not { Key: { } who })
            return false;
        return shown.Exists(passage => NamesAll(question, passage) && Clauses(passage.Key).Any(clause => clause.Contains(who, StringComparison.Ordinal) && Forbidden().IsMatch(clause)));
    }

    // 还是总经理吗 is answered by 辞去总经理职务 of the same man.
    static bool IsOver(Question question, List<EvidencePassage> shown)
    {
        if (!Still().IsMatch(question.Key))
            return false;
        var names = question.Terms.Where(term => term.IsDistinctive).Select(term => term.Key).ToList();
        var others = question.Terms.Where(term => !term.IsDistinctive && term.Key.Length > 1).Select(term => term.Key).ToList();
        return names.Count > 0 && others.Count > 0 && shown.Exists(passage => NamesAll(question, passage)
            && Clauses(passage.Key).Any(clause => Ended().IsMatch(clause) && names.Exists(name => clause.Contains(name, StringComparison.Ordinal)) && others.Exists(other => clause.Contains(other, StringComparison.Ordinal))));
    }

    static bool NamesAll(Question question, EvidencePassage passage) =>
        question.Terms.Where(term => term.IsDistinctive).All(term => QuestionMatcher.Strength(term, passage.Key) >= 0.5f || QuestionMatcher.Strength(term, passage.TitleKey) >= 0.5f);

    static string[] Clauses(string key) => key.Split([',', '，', ';', '；', '。', '!', '！', '\n']);

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

    [GeneratedRegex("能不能|可不可以|能否|可否|能|可以|适合", RegexOptions.CultureInvariant)]
    private static partial Regex May();

    [GeneratedRegex("须|必须|需要?年满|仅限|限于|除外|以上|以下", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex("禁用|禁服|禁止|严禁|忌用|忌服|慎入|不宜|不得|不可|不能|谢绝|请勿|不适合|不适用", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();

    [GeneratedRegex("还是|仍是|仍然|依然|还在|仍在|还担任|仍担任", RegexOptions.CultureInvariant)]
    private static partial Regex Still();

    [GeneratedRegex("辞去|卸任|不再|离任|离职|免去|退出|辞任|停止|取消", RegexOptions.CultureInvariant)]
    private static partial Regex Ended();

    [GeneratedRegex("不(?!仅|但|只|光|过|少|断|同|久|止|论|管|如|得不)|没有?|未(?!来)|无法|勿|切忌|禁止|拒绝", RegexOptions.CultureInvariant)]
    private static partial Regex Negation();

    [GeneratedRegex("(吗|嗎|么|麼|呢|吧)?[?？。!！\\s]*$|^请问|^請問|是否|究竟|到底", RegexOptions.CultureInvariant)]
    private static partial Regex Particles();

    [GeneratedRegex("(?<yes>是|有|会|會|能|可以|可)(?:不|没|沒)\\k<yes>", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();

    // The digits of a name (X2) are no amount that a page could tell otherwise.
    [GeneratedRegex("(?<![a-z0-9][ -]?)[0-9一二两三四五六七八九十百千万亿]", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
