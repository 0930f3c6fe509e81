using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Whether a claim exchanges who does and who suffers: of two names around a verb that source and claim share, the one before it acts,
/// unless a passive mark (被, 由, by) says otherwise. And whether it exchanges whose something is: the name before 的 or 's owns.
/// </summary>
internal static class RoleCheck
{
    static readonly string[] Comparisons = ["比", "高于", "低于", "多于", "少于", "大于", "小于", "早于", "晚于", "优于", "不如", "超过", "than", "exceed"];
    static readonly string[] AgentMarks = ["由", "被"];
    static readonly string[] PassiveMarks = ["被", "由", "受", "遭", "获", "让", "by ", "by the "];

    /// <summary>The name that stands in another's role, or null.</summary>
    public static string? Exchanged(ClaimPart part, IReadOnlyList<AnnotatedSentence> support)
    {
        if (OtherAgent(part, support) is { } agent)
            return agent;
        var names = part.Tokens.Where(token => ClaimPart.IsName(part.Sentence, token)).Select(token => TermCover.KeyOf(part.Sentence, token)).Distinct().ToList();
        if (names.Count < 2)
            return null;
        foreach (var sentence in support)
        {
            var shared = names.Where(name => sentence.Key.Contains(name, StringComparison.Ordinal)).ToList();
            for (var i = 0; i < shared.Count; i++)
            {
                for (var j = i + 1; j < shared.Count; j++)
                {
                    if (IsExchanged(part, sentence.Key, shared[i], shared[j]))
                        return shared[i];
                }
            }
        }

        return null;
    }

    // 由…提供, 被…收购: who stands between the mark and the verb in the claim must stand there in the source, where it has both.
    static string? OtherAgent(ClaimPart part, IReadOnlyList<AnnotatedSentence> support)
    {
        foreach (var token in part.Tokens)
        {
            var mark = Array.Find(AgentMarks, mark => part.Sentence.Key.AsSpan(0, token.Start).EndsWith(mark));
            if (mark is null || token.Quantity >= 0)
                continue;
            var verb = part.Tokens.FirstOrDefault(other => other.Start >= token.End && other.Class is TokenClass.Verb or TokenClass.NominalVerb);
            if (verb.Length < 2)
                continue;
            var (name, said) = (part.Sentence.Key[token.Start..verb.Start], TermCover.KeyOf(part.Sentence, verb));
            name = name.Trim(' ', '的', '所', '来', '在');
            foreach (var sentence in support)
            {
                var at = sentence.Key.IndexOf(said, StringComparison.Ordinal);
                var from = at < 0 ? -1 : sentence.Key.LastIndexOf(mark, at, StringComparison.Ordinal);
                if (from >= 0 && sentence.Key.AsSpan(from, at - from).IndexOfAny("，,。；;") < 0 && !sentence.Key.AsSpan(from, at - from).Contains(name, StringComparison.Ordinal)
                    && !name.Contains(sentence.Key[(from + mark.Length)..at], StringComparison.Ordinal))
                    return name;
            }
        }

        return null;
    }

    static bool IsExchanged(ClaimPart part, string source, string first, string second)
    {
        foreach (var pivot in Pivots(part))
        {
            var claimed = Order(part.Key, pivot, first, second);
            var said = Order(source, pivot, first, second);
            if (claimed != 0 && said != 0 && claimed != said)
                return true;
        }

        foreach (var token in part.Tokens)
        {
            var noun = TermCover.KeyOf(part.Sentence, token);
            if (token.Class is not (TokenClass.Noun or TokenClass.NominalVerb) || noun == first || noun == second)
                continue;
            var (claimed, said) = (Owner(part.Key, noun, first, second), Owner(source, noun, first, second));
            if (claimed is not null && said is not null && claimed != said)
                return true;
        }

        return false;
    }

    static IEnumerable<string> Pivots(ClaimPart part) =>
        part.Tokens.Where(token => token.Class is TokenClass.Verb or TokenClass.NominalVerb || (token.Class is TokenClass.Latin && !ClaimPart.IsName(part.Sentence, token)))
            .Select(token => TermCover.KeyOf(part.Sentence, token)).Where(word => word.Length > 0).Concat(Comparisons.Where(word => part.Key.Contains(word, StringComparison.Ordinal)));

    /// <summary>1 where the first name acts on the second by the verb, −1 where it is the other way round, 0 where neither can be told.</summary>
    static int Order(string text, string verb, string first, string second)
    {
        var order = 0;
        for (var at = text.IndexOf(verb, StringComparison.Ordinal); at >= 0; at = text.IndexOf(verb, at + verb.Length, StringComparison.Ordinal))
        {
            var (a, b) = (Nearest(text, first, at), Nearest(text, second, at));
            if (a < 0 || b < 0)
                continue;
            var found = IsPassive(text, a) && a < at ? 1
                : IsPassive(text, b) && b < at ? -1
                : a < at && b > at ? 1
                : b < at && a > at ? -1
                : 0;
            if (order != 0 && found != 0 && found != order)
                return 0;
            order = found == 0 ? order : found;
        }

        return order;
    }

    static int Nearest(string text, string name, int at)
    {
        var best = -1;
        for (var found = text.IndexOf(name, StringComparison.Ordinal); found >= 0; found = text.IndexOf(name, found + name.Length, StringComparison.Ordinal))
        {
            if (best < 0 || Math.Abs(found - at) < Math.Abs(best - at))
                best = found;
        }

        return best;
    }

    static bool IsPassive(string text, int at) => Array.Exists(PassiveMarks, mark => at >= mark.Length && text.AsSpan(0, at).EndsWith(mark));

    static string? Owner(string text, string noun, string first, string second)
    {
        var at = text.IndexOf(noun, StringComparison.Ordinal);
        if (at < 0)
            return null;
        foreach (var name in (ReadOnlySpan<string>)[first, second])
        {
            foreach (var link in (ReadOnlySpan<string>)["的", "'s ", "之", ""])
            {
                if (text.AsSpan(0, at).EndsWith(name + link, StringComparison.Ordinal))
                    return name;
            }
        }

        return null;
    }
}
