using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>
/// What the reading network is told of each character of a sentence beside its meaning: whether the question or the title says it, what
/// sort of word it is part of and whether that is the sort asked for, what brackets it stands in, and how near the question's words are.
/// One instance serves the sentences of one question.
/// </summary>
internal sealed class CharacterFeatures(QuestionMatcher matcher)
{
    const int FirstClass = 18;
    const int FirstQuantity = FirstClass + (int)TokenClass.Latin + 1;

    /// <summary>How many features a character has.</summary>
    public const int Count = FirstQuantity + 7;

    // The weight of a mark fades with the distance to it.
    const float Fading = 0.85f;

    readonly Question _question = matcher.Question;
    readonly (int Left, int Right) _beside = matcher.Question.TermsBesideGap();

    /// <summary>Writes the features of a sentence's characters, <see cref="Count"/> apart.</summary>
    public void Compute(AnnotatedSentence sentence, Span<float> values)
    {
        var key = sentence.Key.AsSpan();
        values[..(key.Length * Count)].Clear();
        var marks = matcher.Mark(key);
        var question = _question.Key.AsSpan();
        var title = sentence.Sentence.Passage.TitleKey.AsSpan();
        for (var i = 0; i < key.Length; i++)
        {
            var row = values.Slice(i * Count, Count);
            row[0] = marks[i];
            row[1] = question.Contains(key[i]) ? 1 : 0;
            row[2] = InTitle(title, key, i) ? 1 : 0;
            row[3] = char.IsAsciiDigit(key[i]) ? 1 : 0;
            row[4] = char.IsAsciiLetter(key[i]) ? 1 : 0;
            row[5] = char.IsLetterOrDigit(key[i]) ? 0 : SentenceAnnotator.IsClauseBorder(key[i]) ? 1 : 0.5f;
        }

        Nearness(marks, values);
        Occurrences(key, _question.Focus, 8, values);
        if (_beside.Left >= 0)
            Occurrences(key, _question.Terms[_beside.Left].Key, 9, values);
        if (_beside.Right >= 0)
            Occurrences(key, _question.Terms[_beside.Right].Key, 10, values);
        Brackets(sentence, values);
        Tokens(sentence, values);
    }

    static bool InTitle(ReadOnlySpan<char> title, ReadOnlySpan<char> key, int i) =>
        (i + 1 < key.Length && title.Contains(key.Slice(i, 2), StringComparison.Ordinal)) || (i > 0 && title.Contains(key.Slice(i - 1, 2), StringComparison.Ordinal));

    static void Nearness(float[] marks, Span<float> values)
    {
        float left = 0, right = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            values[(i * Count) + 6] = left;
            left = (left + marks[i]) * Fading;
            var back = marks.Length - 1 - i;
            values[(back * Count) + 7] = right;
            right = (right + marks[back]) * Fading;
        }
    }

    static void Occurrences(ReadOnlySpan<char> key, string term, int feature, Span<float> values)
    {
        if (term.Length == 0)
            return;
        for (var at = QuestionMatcher.Find(key, term, 0); at >= 0; at = QuestionMatcher.Find(key, term, at + 1))
        {
            for (var i = at; i < at + term.Length; i++)
                values[(i * Count) + feature] = 1;
        }
    }

    static void Brackets(AnnotatedSentence sentence, Span<float> values)
    {
        foreach (var (inner, mark) in sentence.Brackets)
        {
            var feature = mark is '《' or '〈' ? 11 : mark is '(' or '（' or '[' or '【' ? 13 : 12;
            for (var i = inner.Start; i < inner.End; i++)
                values[(i * Count) + feature] = 1;
        }
    }

    void Tokens(AnnotatedSentence sentence, Span<float> values)
    {
        foreach (var token in sentence.Tokens)
        {
            values[(token.Start * Count) + 14] = 1;
            values[((token.End - 1) * Count) + 15] = 1;
            var typed = TypedTokens.Fits(_question.Type, token, sentence) ? 1 : 0;
            for (var i = token.Start; i < token.End; i++)
            {
                var row = values.Slice(i * Count, Count);
                row[16] = token.Information;
                row[17] = typed;
                row[FirstClass + (int)token.Class] = 1;
                if (token.Quantity >= 0)
                    row[FirstQuantity + (int)sentence.Quantities[token.Quantity].Kind] = 1;
            }
        }
    }
}
