using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// The wording of a candidate and its borders, crossed with what is asked, as hashed features: 「位于」 before a span that answers 哪里,
/// 「年」 at the end of one that answers 何时, the sequence of its word classes. Feature hashing: Weinberger et al. (2009). The weights
/// are learnt; a pattern that was never seen weighs nothing.
/// </summary>
internal static class SpanPatterns
{
    /// <summary>How many patterns a candidate has.</summary>
    public const int Count = 16;

    /// <summary>How many slots the patterns are hashed to.</summary>
    public const int Slots = 1 << 15;

    /// <summary>Writes the slots of a candidate's patterns.</summary>
    public static void Compute(Question question, AnnotatedSentence sentence, Candidate candidate, Span<int> slots)
    {
        var key = sentence.Key.AsSpan();
        var tokens = sentence.Tokens;
        var (first, last) = (tokens[candidate.First], tokens[candidate.Last]);
        var before = candidate.First > 0 && tokens[candidate.First - 1].Clause == first.Clause ? Word(key, tokens[candidate.First - 1]) : default;
        var after = candidate.Last + 1 < tokens.Count && tokens[candidate.Last + 1].Clause == last.Clause ? Word(key, tokens[candidate.Last + 1]) : default;
        var span = key[candidate.Start..candidate.End];
        var focus = question.Focus.AsSpan();
        var focusTail = focus.Length > 0 ? focus[^1..] : default;
        var type = (int)question.Type;
        var length = (int)Math.Log2(candidate.Length);
        var edges = ((int)first.Class * 32) + (int)last.Class;
        var leftChar = candidate.Start > 0 ? key[candidate.Start - 1] : '^';
        var rightChar = candidate.End < key.Length ? key[candidate.End] : '$';
        var gap = question.Key.AsSpan(question.Gap.Start, question.Gap.Length);
        var beforeGap = question.Key.AsSpan(Math.Max(0, question.Gap.Start - 2), Math.Min(2, question.Gap.Start));
        var afterGap = question.Key.AsSpan(question.Gap.End, Math.Min(2, question.Key.Length - question.Gap.End));

        slots[0] = Slot(0, (type * 4096) + edges, default, default, Math.Min(4, candidate.Last - candidate.First) + (8 * (int)candidate.Form));
        slots[1] = Slot(1, type, before, default, 0);
        slots[2] = Slot(2, type, after, default, 0);
        slots[3] = Slot(3, 0, focus, span[^1..], 0);
        slots[4] = Slot(4, edges, focusTail, default, 0);
        slots[5] = Slot(5, type, span[^1..], default, 0);
        slots[6] = Slot(6, type, span[..1], default, 0);
        slots[7] = Slot(7, (int)first.Class, before, default, 0);
        slots[8] = Slot(8, (int)last.Class, after, default, 0);
        slots[9] = Slot(9, 0, beforeGap, before, 0);
        slots[10] = Slot(10, 0, afterGap, after, 0);
        slots[11] = Slot(11, type, default, default, (length * 8) + (int)candidate.Form);
        slots[12] = Slot(12, type, default, default, Classes(tokens, candidate));
        slots[13] = Slot(13, leftChar, default, default, rightChar);
        slots[14] = Slot(14, type, Word(key, last), default, 0);
        slots[15] = Slot(15, (int)last.Class, gap, default, (length * 8) + (int)candidate.Form);
    }

    static int Classes(IReadOnlyList<Token> tokens, Candidate candidate)
    {
        var classes = candidate.Last - candidate.First + 1;
        for (var i = candidate.First; i <= candidate.Last && i < candidate.First + 5; i++)
            classes = (classes * 31) + (int)tokens[i].Class;
        return classes;
    }

    static ReadOnlySpan<char> Word(ReadOnlySpan<char> key, Token token) => key[token.Start..token.End];

    // FNV-1a over the pattern's number and its parts.
    static int Slot(int pattern, int first, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int second)
    {
        unchecked
        {
            var hash = (2166136261u ^ (uint)pattern) * 16777619;
            hash = (hash ^ (uint)first) * 16777619;
            foreach (var unit in left)
                hash = (hash ^ unit) * 16777619;
            hash = (hash ^ 0xFFFF) * 16777619;
            foreach (var unit in right)
                hash = (hash ^ unit) * 16777619;
            hash = (hash ^ (uint)second) * 16777619;
            return (int)((hash ^ (hash >> 15)) & (Slots - 1));
        }
    }
}
