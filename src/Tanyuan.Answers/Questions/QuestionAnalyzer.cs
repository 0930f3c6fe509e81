using System.Buffers;
using Tanyuan.Text;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// Analyses a question: what form and type of answer it asks for, where in it the answer would stand, and its key terms with weights.
/// Works on folded text only, so a question in either script is the same question. Pure.
/// </summary>
internal static class QuestionAnalyzer
{
    static readonly SearchValues<char> Asking = SearchValues.Create("什么哪何谁几多少怎样种类型");

    const double WeightOfModifier = 0.6;

    /// <summary>Analyses a question.</summary>
    public static Question Analyze(string text)
    {
        var key = TextFolder.Fold(text);
        var found = Phrases.HasHan(key) ? ChineseInterrogatives.Find(key) : EnglishInterrogatives.Find(key);
        var asked = found ?? new Interrogative(new TextSpan(key.Length, 0), QuestionKind.Other, AnswerType.Phrase);
        return new Question(text, key, asked.Kind, asked.Type, asked.Gap, asked.Focus, asked.Unit, Terms(text, key, asked));
    }

    static List<QuestionTerm> Terms(string text, string key, Interrogative asked)
    {
        var english = !Phrases.HasHan(key);
        var terms = new List<QuestionTerm>();
        Quoted(key, asked.Gap, terms);
        var words = Phrases.Words(key);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (IsAsked(word, asked, key))
                continue;

            // Neighbouring single characters that no dictionary word covers are usually a name.
            var last = i;
            while (last + 1 < words.Count && last - i < 3 && IsLooseCharacter(key, words[last]) && IsLooseCharacter(key, words[last + 1])
                && words[last + 1].Start == words[last].End && !IsAsked(words[last + 1], asked, key))
            {
                last++;
            }

            // A Latin name may run over several words and signs: MiLM-6B, Windows 11.
            while (last + 1 < words.Count && IsLatin(key, words[last]) && IsLatin(key, words[last + 1]) && words[last + 1].Start - words[last].End == 1
                && key[words[last].End] is '-' or '.' or '_' or '/' or '+')
            {
                last++;
            }

            var span = new TextSpan(word.Start, words[last].End - word.Start);

            // 冷湖市是何时…: no dictionary word ends with the copula.
            if (last == i && span.Length > 1 && key[span.End - 1] == '是' && Text.Words.WordSegmenter.Default.Tag(span.Of(key)) is null)
                span = new TextSpan(span.Start, span.Length - 1);
            var term = key.Substring(span.Start, span.Length);
            i = last;
            var tag = Text.Words.WordSegmenter.Default.Tag(term);
            var joined = span.Length > word.Length;
            var weight = joined ? 1.0 : Phrases.Information(term);
            if (weight <= 0)
                continue;
            var distinctive = joined || tag is null or ['n', 'r', ..] or ['n', 's', ..] or ['n', 't', ..] or ['n', 'z', ..] || char.IsAsciiLetterOrDigit(term[0]);
            if (term.Length == 1 && !char.IsAsciiDigit(term[0]))
                distinctive = false;

            // In an English question only capitals and digits tell a name from a word.
            if (english && !char.IsAsciiDigit(term[0]) && (span.Start == 0 || !char.IsAsciiLetterUpper(text[span.Start])))
                (weight, distinctive) = (0.85, false);
            if (asked.Gap.Overlaps(span))
                weight *= asked.Focus.Contains(term, StringComparison.Ordinal) ? 0.35 : WeightOfModifier;
            var isTitle = FocusTypes.Of(term) == AnswerType.Person && (span.Start == 0 || key[span.Start - 1] != '副');
            terms.Add(new QuestionTerm(term, span.Start, weight, distinctive) { IsTitle = isTitle });
        }

        return terms;
    }

    // A quoted string or title is a term as a whole, beside its words.
    static void Quoted(string key, TextSpan gap, List<QuestionTerm> terms)
    {
        for (var i = 0; i < key.Length; i++)
        {
            var close = key[i] switch { '《' => '》', '「' => '」', '『' => '』', '“' => '”', '〈' => '〉', '"' => '"', _ => '\0' };
            if (close == '\0')
                continue;
            var end = key.IndexOf(close, i + 1);
            if (end <= i + 1 || end - i > 40)
                continue;
            var span = new TextSpan(i + 1, end - i - 1);
            if (!span.Overlaps(gap))
                terms.Add(new QuestionTerm(key.Substring(span.Start, span.Length), span.Start, 1.0, true));
            i = end;
        }
    }

    // Question words themselves are no terms; their focus noun is, at a low weight.
    static bool IsAsked(TextSpan word, Interrogative asked, string key)
    {
        if (!asked.Gap.Overlaps(word))
            return false;
        var form = key.Substring(word.Start, word.Length);
        return asked.Focus.Length == 0 || !(asked.Focus.Contains(form, StringComparison.Ordinal) || IsModifier(form));
    }

    // 加密 of 什么加密方式 says which way.
    static bool IsModifier(string word) => word.Length > 1 && word[0] >= '\u3400' && !word.AsSpan().ContainsAny(Asking) && Phrases.IsNoun(word);

    static bool IsLooseCharacter(string key, TextSpan word) =>
        word.Length == 1 && key[word.Start] >= 0x3400 && !Phrases.IsFunctional(key.AsSpan(word.Start, 1));

    static bool IsLatin(string key, TextSpan word) => char.IsAsciiLetterOrDigit(key[word.Start]);
}
