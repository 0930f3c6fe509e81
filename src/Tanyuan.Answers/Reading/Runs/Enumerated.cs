using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Reading.Runs;

/// <summary>An enumeration over several sentences: it opens in the chosen one or right behind it (首先…), and counts on (其次…).</summary>
internal static class Enumerated
{
    const int LongestAhead = 3;

    static readonly string[][] Ordinals =
    [
        ["第一", "第二", "第三", "第四"], ["首先", "其次", "再次", "最后"], ["一是", "二是", "三是", "四是"], ["其一", "其二", "其三", "其四"], ["①", "②", "③", "④"], ["一方面", "另一方面"],
    ];

    /// <summary>The run through the last sentence that counts on; null where none does.</summary>
    public static AnswerRun? Find(EvidenceSentence sentence)
    {
        foreach (var row in Ordinals)
        {
            var opens = Opens(sentence, row) ? sentence.Index
                : sentence.Index + 1 < sentence.Passage.Sentences.Count && At(sentence.Passage, sentence.Index + 1).StartsWith(row[0], StringComparison.Ordinal) ? sentence.Index + 1 : -1;
            if (opens >= 0 && Last(sentence.Passage, opens, row, sentence.Index + LongestAhead) is var last && last > opens)
                return RunFinder.Of(sentence.Passage, sentence.Index, last, acrossLines: true);
        }

        return null;
    }

    static bool Opens(EvidenceSentence sentence, string[] row)
    {
        var key = sentence.Key;
        var at = key.IndexOf(row[0], StringComparison.Ordinal);
        return at >= 0 && key[..at].TrimEnd() is [] or [.., ':' or ',' or ';'] && !row.Skip(1).Any(ordinal => sentence.Key.Contains(ordinal, StringComparison.Ordinal));
    }

    // What is counted may be told over more than one sentence each.
    static int Last(EvidencePassage passage, int opens, string[] row, int most)
    {
        var (last, next) = (opens, 1);
        for (var i = opens + 1; i <= most && i < passage.Sentences.Count; i++)
        {
            for (var ordinal = next; ordinal < row.Length; ordinal++)
            {
                if (At(passage, i).StartsWith(row[ordinal], StringComparison.Ordinal))
                    (last, next) = (i, ordinal + 1);
            }
        }

        return last;
    }

    static ReadOnlySpan<char> At(EvidencePassage passage, int sentence) => RunFinder.Key(passage, sentence).TrimStart();
}
