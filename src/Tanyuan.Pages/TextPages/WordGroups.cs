namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Tells which of some groups of words a text holds, all of them in one pass: of each pair of neighbouring characters a bit tells whether a word may begin so, and what
/// passes is compared. A pattern that needs one of the words of a group is only tried where the text has one.
/// </summary>
internal sealed class WordGroups
{
    const int LogBits = 16;
    const int LogBitsPerWord = 6;
    const uint Factor = 0x9E3779B1;

    readonly ulong[] beginnings = new ulong[1 << (LogBits - LogBitsPerWord)];
    readonly Dictionary<uint, (string Word, uint Groups)[]> words;

    /// <summary>Takes in the groups.</summary>
    /// <param name="groups">Each group's bit and its words, of two characters at least.</param>
    public WordGroups(params (uint Group, string[] Words)[] groups)
    {
        words = groups.SelectMany(group => group.Words, (group, word) => (Word: word, group.Group))
            .GroupBy(entry => entry.Word, (word, entries) => (Word: word, Groups: entries.Aggregate(0u, (all, entry) => all | entry.Group)))
            .GroupBy(entry => Key(entry.Word[0], entry.Word[1])).ToDictionary(alike => alike.Key, alike => alike.ToArray());
        foreach (var key in words.Keys)
            beginnings[Hash(key) >> LogBitsPerWord] |= 1ul << (int)Hash(key);
    }

    /// <summary>The bits of the groups a word of which stands in a text.</summary>
    public uint In(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        var groups = 0u;
        var before = text[0];
        for (var index = 1; index < text.Length; index++)
        {
            var key = Key(before, text[index]);
            var hash = Hash(key);
            if ((beginnings[hash >> LogBitsPerWord] >> (int)hash & 1) != 0)
                groups |= Beginning(key, text[(index - 1)..]);
            before = text[index];
        }

        return groups;
    }

    uint Beginning(uint key, ReadOnlySpan<char> text)
    {
        var groups = 0u;
        if (words.TryGetValue(key, out var alike))
        {
            foreach (var (word, own) in alike)
                groups |= text.StartsWith(word, StringComparison.Ordinal) ? own : 0;
        }

        return groups;
    }

    static uint Key(char first, char second) => ((uint)first << 16) | second;

    static uint Hash(uint key) => (key * Factor) >> (32 - LogBits);
}
