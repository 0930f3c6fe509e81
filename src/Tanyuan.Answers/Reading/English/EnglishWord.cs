using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.English;

/// <summary>A word of an English text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The unit after it.</param>
/// <param name="Key">The folded word.</param>
/// <param name="IsCapital">Whether it has a capital letter.</param>
/// <param name="Clause">The clause that it stands in, from 0: signs part clauses, a semicolon twice.</param>
internal readonly record struct EnglishWord(int Start, int End, string Key, bool IsCapital, int Clause)
{
    const string Borders = ",;:!?()[]\"“”—–\n";

    /// <summary>Whether it carries the grammar, not the matter.</summary>
    public bool IsGrammar { get; } = Phrases.IsFunctional(Key);

    /// <summary>The words of a text in order: runs of letters and digits; what stands behind an apostrophe is a word of its own, and so is each part of 18-year-old.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The same one folded.</param>
    public static List<EnglishWord> In(ReadOnlySpan<char> text, ReadOnlySpan<char> key)
    {
        var words = new List<EnglishWord>(text.Length / 5);
        var clause = 0;
        for (var at = 0; at < key.Length;)
        {
            if (!char.IsLetterOrDigit(key[at]))
            {
                clause += key[at] == ';' ? 2 : IsBorder(key, at) ? 1 : 0;
                at++;
                continue;
            }

            var end = at + 1;
            while (end < key.Length && (char.IsLetterOrDigit(key[end]) || IsInNumber(key, end)))
                end++;
            words.Add(new(at, end, key[at..end].ToString(), text[at..end].ContainsAnyInRange('A', 'Z'), clause));
            at = end;
        }

        return words;
    }

    static bool IsBorder(ReadOnlySpan<char> key, int at) => Borders.Contains(key[at]) || (key[at] == '-' && at > 0 && key[at - 1] == ' ');

    static bool IsInNumber(ReadOnlySpan<char> key, int at) =>
        key[at] is ',' or '.' or ':' && at + 1 < key.Length && char.IsAsciiDigit(key[at - 1]) && char.IsAsciiDigit(key[at + 1]);
}
