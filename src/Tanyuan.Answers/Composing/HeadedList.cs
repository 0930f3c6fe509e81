using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Composing;

/// <summary>A list that stands under the noun asked for: short lines, one an item, below a line that is nothing but that noun (用料, 所需材料：). It ends at the first line that is a sentence, and before the head of the next part.</summary>
internal static class HeadedList
{
    const int LongestHead = 8, LongestItem = 24;
    const int FewestItems = 2;

    /// <summary>The items under the first head in a passage that is one of some nouns; none where it has no such head.</summary>
    public static List<PooledSentence> In(EvidencePassage passage, int rank, List<string> nouns)
    {
        for (var i = 0; i + FewestItems < passage.Sentences.Count; i++)
        {
            var head = KeyAt(i).Trim(':', '：', ' ', '#', '*', '【', '】');
            if (head.Length <= LongestHead && IsLine(passage, i) && nouns.Exists(noun => head.EndsWith(noun, StringComparison.Ordinal)) && Below(i) is { Count: >= FewestItems } items)
                return items;
        }

        return [];

        List<PooledSentence> Below(int at)
        {
            var items = new List<PooledSentence>();
            var next = at + 1;
            while (next < passage.Sentences.Count && IsLine(passage, next) && KeyAt(next) is { Length: <= LongestItem } line && !IsSentence(line))
                items.Add(new PooledSentence(passage, rank, next++));

            // What sentences stand below is their head, not an item.
            if (items.Count > 0 && next < passage.Sentences.Count)
                items.RemoveAt(items.Count - 1);
            return items;
        }

        string KeyAt(int index) => passage.Sentences[index].Of(passage.Key).Trim();
    }

    static bool IsSentence(string line) => line is [.., '。' or '!' or '！' or '?' or '？' or ':' or '：'];

    static bool IsLine(EvidencePassage passage, int index)
    {
        var start = passage.Sentences[index].Start;
        return start == 0 || passage.Text.AsSpan(passage.Sentences[index - 1].End, start - passage.Sentences[index - 1].End).Contains('\n') || passage.Text[start - 1] == '\n';
    }
}
