using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Reading.Runs;

/// <summary>
/// Tells where an answer goes on beyond the sentence that was chosen, by what the text itself says: a quotation that is still open, an enumeration that counts on, a reason that
/// stands before the sentence with what follows from it (因此…), and, where a whole thing's looks or traits are asked for, the sentences that go on describing it
/// (docs/decisions/067). Only questions for something told, not for a name or an amount, are answered so.
/// </summary>
internal static partial class RunFinder
{
    const int MostSentences = 4;
    const int MostCharacters = 400;

    /// <summary>The run of sentences that a span's answer goes on in; null where its sentence tells it all.</summary>
    public static AnswerRun? Find(Question question, RankedSpan span)
    {
        if (question.Type is not (AnswerType.Phrase or AnswerType.Reason or AnswerType.Manner) || question.Kind == QuestionKind.YesNo)
            return null;
        var sentence = span.Sentence.Sentence;
        return Quotation(span) ?? Enumerated.Find(sentence) ?? (question.Kind == QuestionKind.Why ? Reason(sentence) : Description.Find(question, sentence));
    }

    /// <summary>A run of whole sentences; null where it is one only, or none that may be told together: it would be too long, leave something out or cut a quotation in two.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="first">The first sentence.</param>
    /// <param name="last">The last sentence.</param>
    /// <param name="acrossLines">Whether a line may end between them.</param>
    public static AnswerRun? Of(EvidencePassage passage, int first, int last, bool acrossLines = false)
    {
        if (first < 0 || last <= first || last >= passage.Sentences.Count || last - first >= MostSentences)
            return null;
        var (start, end) = (passage.Sentences[first].Start, passage.Sentences[last].End);
        if (end - start > MostCharacters)
            return null;
        for (var i = first; i < last; i++)
        {
            // Sentences that may not be read are left out of a passage: what stands around them is not neighbouring.
            var between = passage.Key.AsSpan(passage.Sentences[i].End, passage.Sentences[i + 1].Start - passage.Sentences[i].End);
            if (!between.IsWhiteSpace() || (!acrossLines && (between.Contains('\n') || passage.Key[passage.Sentences[i].End - 1] == '\n')))
                return null;
        }

        if (StillOpen(passage.Key.AsSpan(start, end - start)) != 0)
            return null;
        while (end > start && char.IsWhiteSpace(passage.Key[end - 1]))
            end--;
        return new AnswerRun(passage, first, last, new TextSpan(start, end - start));
    }

    /// <summary>A sentence of a passage, folded.</summary>
    public static ReadOnlySpan<char> Key(EvidencePassage passage, int sentence) => passage.Key.AsSpan(passage.Sentences[sentence].Start, passage.Sentences[sentence].Length);

    // An answer that breaks off within a quotation which it opens goes on to the quotation's end.
    static AnswerRun? Quotation(RankedSpan span)
    {
        var (sentence, passage) = (span.Sentence.Sentence, span.Sentence.Sentence.Passage);
        var open = StillOpen(sentence.Key[span.Candidate.Start..]);
        if (open <= 0 || HasLetter(sentence.Key[span.Candidate.End..]))
            return null;
        var last = sentence.Index;
        while (open > 0 && last - sentence.Index < MostSentences && last + 1 < passage.Sentences.Count)
            open += StillOpen(Key(passage, ++last));
        if (Of(passage, sentence.Index, last) is not { } run)
            return null;
        var start = sentence.Span.Start + span.ClauseStart;
        return run with { Told = new TextSpan(start, run.Told.End - start) };
    }

    static int StillOpen(ReadOnlySpan<char> key)
    {
        var open = 0;
        foreach (var unit in key)
            open += unit is '“' or '「' or '『' ? 1 : unit is '”' or '」' or '』' ? -1 : 0;
        return open;
    }

    static bool HasLetter(ReadOnlySpan<char> key)
    {
        foreach (var unit in key)
        {
            if (char.IsLetterOrDigit(unit))
                return true;
        }

        return false;
    }

    // 因此它也叫…: the reason asked for is what stands before, unless the sentence tells one itself.
    static AnswerRun? Reason(EvidenceSentence sentence)
    {
        var follows = Follows().EnumerateMatches(sentence.Key);
        return follows.MoveNext() && !Cause().IsMatch(sentence.Key[(follows.Current.Index + follows.Current.Length)..]) ? Of(sentence.Passage, sentence.Index - 1, sentence.Index) : null;
    }

    [GeneratedRegex(@"^\s*(?:因此|所以|于是|故(?!事|障|意|宫|乡)而?|因而|从而|由此|有鉴于此|为此)", RegexOptions.CultureInvariant)]
    private static partial Regex Follows();

    [GeneratedRegex("因为|由于|因此|因而|所以|为了|缘故|原因|由此|以致|从而|因(?![此而素子])", RegexOptions.CultureInvariant)]
    private static partial Regex Cause();
}
