using Tanyuan.Answers.Evaluation;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Training;

/// <summary>
/// Questions made of the passages themselves, to learn from before the real ones (Dhingra, Danish, Rajagopal, "Simple and Effective
/// Semi-Supervised Question Answering", 2018): a name, an amount, a date or the rest of a clause gives way to the word that asks for it,
/// and words and clauses around it are left out or change places. Its answer is what gave way.
/// </summary>
internal static class Cloze
{
    const int MostOfPassage = 8;
    const int LongestQuestion = 60;
    const double WordLeftOut = 0.15;
    const double ClauseKept = 0.5;

    /// <summary>The questions made of a passage.</summary>
    public static IEnumerable<EvaluationQuestion> Of(CorpusPassage passage, Random random)
    {
        var evidence = new EvidencePassage(passage.Id, passage.Id, passage.Title, 0, passage.Text, 1, false);
        var nothing = new Coverage([], 0, 0, 0, 0);
        var sentences = SentenceAnnotator.Annotate([.. Enumerable.Range(0, evidence.Sentences.Count).Select(i => new EvidenceSentence(evidence, 0, i, nothing))]);
        var made = new List<(string Question, string Answer)>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Tokens.Count; i++)
            {
                var (start, end) = (sentence.Tokens[i].Start, sentence.Tokens[i].End);
                if (Word(sentence, sentence.Tokens[i], random) is { } word)
                    Add(sentence, i, start, end, word);
                if (sentence.Tokens[i].Class == TokenClass.Verb && sentence.Tokens[i + 1 < sentence.Tokens.Count ? i + 1 : i] is { Class: > TokenClass.Conjunction } next && next.Start == end && i + 2 < sentence.Tokens.Count && sentence.Tokens[i + 2].Clause == sentence.Tokens[i].Clause)
                    Add(sentence, i, end, sentence.Clauses[sentence.Tokens[i].Clause].End, "什么");
            }
        }

        var shuffled = made.ToArray();
        random.Shuffle(shuffled);
        return shuffled.Take(MostOfPassage).Select((item, i) => new EvaluationQuestion($"cloze-{passage.Id}-{i}", item.Question, [item.Answer], passage.Id, true, null));

        void Add(AnnotatedSentence sentence, int token, int start, int end, string word)
        {
            var answer = sentence.Text[start..end].Trim();
            if (answer.Length < 1 || Ask(sentence, sentence.Tokens[token].Clause, start, end, word, random) is not { } question || question.Contains(answer, StringComparison.Ordinal))
                return;
            if (passage.Title.Length > 0 && !question.Contains(passage.Title, StringComparison.Ordinal) && !answer.Contains(passage.Title, StringComparison.Ordinal) && random.Next(2) == 0)
                question = passage.Title + (random.Next(2) == 0 ? "，" : "") + question;
            if (question.Length is >= 8 and <= LongestQuestion)
                made.Add((question, answer));
        }
    }

    // The clause with the word in the place of what it asks for, some words left out; before it perhaps one of its neighbours.
    static string? Ask(AnnotatedSentence sentence, int clause, int start, int end, string word, Random random)
    {
        var asked = Thinned(sentence, clause, start, end, word, random);
        if (asked.Length < 5)
            return null;
        var neighbour = random.Next(2) == 0 ? clause - 1 : clause + 1;
        if (neighbour >= 0 && neighbour < sentence.Clauses.Count && random.NextDouble() < ClauseKept)
            asked = Thinned(sentence, neighbour, 0, 0, "", random) + (random.Next(3) == 0 ? "" : "，") + asked;
        return asked + "？";
    }

    static string Thinned(AnnotatedSentence sentence, int clause, int gapStart, int gapEnd, string word, Random random)
    {
        var span = sentence.Clauses[clause];
        var text = new System.Text.StringBuilder();
        var at = span.Start;
        var placed = word.Length == 0;
        foreach (var token in sentence.Tokens.Where(token => token.Clause == clause))
        {
            if (!placed && token.Start >= gapStart)
                Place();
            if (!placed || token.Start >= gapEnd || gapEnd == 0 || token.Start < gapStart)
            {
                if (token.Start >= at)
                {
                    var between = sentence.Text[at..token.Start];
                    var kept = random.NextDouble() >= WordLeftOut || token.Class >= TokenClass.Work;
                    text.Append(Plain(between)).Append(kept ? sentence.Text[token.Start..token.End] : "");
                    at = token.End;
                }
            }
        }

        if (!placed)
            Place();
        return text.ToString();

        void Place()
        {
            if (at < gapStart)
                text.Append(Plain(sentence.Text[at..gapStart]));
            text.Append(word);
            at = Math.Max(at, gapEnd);
            placed = true;
        }
    }

    // A question seldom has the brackets and quotation marks of its text.
    static string Plain(string between) => string.Concat(between.Where(unit => unit is '《' or '》' or '·' or ' '));

    static string? Word(AnnotatedSentence sentence, Token token, Random random)
    {
        var text = sentence.Key.AsSpan(token.Start, token.Length);
        switch (token.Class)
        {
            case TokenClass.Person:
                return Pick("谁", "哪位", "什么人");
            case TokenClass.Place:
                return text[^1] switch
                {
                    '国' => "哪个国家",
                    '市' or '城' => Pick("哪座城市", "哪个城市"),
                    '省' or '州' or '县' or '区' or '镇' or '村' or '岛' => "哪个" + text[^1],
                    '山' => "哪座山",
                    '江' or '河' => "哪条" + text[^1],
                    _ => Pick("哪里", "什么地方", "哪个地方", "何处"),
                };
            case TokenClass.Organisation:
                return text.EndsWith("大学", StringComparison.Ordinal) ? "哪所大学" : text.EndsWith("公司", StringComparison.Ordinal) ? "哪家公司" : text[^1] is '队' ? "哪支球队" : text[^1] is '党' ? "哪个政党"
                    : Pick("哪个机构", "哪个组织", "哪家公司", "什么单位");
            case TokenClass.Work:
                return Pick("什么作品", "哪部作品", "什么");
            case TokenClass.Latin or TokenClass.ProperNoun:
                return Pick("什么", "什么名字", "哪个");
            case TokenClass.Noun or TokenClass.NominalVerb when token.Length >= 2 && random.Next(4) == 0:
                return token.Length > 2 && random.Next(2) == 0 ? "什么" + text[^2..].ToString() : "什么";
            case TokenClass.Quantity when token.Quantity >= 0:
                return Amount(sentence.Quantities[token.Quantity], text);
            default:
                return null;
        }

        string Pick(params ReadOnlySpan<string> words) => words[random.Next(words.Length)];

        string? Amount(Quantity quantity, ReadOnlySpan<char> form) => quantity.Kind switch
        {
            QuantityKind.Date when form[^1] == '年' && !form.Contains('月') => Pick("哪一年", "哪年", "何年", "什么时候"),
            QuantityKind.Date => Pick("什么时候", "何时", "哪一天", "什么时间"),
            QuantityKind.Time => Pick("几点", "什么时间"),
            QuantityKind.Duration => Pick("多久", "多长时间"),
            QuantityKind.Percentage => Pick("百分之多少", "多少", "多大比例"),
            QuantityKind.Money => Pick("多少钱", "多少"),
            QuantityKind.Measure when char.IsLetter(form[^1]) => Pick("多少", "几") + (quantity.Unit is { Length: > 0 } unit && form.EndsWith(unit, StringComparison.Ordinal) ? unit : form[^1].ToString()),
            QuantityKind.Number => Pick("多少", "第几"),
            _ => null,
        };
    }
}
