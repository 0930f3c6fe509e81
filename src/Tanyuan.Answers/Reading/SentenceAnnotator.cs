using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;
using Tanyuan.Text.Words;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// Cuts a sentence into tokens for reading: dictionary words, with quantities, transliterated names (羅伯特·博世) and Latin names
/// (MiLM-6B) each made one token, since the dictionary would break them up.
/// </summary>
internal static class SentenceAnnotator
{
    const string Openings = "《「『“〈（(【[\"";
    const string Closings = "》」』”〉）)】]\"";

    /// <summary>Annotates a sentence.</summary>
    public static AnnotatedSentence Annotate(EvidenceSentence sentence)
    {
        var text = sentence.Span.Of(sentence.Passage.Text);
        var key = sentence.Key.ToString();
        var clauses = Clauses(key);
        var quantities = QuantityRecognizer.Find(text);
        var words = Merge(key, Phrases.Words(key), quantities);
        var tokens = new List<Token>(words.Count);
        var clause = 0;
        foreach (var (span, quantity) in words)
        {
            while (clause + 1 < clauses.Count && clauses[clause].End <= span.Start)
                clause++;
            var word = key.AsSpan(span.Start, span.Length);
            tokens.Add(new Token(span.Start, span.End, Classify(word, quantity), (float)Phrases.Information(word), quantity, clause));
        }

        return new AnnotatedSentence(sentence, text, key, tokens, clauses, quantities, Brackets(text));
    }

    /// <summary>Whether a unit ends a clause.</summary>
    public static bool IsClauseBorder(char unit) => unit is ',' or '，' or '。' or ';' or '；' or ':' or '：' or '!' or '！' or '?' or '？' or '…' or '\n';

    static List<TextSpan> Clauses(string key)
    {
        var clauses = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i <= key.Length; i++)
        {
            if (i < key.Length && (!IsClauseBorder(key[i]) || (key[i] is ',' or ':' && i > 0 && i + 1 < key.Length && char.IsAsciiDigit(key[i - 1]) && char.IsAsciiDigit(key[i + 1]))))
                continue;
            if (i > start)
                clauses.Add(new TextSpan(start, i - start));
            start = i + 1;
        }

        return clauses;
    }

    static List<(TextSpan Span, int Quantity)> Merge(string key, List<TextSpan> words, List<Quantity> quantities)
    {
        var merged = new List<(TextSpan, int)>(words.Count);
        var next = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            while (next < quantities.Count && quantities[next].End <= word.Start)
                next++;
            if (next < quantities.Count && quantities[next].Start < word.End && quantities[next].Kind != QuantityKind.Number | quantities[next].Length > 1)
            {
                var quantity = quantities[next];
                if (word.Start < quantity.Start)
                    merged.Add((new TextSpan(word.Start, quantity.Start - word.Start), -1));
                merged.Add((new TextSpan(quantity.Start, quantity.Length), next));
                while (i + 1 < words.Count && words[i + 1].End <= quantity.End)
                    i++;
                if (words[i].End > quantity.End)
                    words[i] = new TextSpan(quantity.End, words[i].End - quantity.End);
                else if (i + 1 < words.Count && words[i + 1].Start < quantity.End)
                    words[i + 1] = new TextSpan(quantity.End, words[i + 1].End - quantity.End);
                if (words[i].Start >= quantity.End)
                    i--;
                next++;
                continue;
            }

            var end = NameEnd(key, words, ref i);
            var start = word.Start;
            if (merged.Count > 0 && IsDot(key, start - 1) && merged[^1] is (var left, -1) && left.End == start - 1)
            {
                start = left.Start;
                merged.RemoveAt(merged.Count - 1);
                while (merged.Count > 0 && merged[^1] is (var piece, -1) && piece.End == start && piece.Length <= 2 && Transliteration.IsAll(key.AsSpan(piece.Start, piece.Length)))
                {
                    start = piece.Start;
                    merged.RemoveAt(merged.Count - 1);
                }

                end = Math.Max(end, TransliteratedEnd(key, words, ref i));
            }

            merged.Add((new TextSpan(start, end - start), -1));
        }

        return merged;
    }

    // Latin words joined by one sign or space are one name: Foundries.io, Windows 11, MiLM-6B.
    static int NameEnd(string key, List<TextSpan> words, ref int i)
    {
        while (i + 1 < words.Count && char.IsAscii(key[words[i].Start]) && char.IsAscii(key[words[i + 1].Start])
            && HasHanAround(key) && words[i + 1].Start - words[i].End == 1 && key[words[i].End] is ' ' or '-' or '.' or '&' or '_' or '/' or '+' or '\'')
        {
            if (i + 1 >= words.Count || words[i + 1].Start - words[i].End != 1 || !char.IsAscii(key[words[i + 1].Start]) || !char.IsAscii(key[words[i].Start]))
                break;
            i++;
        }

        return words[i].End;
    }

    static int TransliteratedEnd(string key, List<TextSpan> words, ref int i)
    {
        while (i + 1 < words.Count && words[i + 1].Start == words[i].End && words[i + 1].Length <= 2 && words[i + 1].Start < key.Length
            && Transliteration.IsAll(key.AsSpan(words[i + 1].Start, words[i + 1].Length)) && !Phrases.IsFunctional(key.AsSpan(words[i + 1].Start, words[i + 1].Length)))
        {
            i++;
        }

        return words[i].End;
    }

    // Sentences without any Han are English: there every word stays a token.
    static bool HasHanAround(string key)
    {
        foreach (var unit in key)
        {
            if (unit >= '\u3400')
                return true;
        }

        return false;
    }

    static bool IsDot(string key, int at) => at > 0 && key[at] is '·' or '•' or '‧' or '・' or '．';

    static List<(TextSpan, char)> Brackets(string text)
    {
        var found = new List<(TextSpan, char)>();
        var open = new Stack<(int At, int Mark)>();
        for (var i = 0; i < text.Length; i++)
        {
            var closing = Closings.IndexOf(text[i]);
            if (closing >= 0 && open.Count > 0 && open.Peek().Mark == closing)
            {
                var start = open.Pop().At + 1;
                if (i > start)
                    found.Add((new TextSpan(start, i - start), Openings[closing]));
                continue;
            }

            var opening = Openings.IndexOf(text[i]);
            if (opening >= 0)
                open.Push((i, opening));
        }

        return found;
    }

    static TokenClass Classify(ReadOnlySpan<char> word, int quantity)
    {
        if (quantity >= 0)
            return TokenClass.Quantity;
        if (char.IsAsciiLetterOrDigit(word[0]))
            return Phrases.IsFunctional(word) ? TokenClass.Preposition : char.IsAsciiDigit(word[0]) ? TokenClass.Quantity : TokenClass.Latin;
        if (word.ContainsAny('·', '•', '‧'))
            return TokenClass.Person;
        if (word is "是" or "为" or "叫" or "称" or "称为" or "名为" or "叫做" or "称作" or "即" or "指" or "成为" or "叫作" or "作为")
            return TokenClass.Copula;
        return WordSegmenter.Default.Tag(word) switch
        {
            null => TokenClass.Unknown,
            ['n', 'r', ..] => TokenClass.Person,
            ['n', 's', ..] => TokenClass.Place,
            ['n', 't', ..] => TokenClass.Organisation,
            ['n', 'z', ..] => TokenClass.ProperNoun,
            ['n', ..] or ['v', 'n', ..] or ['j', ..] or ['s', ..] => TokenClass.Noun,
            ['v', ..] => TokenClass.Verb,
            ['a', ..] or ['b', ..] or ['z', ..] => TokenClass.Adjective,
            ['d', ..] => TokenClass.Adverb,
            ['r', ..] => TokenClass.Pronoun,
            ['p', ..] => TokenClass.Preposition,
            ['c', ..] => TokenClass.Conjunction,
            ['u', ..] or ['y', ..] or ['e', ..] or ['o', ..] => TokenClass.Particle,
            ['f', ..] => TokenClass.Localizer,
            ['t', ..] => TokenClass.TimeWord,
            ['m', ..] or ['q', ..] => TokenClass.Quantity,
            _ => TokenClass.Unknown,
        };
    }
}
