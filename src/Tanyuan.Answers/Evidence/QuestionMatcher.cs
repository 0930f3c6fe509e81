using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Evidence;

/// <summary>
/// Measures how much of one question a folded text covers: by terms (exact, or by their longest common run), by pairs of neighbouring
/// characters and by single characters, so that a word cut another way or a near synonym still counts.
/// </summary>
internal sealed class QuestionMatcher
{
    // Another name of the same thing, short of the name itself.
    const float OtherName = 0.95f;

    readonly Question _question;
    readonly float[] _weights;
    readonly Dictionary<int, (int Id, float Weight)> _pairs = [];
    readonly Dictionary<char, (int Id, float Weight)> _characters = [];
    readonly double _pairTotal;
    readonly double _characterTotal;

    /// <summary>Prepares the matcher of a question.</summary>
    public QuestionMatcher(Question question)
    {
        _question = question;
        _weights = new float[question.Key.Length];
        foreach (var term in question.Terms)
        {
            for (var i = term.Start; i < term.End; i++)
                _weights[i] = Math.Max(_weights[i], (float)(term.Weight / Math.Sqrt(term.Key.Length)));
        }

        for (var i = 0; i < _weights.Length; i++)
        {
            if (_weights[i] == 0)
                continue;
            Keep(_characters, question.Key[i], _weights[i]);
            if (i + 1 < _weights.Length && _weights[i + 1] > 0)
                Keep(_pairs, Pair(question.Key[i], question.Key[i + 1]), _weights[i] + _weights[i + 1]);
        }

        _pairTotal = _pairs.Values.Sum(pair => pair.Weight);
        _characterTotal = _characters.Values.Sum(character => character.Weight);
    }

    /// <summary>The question.</summary>
    public Question Question => _question;

    /// <summary>How much of the question a folded text covers.</summary>
    public Coverage Cover(ReadOnlySpan<char> text)
    {
        var terms = new float[_question.Terms.Count];
        var words = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            var term = _question.Terms[i];
            terms[i] = Strength(term, text);
            words += terms[i] * term.Weight;
        }

        Span<bool> seenPairs = stackalloc bool[_pairs.Count];
        Span<bool> seenCharacters = stackalloc bool[_characters.Count];
        double pairs = 0, characters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!_characters.TryGetValue(text[i], out var character))
                continue;
            if (!seenCharacters[character.Id])
            {
                seenCharacters[character.Id] = true;
                characters += character.Weight;
            }

            if (i + 1 < text.Length && _pairs.TryGetValue(Pair(text[i], text[i + 1]), out var pair) && !seenPairs[pair.Id])
            {
                seenPairs[pair.Id] = true;
                pairs += pair.Weight;
            }
        }

        return new Coverage(
            terms, Share(words, _question.TotalWeight), Share(pairs, _pairTotal), Share(characters, _characterTotal), LongestRun(text));
    }

    /// <summary>The share of term weight that the stretches cover together.</summary>
    public double Union(params ReadOnlySpan<float[]?> stretches)
    {
        var sum = 0.0;
        for (var i = 0; i < _question.Terms.Count; i++)
        {
            var best = 0f;
            foreach (var stretch in stretches)
                best = Math.Max(best, stretch?[i] ?? 0);
            sum += best * _question.Terms[i].Weight;
        }

        return Share(sum, _question.TotalWeight);
    }

    /// <summary>
    /// Marks each unit of a folded text with the weight of the question's matter that it repeats: whole terms at their weight,
    /// other shared pairs of characters at half theirs.
    /// </summary>
    public float[] Mark(ReadOnlySpan<char> text)
    {
        var marks = new float[text.Length];
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!_pairs.TryGetValue(Pair(text[i], text[i + 1]), out var pair))
                continue;
            marks[i] = Math.Max(marks[i], pair.Weight / 4);
            marks[i + 1] = Math.Max(marks[i + 1], pair.Weight / 4);
        }

        foreach (var term in _question.Terms)
        {
            var weight = (float)(term.Weight / Math.Sqrt(term.Key.Length));
            for (var at = Find(text, term.Key, 0); at >= 0; at = Find(text, term.Key, at + 1))
            {
                for (var i = at; i < at + term.Key.Length; i++)
                    marks[i] = Math.Max(marks[i], weight);
            }
        }

        return marks;
    }

    /// <summary>Where a folded term stands in a folded text as a word of its own where it is Latin or a number, or −1.</summary>
    public static int Find(ReadOnlySpan<char> text, ReadOnlySpan<char> term, int from)
    {
        while (from <= text.Length - term.Length)
        {
            var at = text[from..].IndexOf(term, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            at += from;
            if (!IsLatin(term[0]) || at == 0 || !SameRun(text[at - 1], term[0]))
            {
                var end = at + term.Length;
                if (!IsLatin(term[^1]) || end == text.Length || !SameRun(text[end], term[^1]) || text[end] == 's')
                    return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <summary>How well a folded text holds a term, 0 to 1: in full, as another form of an English word, or by its longest part.</summary>
    internal static float Strength(QuestionTerm term, ReadOnlySpan<char> text)
    {
        if (Holds(text, term.Key, term.IsTitle))
            return 1;
        foreach (var other in Glossary.Of(term.Key))
        {
            if (Holds(text, other, term.IsTitle))
                return OtherName;
        }

        if (term.Key.Length < 3)
            return 0;
        if (IsLatin(term.Key[0]))
            return term.IsDistinctive ? (Spaced(term.Key) is { } spaced && Find(text, spaced, 0) >= 0 ? 1 : 0) : HasWordLike(text, Stem(term.Key)) || HasForm(text, term.Key) ? 0.9f : 0;
        for (var length = term.Key.Length - 1; length >= 2; length--)
        {
            for (var start = 0; start + length <= term.Key.Length; start++)
            {
                if (text.IndexOf(term.Key.AsSpan(start, length), StringComparison.Ordinal) >= 0)
                    return 0.8f * length / term.Key.Length;
            }
        }

        return 0;
    }

    static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<char> name, bool isTitle)
    {
        var at = Find(text, name, 0);
        while (isTitle && at >= 0 && IsOfOther(text, at, at + name.Length))
            at = Find(text, name, at + 1);
        return at >= 0;
    }

    // The title of another: 副「总裁」, 「总裁」助理.
    static bool IsOfOther(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && text[start - 1] == '副') || text[end..].StartsWith("助理") || text[end..].StartsWith("秘书");

    // English endings are cut off so that "designed" finds "design" and "designer".
    static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s", "e"])
        {
            if (word.Length >= ending.Length + 4 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }

    static bool HasForm(ReadOnlySpan<char> text, string word)
    {
        foreach (var form in EnglishForms.Of(word))
        {
            if (Find(text, form, 0) >= 0)
                return true;
        }

        return false;
    }

    // 100gb is written 100 gb, too; null where a term is no number with a unit.
    static string? Spaced(string term)
    {
        var digits = 0;
        while (digits < term.Length && (char.IsAsciiDigit(term[digits]) || (term[digits] is '.' or ',' && digits > 0)))
            digits++;
        if (digits == 0 || digits == term.Length)
            return null;
        foreach (var unit in term.AsSpan(digits))
        {
            if (!char.IsAsciiLetter(unit))
                return null;
        }

        return $"{term.AsSpan(0, digits)} {term.AsSpan(digits)}";
    }

    static bool HasWordLike(ReadOnlySpan<char> text, ReadOnlySpan<char> stem)
    {
        for (var from = 0; text[from..].IndexOf(stem, StringComparison.Ordinal) is var at and >= 0; from += at + 1)
        {
            if (from + at == 0 || !char.IsAsciiLetter(text[from + at - 1]))
                return true;
        }

        return false;
    }

    int LongestRun(ReadOnlySpan<char> text)
    {
        var key = _question.Key.AsSpan();
        Span<int> row = key.Length <= 256 ? stackalloc int[key.Length + 1] : new int[key.Length + 1];
        row.Clear();
        var best = 0;
        foreach (var unit in text)
        {
            if (!char.IsLetterOrDigit(unit))
            {
                row.Clear();
                continue;
            }

            for (var j = key.Length; j > 0; j--)
            {
                row[j] = key[j - 1] == unit ? row[j - 1] + 1 : 0;
                best = Math.Max(best, row[j]);
            }
        }

        return best;
    }

    static void Keep<TKey>(Dictionary<TKey, (int Id, float Weight)> table, TKey key, float weight)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var old))
            table[key] = (table.Count, weight);
        else if (old.Weight < weight)
            table[key] = (old.Id, weight);
    }

    static int Pair(char first, char second) => (first << 16) | second;

    static double Share(double part, double total) => total <= 0 ? 0 : part / total;

    static bool IsLatin(char unit) => char.IsAsciiLetterOrDigit(unit);

    static bool SameRun(char left, char right) =>
        (char.IsAsciiDigit(left) && char.IsAsciiDigit(right)) || (char.IsAsciiLetter(left) && char.IsAsciiLetter(right));
}
