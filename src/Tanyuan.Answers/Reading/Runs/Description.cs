using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Runs;

/// <summary>
/// A description of the whole of a thing: where its looks, traits, symptoms or the like are asked for (玉山箭竹的外形是怎样的), and the page or the sentence names just that thing, the
/// sentences go on describing it until one turns to something else.
/// </summary>
internal static partial class Description
{
    const int LongestAhead = 3;

    // By so many characters a name is known that a sentence opens with, perhaps in a shorter form.
    const int NameOpening = 3;

    /// <summary>The run, which begins where the noun asked for is said, if it is; null where no description is asked for or it ends with the sentence.</summary>
    public static AnswerRun? Find(Question question, EvidenceSentence sentence)
    {
        if (Asked().Match(question.Key) is not { Success: true } asked)
            return null;
        var (passage, topic, noun) = (sentence.Passage, asked.Groups["topic"].Value, asked.Groups["noun"].Value);
        if (!passage.TitleKey.Contains(topic, StringComparison.Ordinal) && !sentence.Key.Contains(topic, StringComparison.Ordinal))
            return null;
        AnswerRun? run = null;
        for (var last = sentence.Index + 1; last <= sentence.Index + LongestAhead && last < passage.Sentences.Count; last++)
        {
            var next = RunFinder.Key(passage, last).TrimStart();
            if (Turns().IsMatch(next) || BeginsAnew(next, topic) || EvidenceSentence.IsQuestion(next) || RunFinder.Of(passage, sentence.Index, last) is not { } longer)
                break;
            run = longer;
        }

        for (var first = sentence.Index; run is not null && first < run.Last; first++)
        {
            if (RunFinder.Key(passage, first).Contains(noun, StringComparison.Ordinal))
                return RunFinder.Of(passage, first, run.Last);
        }

        return run;
    }

    // 浮龙的眼睛也相当大 goes on describing it; 浮龙于1942年被命名 does not.
    static bool BeginsAnew(ReadOnlySpan<char> next, string topic) =>
        next.StartsWith(topic.AsSpan(0, Math.Min(topic.Length, NameOpening)), StringComparison.Ordinal) && !(next.StartsWith(topic, StringComparison.Ordinal) && next[topic.Length..] is ['的', ..]);

    [GeneratedRegex(
        @"^(?:请问)?[“「《""\s]*(?<topic>[^,。]{2,}?)[”」》""\s]*(?:的|都|具?有|会|存在|是|长|得|了|哪些|什么|啥|何|怎样|几个|一些|基本|独特|典型|常见)*(?<noun>外[形型貌观]|长相|模样|样子|特[征点性]|症状|功[能效]|习性|优点|缺点|好处|坏处|优势)(?:又|都|分别)?(?:是|有|包括)?(?:什么|啥|哪些|怎样|怎么样|如何|哪几[个种点]|呢|的|样)*[?]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^(?:但|然而|不过|因此|所以|于是|目前|现在|现时|近年|(?:主要)?(?:分布|原产|产于|原生|生于|生长于|栖息)|在?\d{1,4}年|另见|参见|<)", RegexOptions.CultureInvariant)]
    private static partial Regex Turns();
}
