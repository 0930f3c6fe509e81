using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// Words that a question quotes (谁说的“你这机器，眼睛好”？): where a source has them, what is asked about them stands in that sentence, or beside one that is nothing but the quotation, and
/// nothing else answers. A name in quotation marks (“磐石一号”) is no quotation.
/// </summary>
internal static class AskedQuotation
{
    const int ShortestQuotation = 4, LongestName = 9;
    const string Signs = " ,.;:!?，。；：！？、…—-";

    /// <summary>The passages with only the sentences that may tell of a quotation of the question; as they were where none holds it.</summary>
    public static List<EvidencePassage> Read(Question question, List<EvidencePassage> passages)
    {
        var quoted = Quotations(question.Key);
        if (quoted.Count == 0)
            return passages;
        var kept = new List<EvidencePassage>();
        foreach (var passage in passages)
        {
            var texts = passage.Sentences.Select(sentence => sentence.Of(passage.Key)).ToList();
            var holds = texts.ConvertAll(text => WithoutSigns(text) is var plain && quoted.Exists(words => plain.Contains(words, StringComparison.Ordinal)));
            if (holds.Contains(true))
                kept.Add(passage with { Sentences = [.. passage.Sentences.Where((_, i) => holds[i] || IsBare(i - 1) || IsBare(i + 1))] });

            bool IsBare(int i) => i >= 0 && i < texts.Count && holds[i] && texts[i][0] is '「' or '『' or '“' or '"' && texts[i][^1] is '」' or '』' or '”' or '"';
        }

        return kept.Count > 0 ? kept : passages;
    }

    // Without signs, since a source may put its own between the same words.
    static List<string> Quotations(string key)
    {
        var quoted = new List<string>();
        for (var i = 0; i < key.Length; i++)
        {
            var close = key[i] switch { '「' => '」', '『' => '』', '“' => '”', '"' => '"', _ => '\0' };
            var end = close == '\0' ? -1 : key.IndexOf(close, i + 1);
            if (end < 0)
                continue;
            if (WithoutSigns(key.AsSpan(i + 1, end - i - 1)) is { Length: >= ShortestQuotation } words && (words.Length > LongestName || words.Length < end - i - 1))
                quoted.Add(words);
            i = end;
        }

        return quoted;
    }

    static string WithoutSigns(ReadOnlySpan<char> text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (!Signs.Contains(unit))
                kept.Append(unit);
        }

        return kept.ToString();
    }
}
