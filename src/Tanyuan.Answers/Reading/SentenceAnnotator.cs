using System.Text;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// Cuts sentences into tokens for reading: the tagger's words and names, with each quantity made one token. Sentences without any Han
/// character are cut by spaces and signs, since the tagger knows Chinese only.
/// </summary>
internal static class SentenceAnnotator
{
    const string Openings = "《「『“〈（(【[\"";
    const string Closings = "》」』”〉）)】]\"";

    /// <summary>Annotates sentences; many at once are tagged faster than one by one.</summary>
    public static List<AnnotatedSentence> Annotate(IReadOnlyList<EvidenceSentence> sentences)
    {
        var words = Words(sentences);
        var annotated = new List<AnnotatedSentence>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
            annotated.Add(Annotate(sentences[i], words[i]));
        return annotated;
    }

    /// <summary>Whether a unit ends a clause.</summary>
    public static bool IsClauseBorder(char unit) => unit is ',' or '，' or '。' or ';' or '；' or ':' or '：' or '!' or '！' or '?' or '？' or '…' or '\n';

    static AnnotatedSentence Annotate(EvidenceSentence sentence, List<TaggedWord> words)
    {
        var text = sentence.Span.Of(sentence.Passage.Text);
        var key = sentence.Key.ToString();
        var clauses = Clauses(key);
        var quantities = QuantityRecognizer.Find(text);
        var tokens = new List<Token>(words.Count);
        var clause = 0;
        foreach (var (given, quantity) in WithQuantities(words, quantities))
        {
            var word = given;
            while (clause + 1 < clauses.Count && clauses[clause].End <= word.Start)
                clause++;
            if (quantity < 0 && Trim(ref word, key))
                continue;
            var form = key.AsSpan(word.Start, word.Length);
            tokens.Add(new Token(word.Start, word.End, Classify(form, word.Tag, quantity), (float)Phrases.Information(form), quantity, clause));
        }

        return new AnnotatedSentence(sentence, text, key, tokens, clauses, quantities, Brackets(text));
    }

    // Signs at the rim of a word are no part of it; true when nothing else is left.
    static bool Trim(ref TaggedWord word, string key)
    {
        var (start, end) = (word.Start, word.End);
        while (start < end && !char.IsLetterOrDigit(key[start]) && !char.IsSurrogate(key[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(key[end - 1]) && !char.IsSurrogate(key[end - 1]) && key[end - 1] is not ('%' or '℃' or '°' or '+' or '#'))
            end--;
        word = word with { Start = start, Length = end - start };
        return start == end;
    }

    // The words of each sentence with offsets in it, without punctuation.
    static List<List<TaggedWord>> Words(IReadOnlyList<EvidenceSentence> sentences)
    {
        var joined = new StringBuilder();
        var spans = new List<TextSpan>();
        var owners = new List<int>();
        var words = new List<List<TaggedWord>>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            words.Add([]);
            var sentence = sentences[i];
            if (!Phrases.HasHan(sentence.Key))
            {
                foreach (var word in Phrases.Words(sentence.Key))
                    words[i].Add(new TaggedWord(word.Start, word.Length, WordTag.Other));
                continue;
            }

            spans.Add(new TextSpan(joined.Length, sentence.Span.Length));
            owners.Add(i);
            joined.Append(sentence.Passage.Text, sentence.Span.Start, sentence.Span.Length).Append('\n');
        }

        var tagged = new List<TaggedWord>();
        Tagger.Default.Tag(joined.ToString(), spans, tagged);
        var at = 0;
        foreach (var word in tagged)
        {
            while (word.Start >= spans[at].End)
                at++;
            if (word.Tag != WordTag.Punctuation)
                words[owners[at]].Add(word with { Start = word.Start - spans[at].Start });
        }

        return words;
    }

    static List<TextSpan> Clauses(string key)
    {
        var clauses = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i <= key.Length; i++)
        {
            if (i < key.Length && (!IsClauseBorder(key[i]) || IsInNumber(key, i)))
                continue;
            if (i > start)
                clauses.Add(new TextSpan(start, i - start));
            start = i + 1;
        }

        return clauses;
    }

    static bool IsInNumber(string key, int i) =>
        key[i] is ',' or ':' && i > 0 && i + 1 < key.Length && char.IsAsciiDigit(key[i - 1]) && char.IsAsciiDigit(key[i + 1]);

    // A quantity swallows the words it covers; what it cuts off a word stays a word.
    static IEnumerable<(TaggedWord Word, int Quantity)> WithQuantities(List<TaggedWord> words, List<Quantity> quantities)
    {
        var next = 0;
        var covered = 0;
        foreach (var word in words)
        {
            var start = Math.Max(word.Start, covered);
            while (start < word.End)
            {
                while (next < quantities.Count && quantities[next].End <= start)
                    next++;
                if (next == quantities.Count || quantities[next].Start >= word.End)
                {
                    yield return (word with { Start = start, Length = word.End - start }, -1);
                    break;
                }

                var quantity = quantities[next];
                if (start < quantity.Start)
                    yield return (word with { Start = start, Length = quantity.Start - start }, -1);
                yield return (new TaggedWord(quantity.Start, quantity.Length, WordTag.Number), next);
                start = covered = quantity.End;
                next++;
            }
        }
    }

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

    static TokenClass Classify(ReadOnlySpan<char> word, WordTag tag, int quantity)
    {
        if (quantity >= 0)
            return TokenClass.Quantity;
        if (word is "是" or "为" or "叫" or "称" or "称为" or "名为" or "叫做" or "称作" or "即" or "指" or "成为" or "叫作" or "作为")
            return TokenClass.Copula;
        return tag switch
        {
            WordTag.Person => TokenClass.Person,
            WordTag.Location => TokenClass.Place,
            WordTag.Organisation => TokenClass.Organisation,
            WordTag.Work => TokenClass.Work,
            WordTag.ProperName => TokenClass.ProperNoun,
            WordTag.Time => TokenClass.TimeWord,
            WordTag.Number or WordTag.MeasureWord => TokenClass.Quantity,
            WordTag.Noun or WordTag.PlaceNoun or WordTag.NominalAdjective when char.IsAsciiLetter(word[0]) => TokenClass.Latin,
            WordTag.Noun or WordTag.PlaceNoun or WordTag.NominalAdjective => TokenClass.Noun,
            WordTag.NominalVerb => TokenClass.NominalVerb,
            WordTag.Verb or WordTag.AdverbialVerb => TokenClass.Verb,
            WordTag.Adjective or WordTag.AdverbialAdjective => TokenClass.Adjective,
            WordTag.Adverb => TokenClass.Adverb,
            WordTag.Pronoun => TokenClass.Pronoun,
            WordTag.Preposition => TokenClass.Preposition,
            WordTag.Conjunction => TokenClass.Conjunction,
            WordTag.Auxiliary or WordTag.Particle => TokenClass.Particle,
            WordTag.Direction => TokenClass.Localizer,
            _ => char.IsAsciiDigit(word[0]) ? TokenClass.Quantity
                : char.IsAsciiLetter(word[0]) ? (Phrases.IsFunctional(word) ? TokenClass.Preposition : TokenClass.Latin)
                : TokenClass.Noun,
        };
    }
}
