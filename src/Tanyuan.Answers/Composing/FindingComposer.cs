using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Composing;

/// <summary>What rules out or denies what is asked whether it is so (报告排除了焊接引发爆炸的可能): it goes before what earlier pages suppose. Says nothing where nothing does.</summary>
internal static partial class FindingComposer
{
    const double Told = 0.75, Worth = 0.85;

    /// <summary>The newest that is no older than what was read, with how likely it is of what was asked; null where there is none.</summary>
    public static (Statement Statement, double Confidence)? Compose(Question question, Reading.Reading reading, IReadOnlyList<PooledSentence> pool)
    {
        if (Denial().IsMatch(question.Key))
            return null;
        var matter = new ToldMatter(question);
        var read = reading.Spans.Count > 0 ? reading.Spans[0].Sentence.Sentence.Passage.Published : null;
        (PooledSentence Sentence, double Share)? best = null;
        foreach (var sentence in pool)
        {
            if (!Finds().IsMatch(sentence.Key) || Open().IsMatch(sentence.Key) || string.CompareOrdinal(sentence.Passage.Published, read) < 0 || matter.IsEmpty || matter.Of(sentence.Key, sentence.Passage) is not { NamesAll: true, All: >= Told } told)
                continue;
            if (best is not { } known || string.CompareOrdinal(sentence.Passage.Published, known.Sentence.Passage.Published) > 0)
                best = (sentence, told.All);
        }

        return best is { } found ? (found.Sentence.ToStatement(), Worth * found.Share) : null;
    }

    [GeneratedRegex("排除了?|否认|辟谣|不实|并非事实|与事实不符|系谣言|纯属谣言", RegexOptions.CultureInvariant)]
    private static partial Regex Finds();

    [GeneratedRegex("不排除|未排除|尚未|不能排除|是否", RegexOptions.CultureInvariant)]
    private static partial Regex Open();

    [GeneratedRegex("排除|否认|不是|没有|不会", RegexOptions.CultureInvariant)]
    private static partial Regex Denial();
}
