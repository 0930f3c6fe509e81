using Tanyuan.Text;

namespace Tanyuan.Answers.Questions;

/// <summary>Finds the question words of a folded English question and what they ask for.</summary>
internal static class EnglishInterrogatives
{
    static readonly (string Words, QuestionKind Kind, AnswerType Type)[] Openings =
    [
        ("what percentage", QuestionKind.Factoid, AnswerType.Percentage), ("what share", QuestionKind.Factoid, AnswerType.Percentage),
        ("what time", QuestionKind.Factoid, AnswerType.Time), ("how much money", QuestionKind.Factoid, AnswerType.Money),
        ("how long", QuestionKind.Factoid, AnswerType.Duration), ("how old", QuestionKind.Factoid, AnswerType.Duration),
        ("how far", QuestionKind.Factoid, AnswerType.Measure), ("how tall", QuestionKind.Factoid, AnswerType.Measure),
        ("how big", QuestionKind.Factoid, AnswerType.Measure), ("how large", QuestionKind.Factoid, AnswerType.Measure),
        ("how high", QuestionKind.Factoid, AnswerType.Measure), ("how deep", QuestionKind.Factoid, AnswerType.Measure),
        ("how wide", QuestionKind.Factoid, AnswerType.Measure), ("how thick", QuestionKind.Factoid, AnswerType.Measure),
        ("how heavy", QuestionKind.Factoid, AnswerType.Measure), ("how fast", QuestionKind.Factoid, AnswerType.Measure),
        ("how often", QuestionKind.Factoid, AnswerType.Measure),
        ("how many", QuestionKind.Factoid, AnswerType.Measure), ("how much", QuestionKind.Factoid, AnswerType.Number),
        ("who", QuestionKind.Factoid, AnswerType.Person), ("whom", QuestionKind.Factoid, AnswerType.Person), ("whose", QuestionKind.Factoid, AnswerType.Person),
        ("when", QuestionKind.Factoid, AnswerType.Date), ("where", QuestionKind.Factoid, AnswerType.Place), ("why", QuestionKind.Why, AnswerType.Reason),
        ("how", QuestionKind.How, AnswerType.Manner), ("which", QuestionKind.Factoid, AnswerType.Phrase), ("what", QuestionKind.Factoid, AnswerType.Phrase),
    ];

    static readonly string[] Auxiliaries = ["is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "has", "have", "had", "should"];

    static readonly string[] WordsOfMoney =
        ["cost", "costs", "pay", "paid", "pays", "spend", "spent", "raise", "raised", "earn", "earned", "worth", "price", "sell", "sold", "fined"];

    /// <summary>The question words of a question, or null when it has none.</summary>
    public static Interrogative? Find(string key)
    {
        var best = (Start: int.MaxValue, Index: -1);
        for (var i = 0; i < Openings.Length; i++)
        {
            var at = WordStart(key, Openings[i].Words);
            if (at >= 0 && at < best.Start)
                best = (at, i);
        }

        if (best.Index >= 0)
            return Read(key, best.Start, Openings[best.Index]);
        var first = key.AsSpan().TrimStart();
        first = first[..(first.IndexOf(' ') is var space && space > 0 ? space : 0)];
        foreach (var auxiliary in Auxiliaries)
        {
            if (first.SequenceEqual(auxiliary))
                return new Interrogative(new TextSpan(0, auxiliary.Length), QuestionKind.YesNo, AnswerType.Phrase);
        }

        return null;
    }

    static Interrogative Read(string key, int start, (string Words, QuestionKind Kind, AnswerType Type) opening)
    {
        var after = start + opening.Words.Length;
        if (opening.Words == "who" && IsNamed(key.AsSpan(after)))
            return new Interrogative(new TextSpan(start, after - start), QuestionKind.Definition, AnswerType.Phrase);
        if (opening.Words == "what" && start == 0 && key.AsSpan(after).StartsWith(" are the ") && HeadOfSeveral(key[(after + " are the ".Length)..]) is { Length: > 0 } several)
            return new Interrogative(new TextSpan(start, after - start), FocusTypes.Of(several) == AnswerType.Reason ? QuestionKind.Why : QuestionKind.List, FocusTypes.Of(several), several);
        var noun = opening.Words is "what" or "which" or "how many" ? NounAfter(key, after) : "";
        if (opening.Words == "how many")
            return new Interrogative(new TextSpan(start, after - start), opening.Kind, UnitTypes.Of(noun) is AnswerType.Duration ? AnswerType.Duration : opening.Type, noun, noun);
        if (opening.Words is "what" && noun.Length == 0 && PossessedHead(key[after..]) is { Length: > 0 } possessed)
            noun = possessed;
        else if (opening.Words is "what" && noun.Length == 0)
        {
            var rest = key.AsSpan(after).TrimStart();
            if ((rest.StartsWith("is ") || rest.StartsWith("are ")) && !IsNaming(rest) && !key.AsSpan(after).Contains(" of ", StringComparison.Ordinal) && WithoutArticle(rest[(rest.IndexOf(' ') + 1)..]).Count(' ') <= 2)
                return new Interrogative(new TextSpan(start, after - start), QuestionKind.Definition, AnswerType.Phrase);
            noun = HeadBeforeOf(rest);
        }

        var type = noun.Length > 0 ? FocusTypes.Of(noun) : opening.Type;
        if (opening.Words == "how much" && (IsCopula(key.AsSpan(after)) || WordsOfMoney.Any(word => WordStart(key, word) >= 0)))
            type = AnswerType.Money;
        var kind = type == AnswerType.Reason ? QuestionKind.Why : opening.Kind;
        return new Interrogative(new TextSpan(start, after - start), kind, type, noun);
    }

    // "who is Maren Vale" asks what is to be told of her; "who is the founder of" asks for a name.
    static bool IsNamed(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim(" ?.");
        var space = rest.IndexOf(' ');
        if (space < 0 || rest[..space] is not ("is" or "was"))
            return false;
        rest = rest[(space + 1)..].Trim();
        if (rest.Length == 0 || rest.Count(' ') > 3)
            return false;
        foreach (var range in rest.Split(' '))
        {
            var word = rest[range];
            if (word.IsEmpty || Phrases.IsFunctional(word) || FocusTypes.Of(word) == AnswerType.Person)
                return false;
        }

        return true;
    }

    // "what is the sequel called" asks for a name.
    static bool IsNaming(ReadOnlySpan<char> rest) => rest.TrimEnd(" ?.") is var asked && (asked.EndsWith(" called") || asked.EndsWith(" named"));

    // "what are the plans of ...": the noun in the plural before the next word of grammar.
    static string HeadOfSeveral(string rest)
    {
        var head = "";
        foreach (var word in rest.TrimEnd('?', '.', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Phrases.IsFunctional(word))
                break;
            head = word;
        }

        return head.EndsWith('s') ? head : "";
    }

    static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> rest) =>
        rest.StartsWith("the ") ? rest[4..] : rest.StartsWith("an ") ? rest[3..] : rest.StartsWith("a ") ? rest[2..] : rest;

    // "which company", "what year": the words up to a verb we know, at most two.
    static string NounAfter(string key, int after)
    {
        var rest = key.AsSpan(after).TrimStart();
        var end = 0;
        for (var words = 0; words < 2; words++)
        {
            var length = rest[end..].IndexOfAny(' ', '?');
            if (length <= 0)
                break;
            var word = rest.Slice(end, length);
            if (Phrases.IsFunctional(word))
                break;
            if (words == 1 && FocusTypes.Of(rest[..(end - 1)].ToString()) != AnswerType.Phrase)
                break;
            end += length + 1;
        }

        return end == 0 ? "" : rest[..(end - 1)].ToString();
    }

    // "what was Halden's net profit in 2022": what it has, where that says what sort of answer is asked for.
    static string PossessedHead(string rest)
    {
        var at = rest.IndexOfAny(['\'', '’']);
        if (at < 0 || at + 3 >= rest.Length || rest.AsSpan(at + 1, 2) is not "s ")
            return "";
        var head = "";
        foreach (var word in rest[(at + 3)..].TrimEnd('?', '.', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Phrases.IsFunctional(word))
                break;
            head = word;
        }

        return FocusTypes.Of(head) == AnswerType.Phrase ? "" : head;
    }

    // "how much is a ticket" asks for its price.
    static bool IsCopula(ReadOnlySpan<char> rest) => rest.StartsWith(" is ") || rest.StartsWith(" are ") || rest.StartsWith(" was ") || rest.StartsWith(" were ");

    // "what is the capital of ...": the noun before "of".
    static string HeadBeforeOf(ReadOnlySpan<char> rest)
    {
        var of = rest.IndexOf(" of ");
        if (of <= 0)
            return "";
        var head = rest[..of];
        return head[(head.LastIndexOf(' ') + 1)..].ToString();
    }

    static int WordStart(string key, string words)
    {
        for (var at = key.IndexOf(words, StringComparison.Ordinal); at >= 0; at = key.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsAsciiLetter(key[at - 1])) && (end == key.Length || !char.IsAsciiLetter(key[end])))
                return at;
        }

        return -1;
    }
}
