using Tanyuan.Answers.Questions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Reading.English;

/// <summary>What an English question asks for: beside its type who does it or bears which role, what is counted, and what is measured.</summary>
internal sealed class EnglishAsk
{
    static readonly string[] Copulas = ["is", "are", "was", "were"];

    /// <summary>How … things are.</summary>
    public static readonly string[] Measures = ["high", "tall", "deep", "wide", "broad", "thick", "long", "far", "large", "big", "heavy", "fast", "hot", "cold", "old", "often"];

    // What stands for itself nowhere: whom … against is told without it.
    static readonly string[] Weak = ["against", "next", "last", "many", "called", "named", "people", "there", "first", "currently", "now", "must", "may", "might", "shall", "need", "needed", "required"];

    // Where an amount of money is asked for, its kind says so already.
    static readonly string[] OfMoney = ["cost", "costs", "price", "pay", "pays", "paid", "money", "amount", "worth", "spend", "spent"];

    static readonly string[] Prepositions = ["by", "for", "with", "from", "to", "on", "at", "in", "after", "under"];

    const double WeightOfName = 1.1, WeightOfWord = 0.85, WeightOfFocus = 0.3, WeightOfWeak = 0.2;

    readonly List<EnglishWord> words;

    /// <summary>Reads a question.</summary>
    public EnglishAsk(Question question)
    {
        Question = question;
        words = EnglishWord.In(question.Text, question.Key);
        var asked = words.FindIndex(word => word.Start >= question.Gap.Start);
        Opening = asked < 0 ? "" : words[asked].Key;
        Measure = Opening == "how" && asked + 1 < words.Count && Array.IndexOf(Measures, words[asked + 1].Key) >= 0 ? words[asked + 1].Key : "";
        var after = words.FindIndex(Math.Max(0, asked), word => word.Start >= question.Gap.End);
        Focus = Opening is "what" or "which" ? Nouns(after) : [];
        after += Focus.Count;
        var next = after >= 0 && after < words.Count ? words[after].Key : "";
        var counted = Opening == "how" && question.Gap.Of(question.Key).Contains("many", StringComparison.Ordinal) ? Nouns(after).LastOrDefault() ?? ""
            : question.Key.Contains("how much ", StringComparison.Ordinal) && next.Length > 0 && !words[after].IsGrammar ? next : "";
        Counted = counted.Length > 0 ? new EnglishTerm(counted) : null;
        Measured = Measure.Length > 0 ? new EnglishTerm(Measure) : null;
        Head = Focus.Count > 0 ? new EnglishTerm(Focus[^1]) : null;
        Behind = words.Count > 0 && Prepositions.Contains(words[^1].Key) ? words[^1].Key : "";
        IsNaming = words.Count > 0 && words[^1].Key is "called" or "named";
        var isThing = Opening is "who" or "whom" or "what" or "which" && !AsksQuantity;
        if (Opening is "who" or "what" && asked == 0 && Focus.Count == 0 && Copulas.Contains(next))
            Role = RoleBehind(after + 1).ConvertAll(word => new EnglishTerm(word));
        AsksAgent = isThing && (Behind.Length > 0 || (Role.Count == 0 && !Copulas.Contains(next) && next is not ("did" or "does" or "do" or "has" or "have" or "can" or "may" or "be")));
        AsksObject = isThing && !AsksAgent && next is "did" or "does" or "do";
        Terms = [.. words.Where(word => !word.IsGrammar && word.Key != Measure && !question.Gap.Overlaps(new TextSpan(word.Start, word.End - word.Start))).Select(Term)];
        var deeds = Terms.Where(term => !term.IsName && term.Weight >= WeightOfWord).ToList();
        Deed = AsksAgent && Behind.Length == 0 ? deeds.FirstOrDefault() : deeds.LastOrDefault();
    }

    /// <summary>The question.</summary>
    public Question Question { get; }

    /// <summary>The question word: who, when, how …</summary>
    public string Opening { get; }

    /// <summary>How … it is: high, long; empty where that is not asked.</summary>
    public string Measure { get; }

    /// <summary>The same one, and what it is measured with: length; null where no measure is asked for.</summary>
    public EnglishTerm? Measured { get; }

    /// <summary>The preposition that a question ends with: threatened by, built for; empty elsewhere.</summary>
    public string Behind { get; }

    /// <summary>Whether it asks what something is called.</summary>
    public bool IsNaming { get; }

    /// <summary>The nouns behind what or which: operating, systems.</summary>
    public IReadOnlyList<string> Focus { get; }

    /// <summary>The last of them; null where there is none.</summary>
    public EnglishTerm? Head { get; }

    /// <summary>Of what how many or how much is asked for; null elsewhere.</summary>
    public EnglishTerm? Counted { get; }

    /// <summary>The words of the role or attribute asked for: chief, executive in «who is the chief executive of …»; none elsewhere.</summary>
    public IReadOnlyList<EnglishTerm> Role { get; } = [];

    /// <summary>Whether who or what does or did something is asked for.</summary>
    public bool AsksAgent { get; }

    /// <summary>Whether what something does or did is asked for.</summary>
    public bool AsksObject { get; }

    /// <summary>What is done, where somebody who does it or what it is done to is asked for; null where no word tells.</summary>
    public EnglishTerm? Deed { get; }

    /// <summary>The terms that its answer's surroundings should say.</summary>
    public IReadOnlyList<EnglishTerm> Terms { get; }

    /// <summary>Whether a date, a number, an amount or a length of time is asked for.</summary>
    public bool AsksQuantity => Question.Type is >= AnswerType.Number and <= AnswerType.Duration || Measure.Length > 0;

    // «who is the chief executive of Harrow Tidal», «what is Port Elvan's best-known dish»: the words before of, or behind the apostrophe.
    List<string> RoleBehind(int from)
    {
        var role = new List<string>();
        for (var i = from; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Key is "s" or "the" or "a" or "an" or "his" or "her" or "its" or "their")
            {
                role.Clear();
                continue;
            }

            if (word.IsGrammar)
                break;
            if (word.Key is not ("called" or "named"))
                role.Add(word.Key);
        }

        return role.Count > 0 && role[^1].EndsWith("ed", StringComparison.Ordinal) ? [] : role;
    }

    // The nouns that begin at a word, two at most; a verb is none: «what caused», «which birds eat».
    List<string> Nouns(int from)
    {
        var nouns = new List<string>();
        for (var i = from; i >= 0 && i < words.Count && nouns.Count < 2; i++)
        {
            if (words[i].IsGrammar || words[i].Key == "instead" || words[i].Key.EndsWith("ed", StringComparison.Ordinal) || (EnglishForms.IsIrregular(words[i].Key) && (i > from || i + 1 < words.Count && words[i + 1].Key is "the" or "a")))
                break;
            nouns.Add(words[i].Key);
            if (words[i].Key is "kind" or "kinds" or "type" or "types" or "sort" && i + 2 < words.Count && words[i + 1].Key == "of")
                return [words[i].Key, "of", words[i + 2].Key];
        }

        return nouns;
    }

    EnglishTerm Term(EnglishWord word)
    {
        var isName = char.IsAsciiDigit(word.Key[0]) || (word.IsCapital && word.Start > 0);
        var weight = Weak.Contains(word.Key) ? WeightOfWeak : Focus.Contains(word.Key) || word.Key == Counted?.Key || (Question.Type == AnswerType.Money && OfMoney.Contains(word.Key)) ? WeightOfFocus : isName ? WeightOfName : WeightOfWord;
        return new EnglishTerm(word.Key, weight, isName);
    }
}
