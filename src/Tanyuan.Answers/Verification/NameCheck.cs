using System.Buffers;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Words;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Holds each name of a claim to its source: it must stand there, and what the claim says of it must be said of it there, not of another of
/// its sort. Where the supporting sentence names nobody of that sort, the name may stand before it or in the title.
/// </summary>
internal static class NameCheck
{
    const float WholeEnough = 0.75f;
    const int WordsAround = 4;
    const int LongestName = 16;

    static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，,。；;:：、");

    // What may be added to a name without making it another.
    static readonly string[] Endings = ["公司", "有限公司", "集团", "企业", "先生", "女士", "教授", "博士", "市", "县", "省", "镇", "村", "岛", "大桥", "一书", "系统", "团队", "项目", "品牌", "机器人", "本人"];

    /// <summary>The first name of a part that its sources lack, or null.</summary>
    public static string? Missing(ClaimPart part, string cited)
    {
        foreach (var token in part.Tokens)
        {
            var key = TermCover.KeyOf(part.Sentence, token);
            var isName = ClaimPart.IsName(part.Sentence, token);
            if (!isName && !IsUnknown(token, key))
                continue;
            var strength = Strength(part, token, key, cited);
            // The tagger may cut a Latin word in two.
            if (strength == 0 && token.Start > 0 && char.IsAsciiLetter(part.Sentence.Key[token.Start - 1]) && char.IsAsciiLetter(key[0]) && cited.Contains(key, StringComparison.Ordinal))
                continue;
            if (isName ? strength < (token.Class == TokenClass.Person ? 0.99f : WholeEnough) : strength == 0)
                return part.Sentence.Text[token.Start..token.End];
        }

        return null;
    }

    /// <summary>The first name of a part whose matter belongs to another name in the source, or null.</summary>
    public static string? Misplaced(ClaimPart part, IReadOnlyList<AnnotatedSentence> support, IReadOnlyList<AnnotatedSentence> cited)
    {
        var text = string.Join('\n', support.Select(sentence => sentence.Key));
        foreach (var token in part.WithSubject)
        {
            if (!ClaimPart.IsName(part.Sentence, token))
                continue;
            var key = TermCover.KeyOf(part.Sentence, token);
            if (text.Contains(key, StringComparison.Ordinal))
                continue;
            var sort = SortOf(key, token.Class, cited);
            if (support.Any(sentence => IsTaken(part, token, sentence) || IsReplaced(part, token, sentence) || Rivals(part, sentence, sort).Any(other => IsOther(key, other) && !part.Sentence.Key.Contains(other, StringComparison.Ordinal)))
                || !StandsBefore(key, support, cited))
                return part.Sentence.Text[token.Start..token.End];
        }

        return Ungoverned(part, support, cited);
    }

    // The names of a sort that a sentence has where it says what the part says, or before; a word that no dictionary has may be of any sort.
    static IEnumerable<string> Rivals(ClaimPart part, AnnotatedSentence sentence, TokenClass sort)
    {
        var (start, end) = (0, 0);
        var most = 0.0;
        for (var i = 0; i < sentence.Clauses.Count; i++)
        {
            var clause = sentence.Clauses[i];
            var held = TermCover.Share(part.Sentence, part.Tokens.Where(token => !ClaimPart.IsName(part.Sentence, token)), sentence.Key[clause.Start..clause.End]);
            if (held > most)
                (most, start, end) = (held, sentence.Clauses[Math.Max(0, i - 1)].Start, clause.End);
        }

        foreach (var token in sentence.Tokens)
        {
            if (token.Start >= start && token.End <= end && token.Length > 1 && ((ClaimPart.IsName(sentence, token) && IsSame(token.Class, sort)) || IsUnknown(token, KeyOf(sentence, token))))
                yield return KeyOf(sentence, token);
        }
    }

    /// <summary>Whether a name that the supporting sentences lack stands before one of them in its passage, or in the title.</summary>
    static bool StandsBefore(string key, IReadOnlyList<AnnotatedSentence> support, IReadOnlyList<AnnotatedSentence> cited) =>
        support.Any(sentence => sentence.Sentence.Passage.TitleKey.Contains(key, StringComparison.Ordinal)
            || cited.Any(other => ReferenceEquals(other.Sentence.Passage, sentence.Sentence.Passage) && other.Sentence.Index < sentence.Sentence.Index && other.Key.Contains(key, StringComparison.Ordinal)));

    /// <summary>Whether another name stands in a sentence where the claim has this one: beside the same word.</summary>
    static bool IsTaken(ClaimPart part, Token name, AnnotatedSentence sentence)
    {
        foreach (var token in part.Tokens)
        {
            var follows = token.Start >= name.End && token.Start - name.End <= 2;
            if ((!follows && token.End != name.Start) || token.Length < 2 || TermCover.Weight(part.Sentence, token) <= 0)
                continue;
            var at = sentence.Key.IndexOf(TermCover.KeyOf(part.Sentence, token), StringComparison.Ordinal);
            if (at < 0)
                continue;
            var beside = follows
                ? sentence.Tokens.Where(other => other.End <= at && !sentence.Key.AsSpan(other.End, at - other.End).ContainsAny(ClauseMarks)).TakeLast(4)
                : sentence.Tokens.Where(other => other.Start >= at + token.Length && other.Start <= at + token.Length + 2);
            foreach (var other in beside)
            {
                var word = KeyOf(sentence, other);
                if (IsNameLike(sentence, other, word) && !part.Sentence.Key.Contains(word, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence has the words around a name as the claim has them, but another name between.</summary>
    static bool IsReplaced(ClaimPart part, Token name, AnnotatedSentence sentence)
    {
        var key = part.Sentence.Key;
        var clause = part.Sentence.Clauses[name.Clause];
        var after = key[name.End..Math.Min(name.End + WordsAround, clause.End)];
        var before = key[Math.Max(name.Start - WordsAround, clause.Start)..name.Start];
        if (after.Length < 2)
            return false;
        for (var at = sentence.Key.IndexOf(after, StringComparison.Ordinal); at >= 0; at = sentence.Key.IndexOf(after, at + 1, StringComparison.Ordinal))
        {
            var from = before.Length >= 2
                ? sentence.Key.LastIndexOf(before, at, StringComparison.Ordinal) is var left and >= 0 ? left + before.Length : -1
                : sentence.Key.AsSpan(0, at).LastIndexOfAny(ClauseMarks) + 1;
            if (from < 0 || from >= at || at - from > LongestName || IsShort(sentence.Key[from..at], TermCover.KeyOf(part.Sentence, name)))
                continue;
            if (Phrases.Words(sentence.Key.AsSpan(from, at - from)).Exists(word => IsNameWord(sentence.Key.Substring(from + word.Start, word.Length))))
                return true;
        }

        return false;
    }

    // 大桥 or 镇里 for a name that ends so, or that begins so, is short for it.
    static bool IsShort(string words, string name) =>
        name.Contains(words, StringComparison.Ordinal) || words.Contains(name, StringComparison.Ordinal) || (words.Length <= 3 && words.AsSpan().ContainsAny(name.AsSpan()));

    static bool IsNameWord(string word) =>
        !Phrases.IsFunctional(word) && WordSegmenter.Default.Tag(word) is null or ['n', 'r', ..] or ['n', 's', ..] or ['n', 't', ..] or ['n', 'z', ..];

    // A name that the tagger does not know falls into single characters or words that no dictionary has.
    static bool IsNameLike(AnnotatedSentence sentence, Token token, string key) =>
        token.Quantity < 0 && (ClaimPart.IsName(sentence, token) || IsUnknown(token, key)
            || (token.Length == 1 && key[0] >= '\u3400' && token.Class is TokenClass.Noun or TokenClass.Verb or TokenClass.Adjective && TermCover.Weight(sentence, token) > 0.3));

    static bool IsSame(TokenClass left, TokenClass right) =>
        left == right || (left is TokenClass.Organisation or TokenClass.ProperNoun or TokenClass.Latin && right is TokenClass.Organisation or TokenClass.ProperNoun or TokenClass.Latin);

    // Of several names of one sort in a source, a figure or another name belongs to the one said last before it.
    static string? Ungoverned(ClaimPart part, IReadOnlyList<AnnotatedSentence> support, IReadOnlyList<AnnotatedSentence> cited)
    {
        var names = part.WithSubject.Where(token => ClaimPart.IsName(part.Sentence, token)).ToList();
        if (names.Count == 0)
            return null;
        var subject = names[0];
        var key = TermCover.KeyOf(part.Sentence, subject);
        var sort = SortOf(key, subject.Class, cited);
        var own = names.Select(token => TermCover.KeyOf(part.Sentence, token)).ToHashSet(StringComparer.Ordinal);
        foreach (var filler in part.Tokens)
        {
            if (filler.Quantity < 0 && !ClaimPart.IsName(part.Sentence, filler))
                continue;
            var word = TermCover.KeyOf(part.Sentence, filler);
            if (word == key || word.Length < 2 || SortOf(word, filler.Class, cited) == sort)
                continue;
            var (belongs, foreign) = (false, false);
            foreach (var sentence in support)
            {
                for (var at = sentence.Key.IndexOf(word, StringComparison.Ordinal); at >= 0; at = sentence.Key.IndexOf(word, at + 1, StringComparison.Ordinal))
                {
                    var governor = Governor(sentence, at, sort);
                    if (governor is null || own.Any(name => !IsOther(name, governor)) || !sentence.Key.Contains(key, StringComparison.Ordinal))
                        belongs = true;
                    else
                        foreign = true;
                }
            }

            if (foreign && !belongs)
                return part.Sentence.Text[subject.Start..subject.End];
        }

        return null;
    }

    /// <summary>The name of a sort that a place in a sentence belongs to: the last before it, else the first after it in its clause.</summary>
    static string? Governor(AnnotatedSentence sentence, int at, TokenClass sort)
    {
        string? before = null;
        foreach (var name in NamesOf(sentence, sort))
        {
            if (name.Start < at)
                before = KeyOf(sentence, name);
            else if (before is null)
                return KeyOf(sentence, name);
        }

        return before;
    }

    static IEnumerable<Token> NamesOf(AnnotatedSentence sentence, TokenClass sort) =>
        sentence.Tokens.Where(token => token.Class == sort && token.Length > 1 && ClaimPart.IsName(sentence, token));

    // The source knows better of what sort a name is than a claim that may be false.
    static TokenClass SortOf(string key, TokenClass claimed, IReadOnlyList<AnnotatedSentence> cited)
    {
        foreach (var sentence in cited)
        {
            foreach (var token in sentence.Tokens)
            {
                if (token.Class >= TokenClass.ProperNoun && KeyOf(sentence, token) == key)
                    return token.Class;
            }
        }

        return claimed;
    }

    static bool IsOther(string key, string other) => !key.Contains(other, StringComparison.Ordinal) && !other.Contains(key, StringComparison.Ordinal);

    static float Strength(ClaimPart part, Token token, string key, string cited)
    {
        if (key.AsSpan().ContainsAnyInRange('a', 'z') || key.AsSpan().ContainsAnyInRange('0', '9'))
            return QuestionMatcher.Find(cited, key, 0) >= 0 ? 1 : Phrase(key, cited);
        if (cited.Contains(key, StringComparison.Ordinal))
            return 1;
        foreach (var ending in Endings)
        {
            if (key.Length > ending.Length + 1 && key.EndsWith(ending, StringComparison.Ordinal) && cited.Contains(key[..^ending.Length], StringComparison.Ordinal))
                return 1;
        }

        return token.Class == TokenClass.Person ? 0 : LongestRun(key, cited);
    }

    static float LongestRun(string key, string cited)
    {
        for (var length = key.Length - 1; length >= 2; length--)
        {
            for (var start = 0; start + length <= key.Length; start++)
            {
                if (cited.Contains(key.Substring(start, length), StringComparison.Ordinal))
                    return (float)length / key.Length;
            }
        }

        return 0;
    }

    // WL-9芯片 run together: each run of one script is looked for by itself.
    static float Phrase(string key, string cited)
    {
        var start = 0;
        for (var i = 1; i <= key.Length; i++)
        {
            if (i < key.Length && char.IsAscii(key[i]) == char.IsAscii(key[i - 1]))
                continue;
            if (start == 0 && i == key.Length)
                return 0;
            if (QuestionMatcher.Find(cited, key.AsSpan(start, i - start).Trim(), 0) < 0)
                return 0;
            start = i;
        }

        return 1;
    }

    static bool IsUnknown(Token token, string key) =>
        token.Quantity < 0 && token.Class is TokenClass.Noun && key.Length is >= 2 and <= 4 && key[0] >= '\u3400' && WordSegmenter.Default.Tag(key) is null
        && WordSegmenter.Default.Frequency(key) == 0;

    static string KeyOf(AnnotatedSentence sentence, Token token) => TermCover.KeyOf(sentence, token);
}
