using System.Collections.Frozen;
using Tanyuan.Text;
using Tanyuan.Text.Words;

namespace Tanyuan.Answers.Questions;

/// <summary>What the dictionary says of words: nouns, function words, and how much a word tells.</summary>
internal static class Phrases
{
    // Words that carry the grammar of a question or sentence, not its matter.
    static readonly FrozenSet<string> Functional = FrozenSet.ToFrozenSet(
        ("的 了 着 过 地 得 之 其 是 为 被 把 将 在 于 从 到 至 向 往 由 以 与 和 及 或 而 且 并 但 也 又 还 都 就 才 只 便 则 即 所 等 们 个 这 那 此 该 某 每 各 "
        + "有 无 不 没 没有 会 能 可 可以 能够 应 应该 要 想 让 使 令 给 对 对于 关于 因 因为 由于 所以 因此 如果 虽然 然而 而且 并且 以及 及其 或者 还是 什么 甚么 谁 哪 哪里 "
        + "哪儿 哪些 哪个 哪位 哪种 何 何时 何处 何人 几 多少 怎么 怎样 怎么样 如何 为什么 为何 吗 呢 吧 啊 呀 嘛 么 请问 我 你 他 她 它 我们 你们 他们 她们 它们 自己 "
        + "自 同 跟 比 按 按照 根据 作为 称 叫 叫做 称为 名为 叫作 称作 一 一个 一种 一些 时 时候 后 前 中 上 下 里 内 外 间 是否 能否 可否 曾 曾经 已 已经 正在 正 最 很 更 "
        + "非常 十分 具有 拥有 属于 位 位于 分别 哪年 哪一 哪一年 有着 来 去 上述 其中 其他 其它 之后 之前 以来 以后 以前 当时 当 如 像 例如 比如 包括 告诉 知道 想知道 介绍 "
        + "一下 说说 请 列举 简述 主要 通过 进行 使用 指 指出 认为 成为 处 那些 这些 这个 那个 大约 大概 约 共 一共 总共 共有 目前 现在 现 后来 a an the of in on at to for by "
        + "with from is are was were be been do does did has have had what who whom whose when where which why how many much and or as it its that this his her their "
        + "there than can could will would should into about s we they he she you i but not our your my him them us me if so then these those also").Split(' '), StringComparer.Ordinal);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionalLookup = Functional.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of a folded text.</summary>
    public static List<TextSpan> Words(ReadOnlySpan<char> text)
    {
        var words = new List<TextSpan>(text.Length / 2);
        WordSegmenter.Default.Segment(text, words);
        return words;
    }

    /// <summary>Whether a text holds any Han character.</summary>
    public static bool HasHan(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u3400', '\u9fff');

    /// <summary>Whether a folded word carries grammar rather than matter.</summary>
    public static bool IsFunctional(ReadOnlySpan<char> word) => FunctionalLookup.Contains(word);

    /// <summary>Whether the dictionary has a folded word as a noun or a name, or does not have it at all.</summary>
    public static bool IsNoun(ReadOnlySpan<char> word) =>
        !IsFunctional(word) && WordSegmenter.Default.Tag(word) is null or ['n', ..] or ['v', 'n'] or ['j', ..] or ['s', ..] or ['t', ..] or ['l', ..];

    /// <summary>Whether the dictionary has a folded word as a verb, also where it may serve as a noun.</summary>
    public static bool IsVerbal(ReadOnlySpan<char> word) => WordSegmenter.Default.Tag(word) is ['v', ..] or ['a', ..] or ['l', ..] or ['d', ..];

    /// <summary>How much a folded word tells, 0 to about 1.1: its inverse frequency in the dictionary's corpus.</summary>
    public static double Information(ReadOnlySpan<char> word)
    {
        const double corpus = 6e7;
        if (IsFunctional(word))
            return 0;
        var frequency = WordSegmenter.Default.Frequency(word);
        var rarity = Math.Min(1, Math.Log(corpus / (frequency + 30.0)) / 14.5);
        if (char.IsAsciiLetterOrDigit(word[0]))
            return 1.1;
        return word.Length == 1 ? rarity * 0.55 : rarity;
    }
}
