using System.Collections.Frozen;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// How much of the words of a claim a source text holds: each word in full, by a synonym, by another form of it, or in part; weighed by how
/// much it tells. Words that only connect or introduce (原因, 主要, 根据, according) weigh nothing.
/// </summary>
internal static class TermCover
{
    const float SharedCharacter = 0.35f;

    static readonly FrozenSet<string> Introducing = FrozenSet.ToFrozenSet(
        ("原因 主要 包括 根据 依据 资料 来源 报道 文章 文中 内容 显示 信息 情况 方面 问题 答案 具体 总之 综上 此外 另外 同时 首先 其次 最后 其一 其二 因此 从而 以便 为了 目的 结果 表明 可见 一方面 另一方面 有关 相关 关于 "
        + "达 达到 大致 左右 上下 以上 以下 该片 该书 本文 作者 记者 人们 一些 多种 不同 这样 那样 这种 这一 该 某 各 位于 属于 做 作 成 让 得 用 很 较 "
        + "according article text source report reason because also however therefore thus both such these those they them he she him we our more most other some any all being having").Split(' '),
        StringComparer.Ordinal);

    /// <summary>How much a token of a claim counts.</summary>
    public static float Weight(AnnotatedSentence sentence, Token token)
    {
        if (token.Quantity >= 0 || token.Class is TokenClass.Particle or TokenClass.Conjunction or TokenClass.Preposition or TokenClass.Pronoun or TokenClass.Copula or TokenClass.Adverb
            or TokenClass.Localizer or TokenClass.Quantity)
            return 0;
        var key = KeyOf(sentence, token);
        if (Introducing.Contains(key) || key.Length == 0)
            return 0;

        // A word that was cut off or run together with a particle still counts by what it tells.
        return Math.Max(token.Information, token.Class >= TokenClass.ProperNoun ? 0.6f : 0);
    }

    /// <summary>How well a folded text holds a token, 0 to 1.</summary>
    public static float Strength(AnnotatedSentence sentence, Token token, string text)
    {
        var key = KeyOf(sentence, token);
        var best = QuestionMatcher.Strength(new QuestionTerm(key, 0, 1, false), text);
        if (best >= 0.9f)
            return best;
        foreach (var other in Synonyms.Of(key))
        {
            if (QuestionMatcher.Strength(new QuestionTerm(other, 0, 1, false), text) >= 0.9f)
                return 1;
        }

        if (key.Length > 2 && key[0] >= '\u3400')
            best = Math.Max(best, Parts(key, text));
        if (key.Length == 2 && key[0] >= '\u3400' && token.Class < TokenClass.ProperNoun && (text.Contains(key[0], StringComparison.Ordinal) || text.Contains(key[1], StringComparison.Ordinal)))
            best = Math.Max(best, SharedCharacter);
        return best;
    }

    /// <summary>The share of the weight of some tokens that a text holds; 1 where they weigh nothing.</summary>
    public static double Share(AnnotatedSentence sentence, IEnumerable<Token> tokens, string text)
    {
        double held = 0, all = 0;
        foreach (var token in tokens)
        {
            var weight = Weight(sentence, token);
            if (weight <= 0)
                continue;
            all += weight;
            held += weight * Strength(sentence, token, text);
        }

        return all == 0 ? 1 : held / all;
    }

    /// <summary>The folded word of a token.</summary>
    public static string KeyOf(AnnotatedSentence sentence, Token token) => sentence.Key[token.Start..token.End].Trim();

    // A compound may be told in its parts: 固态电池生产线 by 固态电池 and 产线.
    static float Parts(string key, string text)
    {
        var covered = 0;
        for (var i = 0; i < key.Length;)
        {
            var length = 0;
            for (var end = key.Length; end - i >= 2; end--)
            {
                if (text.Contains(key[i..end], StringComparison.Ordinal))
                {
                    length = end - i;
                    break;
                }
            }

            covered += length;
            i += Math.Max(1, length);
        }

        return 0.95f * covered / key.Length;
    }
}
