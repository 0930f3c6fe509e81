using System.Text.RegularExpressions;
using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Contradictions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Figures;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Corrections;

/// <summary>
/// Answers with what a page was corrected to, wherever what was read is what a correction takes back, on its own page or another, or a correction tells of the very matter. Asked how it was before, it is what was taken back.
/// </summary>
internal static partial class CorrectionComposer
{
    // Where the correction names no figure and not what is asked for, it has to tell nearly all the rest.
    const double Told = 0.6, ToldUnnamed = 0.9, Worth = 0.9;

    /// <summary>What is right, with how likely it is what was asked; null where no correction is of the matter.</summary>
    public static (Statement Statement, double Confidence)? Compose(Question question, Reading.Reading reading, IReadOnlyList<PooledSentence> pool)
    {
        var asksBefore = Before().IsMatch(question.Key);
        ToldMatter? matter = null;
        (PooledSentence Sentence, TextSpan Answer, double Share)? best = null;
        foreach (var sentence in pool)
        {
            foreach (var correction in Correction.In(sentence.Key))
            {
                if (Answer(question, sentence, asksBefore ? correction.Wrong : correction.Right) is not { } answer || OtherPeriod.IsTold(question, sentence.Passage, sentence.Index, answer.Start))
                    continue;
                var own = OwnStretch(sentence.Key, correction);
                if (Measures.AskedIn(question.Key) is { Length: > 0 } measure && Measures.AskedIn(own) != measure)
                    continue;
                var told = (matter ??= new ToldMatter(question)).Of($"{own}{Above(sentence)}", sentence.Passage);
                var share = told.NamesAll && told.All >= (IsNamed(question, own) ? Told : ToldUnnamed) ? told.All : 0;
                if (!asksBefore && reading.Spans.Count > 0 && IsTakenBack(reading.Spans[0], sentence, correction))
                    share = Math.Max(share, reading.Confidence);
                if (share > (best?.Share ?? 0))
                    best = (sentence, answer, share);
            }
        }

        return best is { } found ? (found.Sentence.ToStatement(found.Answer), Worth * found.Share) : null;
    }

    static bool IsNamed(Question question, string own) => question.Type is >= AnswerType.Number and <= AnswerType.Duration || (question.Focus.Length > 1 && own.Contains(question.Focus, StringComparison.Ordinal));

    // The corrected words themselves, or the same words on another page.
    static bool IsTakenBack(RankedSpan span, PooledSentence sentence, Correction correction)
    {
        var wrong = correction.Wrong.Of(sentence.Key);
        return span.Sentence.Sentence.Passage.DocumentId == sentence.Passage.DocumentId && span.Sentence.Key == sentence.Key
            ? span.Candidate.Start < correction.Wrong.End && correction.Wrong.Start < span.Candidate.End
            : span.Key.Length > 1 && wrong.Contains(span.Key, StringComparison.Ordinal) && !char.IsAsciiDigit(wrong[Math.Max(0, wrong.IndexOf(span.Key, StringComparison.Ordinal) - 1)]);
    }

    // A sentence may correct several things: each is told from the end of the one before.
    static string OwnStretch(string key, Correction correction)
    {
        var (start, end) = (Math.Min(correction.Wrong.Start, correction.Right.Start), Math.Max(correction.Wrong.End, correction.Right.End));
        var border = key.AsSpan(0, start).LastIndexOfAny("；;。\n");
        return key[(border + 1)..end];
    }

    static string Above(PooledSentence sentence) => sentence.Index > 0 ? $"\n{sentence.Passage.Sentences[sentence.Index - 1].Of(sentence.Passage.Key)}" : "";

    // A figure of the sort asked for; else all that stands there.
    static TextSpan? Answer(Question question, PooledSentence sentence, TextSpan told)
    {
        if (question.Type is < AnswerType.Number or > AnswerType.Duration)
            return told;
        var text = told.Of(sentence.Text);
        var constraint = TypeConstraint.Of(question);
        return QuantityRecognizer.Find(text).FirstOrDefault(quantity => constraint?.IsFitting(quantity, text) != false) is { } figure ? new TextSpan(told.Start + figure.Start, figure.Length) : null;
    }

    [GeneratedRegex("(?:更正|修正|订正|重述|修订|调整)(?:之|以)?前|原来|原先|最初|起初|当初|原文|误(?:写|作)", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
