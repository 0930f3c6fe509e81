using Tanyuan.Text;
using Tanyuan.Text.Words;

namespace Tanyuan.Library.Searching;

/// <summary>
/// The words that only ask. Texts that answer seldom hold them, so their rarity would make a ranking follow them
/// instead of what is asked about. Only whole words count: 几何 and 何塞 are not questions.
/// </summary>
internal static class Interrogatives
{
    static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "为什么", "为何", "什么", "什么样", "甚么", "怎么", "怎么样", "怎样", "如何", "何", "何时", "何地", "何处", "何人", "何种", "何者", "何谓",
        "哪", "哪些", "哪里", "哪儿", "哪个", "哪位", "哪种", "哪一", "哪年", "谁", "多少", "几", "几个", "多久", "多长", "多大", "请问", "吗", "呢",
        "what", "which", "who", "whom", "whose", "when", "where", "why", "how",
    };

    /// <summary>The folded text with these words blanked out; as it is where no other word would be left.</summary>
    public static string Blank(string key)
    {
        var words = new List<TextSpan>();
        WordSegmenter.Default.Segment(key, words);
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var asking = words.FindAll(word => lookup.Contains(key.AsSpan(word.Start, word.Length)));
        if (asking.Count == 0 || asking.Count == words.Count)
            return key;

        var blanked = key.ToCharArray();
        foreach (var word in asking)
            blanked.AsSpan(word.Start, word.Length).Fill(' ');
        return new string(blanked);
    }
}
