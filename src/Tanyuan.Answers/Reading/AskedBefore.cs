using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// What a sentence answers on its page: 「问：怎样退款？」 stands before 「答：…」, and what the answer is about was said in the question. An answer is as near to a reader's question as both
/// together are, and where the page asks the very question, what follows is its answer.
/// </summary>
internal static class AskedBefore
{
    // So many sentences behind a question are told of it, on its line and the next; what comes later is told of itself.
    const int SentencesOfAnswer = 3;

    const int LongestSpeaker = 10;

    // How much of either question the other has to say for both to be one.
    const double Same = 0.6;

    // And of each name in it.
    const double Named = 0.5;

    /// <summary>Where what a sentence tells begins in its passage: at the question that it answers, else at the sentence itself.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="index">The sentence's place in it.</param>
    public static int Start(EvidencePassage passage, int index) => passage.Sentences[QuestionOf(passage, index) ?? index].Start;

    /// <summary>Whether the page asks the very question of a reader right before a sentence.</summary>
    public static bool IsAnswerTo(QuestionMatcher matcher, EvidenceSentence sentence)
    {
        if (QuestionOf(sentence.Passage, sentence.Index) is not { } index)
            return false;
        var span = sentence.Passage.Sentences[index];
        var key = sentence.Passage.Key.AsSpan(span.Start, span.Length);
        if (!Says(matcher, key, sentence.Passage.TitleKey))
            return false;
        var asked = QuestionAnalyzer.Analyze(WithoutSpeaker(span.Of(sentence.Passage.Text)));
        return (asked.Kind == matcher.Question.Kind || asked.Type == matcher.Question.Type) && Says(new QuestionMatcher(asked), matcher.Question.Key, "");
    }

    // Whether a text says what a question is about; 原因 and what else only asks may be missing.
    static bool Says(QuestionMatcher matcher, ReadOnlySpan<char> key, string title)
    {
        var question = matcher.Question;
        var terms = matcher.Cover(key).Terms;
        var named = matcher.Cover(title).Terms;
        double all = 0, held = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            var term = question.Terms[i];
            if (question.Focus.Contains(term.Key, StringComparison.Ordinal))
                continue;

            // What the page is about is not asked again.
            if (named[i] >= 1 && terms[i] < Named)
                continue;
            if (term.IsDistinctive && terms[i] < Named)
                return false;
            all += term.Weight;
            held += term.Weight * terms[i];
        }

        return all > 0 ? held >= Same * all : question.Focus.Length > 0 && key.Contains(question.Focus, StringComparison.Ordinal);
    }

    // 问：…, 記者：…
    static string WithoutSpeaker(string question)
    {
        var colon = question.AsSpan(0, Math.Min(LongestSpeaker, question.Length)).IndexOfAny(":：");
        return colon < 0 || colon == question.Length - 1 ? question : question[(colon + 1)..].TrimStart();
    }

    static int? QuestionOf(EvidencePassage passage, int index)
    {
        if (Asks(passage, index))
            return null;
        for (var before = index - 1; before >= 0 && index - before <= SentencesOfAnswer; before--)
        {
            if (Asks(passage, before))
                return before;

            // Past the line that follows the question, other things are told.
            var end = passage.Sentences[before].End;
            if (passage.Text.AsSpan(end, passage.Sentences[before + 1].Start - end).Contains('\n'))
                return null;
        }

        return null;
    }

    static bool Asks(EvidencePassage passage, int index) => EvidenceSentence.IsQuestion(passage.Key.AsSpan(passage.Sentences[index].Start, passage.Sentences[index].Length));
}
