using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.English;

/// <summary>A term of an English question, and how a word of a text may say it.</summary>
internal sealed class EnglishTerm
{
    const double OtherForm = 0.95;
    const double OtherWord = 0.75;

    // Words of so many letters that share all but their endings are of one family: measure, measurement.
    const int LongFamily = 6;
    const int LongestEnding = 4;

    readonly HashSet<string> forms;
    readonly HashSet<string> others;

    /// <summary>Prepares a term.</summary>
    /// <param name="key">The folded word.</param>
    /// <param name="weight">How much it tells.</param>
    /// <param name="isName">Whether it is a name or a number, which nothing else can say.</param>
    public EnglishTerm(string key, double weight = 1, bool isName = false)
    {
        (Key, Weight, IsName) = (key, weight, isName);
        forms = isName ? [] : [.. EnglishForms.Of(Key)];
        others = isName ? [] : EnglishSynonyms.Of(Key);
    }

    /// <summary>The folded term.</summary>
    public string Key { get; }

    /// <summary>How much it tells.</summary>
    public double Weight { get; }

    /// <summary>Whether it is a name or a number.</summary>
    public bool IsName { get; }

    /// <summary>Whether it is a number: what stands around a sentence seldom says one in its place.</summary>
    public bool IsNumber => char.IsAsciiDigit(Key[0]);

    /// <summary>How well a folded word says it, 0 to 1.</summary>
    public double Strength(string word)
    {
        if (word == Key || (IsName && word.Length == Key.Length + 1 && word[^1] == 's' && word.StartsWith(Key, StringComparison.Ordinal)))
            return 1;
        if (IsName)
            return 0;
        if (forms.Contains(word) || IsOfFamily(word))
            return OtherForm;
        return others.Contains(word) ? OtherWord : 0;
    }

    bool IsOfFamily(string word)
    {
        var shared = word.AsSpan().CommonPrefixLength(Key);
        return shared >= LongFamily - 1 && Math.Max(word.Length, Key.Length) >= LongFamily && word.Length - shared <= LongestEnding && Key.Length - shared <= LongestEnding - 1;
    }
}
