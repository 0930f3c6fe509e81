using System.Buffers;
using System.Text;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Restrictions;
using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Training;

/// <summary>
/// A sentence made of one that answers a question, with another answer, and another year, ordinal, month or part of the world than the question asks of:
/// beside the right one, or in its place, it teaches that a likeness in all but that answers nothing.
/// </summary>
internal static class Decoy
{
    const string Numerals = "一二三四五六七八九";

    static readonly SearchValues<char> AnyNumeral = SearchValues.Create(Numerals);

    static readonly string[] Places = ["全球", "欧洲", "亚洲", "非洲", "美国", "日本", "英国", "法国", "德国", "印度", "俄罗斯", "中国", "台湾", "上海", "广东", "南美洲"];
    static readonly string[] Seasons = ["春", "夏", "秋", "冬"];

    /// <summary>A passage with a decoy beside or in the place of the sentence that answers a question; null where the question holds its answer to nothing that the sentence says.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="question">The question.</param>
    /// <param name="answers">Answers to questions like it.</param>
    /// <param name="replaces">Whether it takes the right sentence's place.</param>
    /// <param name="random">Chooses.</param>
    public static CorpusPassage? In(CorpusPassage passage, LabelledQuestion question, IReadOnlyList<string> answers, bool replaces, Random random)
    {
        var asked = QuestionAnalyzer.Analyze(question.Text);
        var restrictions = RestrictionFinder.Find(asked.Key).FindAll(restriction => restriction.Span.End <= asked.Gap.Start || restriction.Span.Start >= asked.Gap.End);
        if (restrictions.Count == 0)
            return null;
        var text = new StringBuilder();
        var made = false;
        foreach (var span in SentenceSplitter.Split(passage.Text))
        {
            var sentence = span.Of(passage.Text);
            if (question.IsIn(TextFolder.Fold(sentence)))
            {
                var decoy = Of(sentence, question, restrictions, answers, random);
                if (decoy is null && (replaces || !made))
                    return null;
                var before = random.Next(2) == 0;
                made = true;
                text.Append(before || replaces ? decoy : "").Append(replaces ? "" : sentence).Append(before || replaces ? "" : decoy);
            }
            else
            {
                text.Append(sentence);
            }
        }

        return made ? passage with { Text = text.ToString() } : null;
    }

    static string? Of(string sentence, LabelledQuestion question, List<Restriction> asked, IReadOnlyList<string> answers, Random random)
    {
        var key = TextFolder.Fold(sentence);
        var gold = question.Gold.FirstOrDefault(gold => key.Contains(gold, StringComparison.Ordinal));
        if (gold is null)
            return null;
        var at = key.IndexOf(gold, StringComparison.Ordinal);
        var said = RestrictionFinder.Find(key).FindAll(restriction => restriction.Span.End <= at || restriction.Span.Start >= at + gold.Length);
        var held = said.FindAll(restriction => asked.Exists(one => restriction.With(one) == Agreement.Same));
        if (held.Count == 0)
            return null;
        var chosen = held[random.Next(held.Count)];
        if (Another(chosen.Span.Of(sentence), chosen, random) is not { } value || OtherAnswer(gold, answers, random) is not { } answer)
            return null;
        var changes = said.FindAll(restriction => restriction.With(chosen) == Agreement.Same).ConvertAll(restriction => (restriction.Span, Text: value));
        changes.Add((new TextSpan(at, gold.Length), answer));
        var text = new StringBuilder();
        var end = 0;
        foreach (var (span, with) in changes.OrderBy(change => change.Span.Start))
        {
            text.Append(sentence, end, span.Start - end).Append(with);
            end = span.End;
        }

        var decoy = text.Append(sentence, end, sentence.Length - end).ToString();
        return question.IsIn(TextFolder.Fold(decoy)) ? null : decoy;
    }

    // Another value of the kind, written like the one it replaces.
    static string? Another(string written, Restriction restriction, Random random)
    {
        switch (restriction.Kind)
        {
            case RestrictionKind.Place:
                var place = Places[random.Next(Places.Length)];
                return RestrictionFinder.Find(place)[0].With(restriction) == Agreement.Other ? place : null;
            case RestrictionKind.Year:
                return written.Replace($"{restriction.Value}", $"{restriction.Value + Step(5, random)}", StringComparison.Ordinal);
            case RestrictionKind.Basis:
                return written.Replace(written[0], restriction.Value == '同' ? '环' : '同');
            default:
                var changed = Seasons.Contains(written[..1]) ? Seasons[random.Next(4)] + written[1..] : OtherNumber(written, random);
                return changed is not null && RestrictionFinder.Find(TextFolder.Fold(changed)) is [var one] && one.With(restriction) == Agreement.Other ? changed : null;
        }
    }

    static string? OtherNumber(string written, Random random)
    {
        var text = written.Replace('首', '第') is var plain && plain != written ? plain.Insert(1, "一") : plain;
        var digits = text.Where(char.IsAsciiDigit).ToArray();
        if (digits.Length > 0)
            return text.Replace(new string(digits), $"{Math.Max(1, int.Parse(digits) + Step(3, random))}", StringComparison.Ordinal);
        var at = text.AsSpan().IndexOfAny(AnyNumeral);
        return at < 0 ? null : text[..at] + Numerals[random.Next(Numerals.Length)] + text[(at + 1)..];
    }

    // Other digits in an amount or date; else another answer.
    static string? OtherAnswer(string gold, IReadOnlyList<string> answers, Random random)
    {
        if (gold.Any(char.IsAsciiDigit))
        {
            var changed = new StringBuilder(gold);
            for (int start = 0, end; start < gold.Length; start = end + 1)
            {
                for (end = start; end < gold.Length && char.IsAsciiDigit(gold[end]);)
                    end++;

                // A year stays in or near its century.
                for (var i = end - start == 4 && gold[start] is '1' or '2' ? start + 2 : start; i < end; i++)
                    changed[i] = (char)('1' + random.Next(9));
            }

            return changed.ToString() == gold ? null : changed.ToString();
        }

        var near = answers.Where(answer => answer != gold && Math.Abs(answer.Length - gold.Length) <= 1 + (gold.Length / 3)).ToList();
        return near.Count == 0 ? null : near[random.Next(near.Count)];
    }

    static int Step(int most, Random random) => (random.Next(2) == 0 ? 1 : -1) * random.Next(1, most + 1);
}
