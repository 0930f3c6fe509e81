using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Borders;
using Tanyuan.Text;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Finds where a page tells how something is done: the steps that it numbers or puts on lines of their own under a head that promises them (办理流程), what it answers to its own 怎么, or a sentence
/// with a word of means that tells of the question's matter. Says nothing where no page does.
/// </summary>
internal static partial class MannerComposer
{
    const int MostSteps = 12, MostSentences = 4;
    const int FewestNumbered = 2, FewestHeaded = 3;
    const int LongestStep = 160, LongestHead = 24;

    // What of the question has to be told; a single sentence with a word of means is the least sure sign.
    const double Told = 0.6, ToldBySentence = 0.8;
    const double ToldAims = 0.5;
    const double Worth = 0.9;

    // Steps are what is asked for where other sentences only speak of it.
    const double StepsAreBetter = 0.2;

    /// <summary>The statements in source order, with how likely they tell the way asked for.</summary>
    /// <param name="question">The question.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="bySentence">Whether a single sentence with a word of means will do.</param>
    public static (List<Statement> Statements, double Confidence) Compose(Question question, IReadOnlyList<EvidencePassage> passages, bool bySentence)
    {
        var matter = new ToldMatter(question);
        if (matter.IsEmpty)
            return ([], 0);
        var denies = Denial().IsMatch(question.Key);
        (List<PooledSentence> Sentences, double Share, double Score) best = ([], 0, 0);
        for (var rank = 0; rank < passages.Count; rank++)
        {
            if (!matter.IsSaidIn(passages[rank]))
                continue;
            foreach (var (sentences, isSteps, from) in Ways(passages[rank], rank))
            {
                var stretch = passages[rank].Key[from..passages[rank].Sentences[sentences[^1].Index].End];
                if (isSteps ? Math.Max(matter.Aims(stretch), matter.Aims(passages[rank].TitleKey)) < ToldAims : !bySentence || matter.Aims(sentences[0].Key) < ToldBySentence)
                    continue;
                var told = matter.Of(stretch, passages[rank]);
                var score = told.All + (isSteps ? StepsAreBetter : 0);
                if (!told.NamesAll || told.All < (isSteps ? Told : ToldBySentence) || score < best.Score || (denies && !sentences.Exists(sentence => Denial().IsMatch(sentence.Key))))
                    continue;

                // Of two pages that tell as much the later one knows how it is done now.
                if (score > best.Score || string.CompareOrdinal(passages[rank].Published, best.Sentences[0].Passage.Published) > 0)
                    best = (sentences, told.All, score);
            }
        }

        return (best.Sentences.ConvertAll(Statement), Worth * best.Share);
    }

    // Without 答：.
    static Statement Statement(PooledSentence sentence)
    {
        var label = WithoutLabel.OfAnswer(sentence.Text);
        return label == 0 ? sentence.ToStatement() : sentence.ToStatement(new TextSpan(label, sentence.Text.Length - label));
    }

    // Each with where what it tells begins: what stands over steps says what they lead to.
    static IEnumerable<(List<PooledSentence> Sentences, bool IsSteps, int From)> Ways(EvidencePassage passage, int rank)
    {
        var lines = Lines(passage);
        foreach (var run in Runs(lines, line => Numbered().IsMatch(line.Key), FewestNumbered))
            yield return (Sentences(run), true, 0);
        if (Promise().IsMatch(passage.TitleKey) || lines.Exists(line => line.IsHead && Promise().IsMatch(line.Key)))
        {
            var from = Math.Max(0, lines.FindIndex(line => line.IsHead && Promise().IsMatch(line.Key)));
            foreach (var run in Runs(lines.GetRange(from, lines.Count - from), line => !line.IsHead && line.Count == 1 && line.Key.Length <= LongestStep && !Numbered().IsMatch(line.Key) && !line.Key.Contains('\t', StringComparison.Ordinal), FewestHeaded))
                yield return (Sentences(run), true, 0);
        }

        for (var i = 0; i < passage.Sentences.Count; i++)
        {
            var sentence = new PooledSentence(passage, rank, i);
            if (EvidenceSentence.IsQuestion(sentence.Key) || Dateline.Is(sentence.Key))
                continue;
            var asked = AskedBefore.Start(passage, i);
            if (asked < passage.Sentences[i].Start && How().IsMatch(passage.Key[asked..passage.Sentences[i].Start]))
                yield return ([.. Enumerable.Range(i, passage.Sentences.Count - i).TakeWhile(next => AskedBefore.Start(passage, next) == asked).Take(MostSentences).Select(next => new PooledSentence(passage, rank, next))], true, asked);
            else if (Means().IsMatch(sentence.Key))
                yield return ([sentence], false, passage.Sentences[i].Start);
        }

        List<PooledSentence> Sentences(List<Line> run) => [.. run.SelectMany(line => Enumerable.Range(line.First, line.Count)).Take(MostSteps).Select(i => new PooledSentence(passage, rank, i))];
    }

    static IEnumerable<List<Line>> Runs(List<Line> lines, Predicate<Line> isStep, int fewest)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var end = i;
            while (end < lines.Count && isStep(lines[end]))
                end++;
            if (end - i >= fewest)
                yield return lines.GetRange(i, end - i);
            i = Math.Max(i, end - 1);
        }
    }

    static List<Line> Lines(EvidencePassage passage)
    {
        var lines = new List<Line>();
        for (var i = 0; i < passage.Sentences.Count;)
        {
            var count = 1;
            while (i + count < passage.Sentences.Count && !passage.Key.AsSpan(passage.Sentences[i + count - 1].End, passage.Sentences[i + count].Start - passage.Sentences[i + count - 1].End).Contains('\n'))
                count++;
            var key = passage.Key[passage.Sentences[i].Start..passage.Sentences[i + count - 1].End];
            lines.Add(new Line(i, count, key, key.Length <= LongestHead && !Closed().IsMatch(key)));
            i += count;
        }

        return lines;
    }

    // A line of a page: its first sentence, how many it has, and whether it stands over what follows.
    readonly record struct Line(int First, int Count, string Key, bool IsHead);

    [GeneratedRegex("^(?:第[一二三四五六七八九十0-9]{1,2}步|步骤[一二三四五六七八九十0-9]{1,2}|[①-⑳]|[(（]?[0-9一二三四五六七八九十]{1,2}[)）.、．:：](?![0-9])|step [0-9]{1,2})", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("流程|步骤|方法|做法|办法|教程|指南|须知|怎么|如何|怎样|攻略|程序|用法|\\bhow to\\b|\\bsteps\\b|\\binstructions\\b|\\bguide\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Promise();

    [GeneratedRegex("怎么|如何|怎样|怎麽|什么(?:办法|方法)|咋|\\bhow\\b", RegexOptions.CultureInvariant)]
    private static partial Regex How();

    [GeneratedRegex("通过|利用|借助|采用|采取|凭|建议|应(?!当天|对)|可到|可在|请(?!问)|先.{1,30}再|然后|方法|办法|办理|申请|联系|\\bby \\w+ing\\b|\\busing\\b|\\bshould\\b|\\bwith the help\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Means();

    [GeneratedRegex("[。.！!;；…\"”]$", RegexOptions.CultureInvariant)]
    private static partial Regex Closed();

    [GeneratedRegex("没有?|不能|不了|不(?:出|到|上|开|动)|无法|失败", RegexOptions.CultureInvariant)]
    private static partial Regex Denial();
}
