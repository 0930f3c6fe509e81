namespace Tanyuan.Answers.Questions;

/// <summary>Finds the noun that a question word asks for, right behind it or before the copula in front of it.</summary>
internal static class FocusNouns
{
    // Behind these the noun asked for is still to come: 什么类型的节目. Behind any other, 的 starts something else: 哪个城市的人口.
    static readonly HashSet<string> Generic = new(["类型", "种类", "类别", "样", "样子", "性质", "方面", "级别", "等级", "形式", "类", "种"], StringComparer.Ordinal);

    /// <summary>The noun phrase right after a question word: nouns up to a verb, particle or punctuation.</summary>
    public static string After(string key, int after, int end)
    {
        if (after >= end)
            return "";
        var words = Phrases.Words(key.AsSpan(after, end - after));
        var noun = "";
        var last = 0;
        for (var i = 0; i < words.Count && i < 5; i++)
        {
            var word = key.Substring(after + words[i].Start, words[i].Length);
            if (words[i].Start != last)
                break;
            last = words[i].End;
            if (word is "的" or "样的" or "之" or "样" or "种" or "类" or "个" or "大")
            {
                if (noun.Length > 0 && !Generic.Contains(noun))
                    break;
                continue;
            }

            // 哪一个人为金正日的…: a copula is cut as a word with its noun, and a name is what the question goes on with.
            if (noun.Length == 0 && word == "人为")
                return "人";
            if (noun.Length > 0 && word.Length > 2 && Text.Words.WordSegmenter.Default.Tag(word) is ['n', 'r', ..])
                break;

            // After a noun that says what is asked for, a verb used as a noun is the question going on: 哪一内战有关, 什么方式产生.
            var named = noun.Length == 0 && FocusTypes.Of(word) != AnswerType.Phrase && !Phrases.IsFunctional(word);
            if ((!named && !Phrases.IsNoun(word)) || (noun.Length > 0 && Phrases.IsVerbal(word) && FocusTypes.Of(word) == AnswerType.Phrase))
                break;
            noun = word;
        }

        return noun;
    }

    /// <summary>The noun before the copula in front of a question word: 首都 in 首都是什么.</summary>
    public static string Before(string key, int start)
    {
        var left = key.AsSpan(0, start).TrimEnd("是为叫做作称即指名有达约共被在于又的也则就到 ");
        var words = Phrases.Words(left);
        if (words.Count == 0 || words[^1].End != left.Length)
            return "";
        var word = left.Slice(words[^1].Start, words[^1].Length).ToString();
        return Phrases.IsNoun(word) || FocusTypes.Of(word) != AnswerType.Phrase ? word : "";
    }
}
