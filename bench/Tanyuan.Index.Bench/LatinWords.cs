namespace Tanyuan.Index.Bench;

/// <summary>Names and abbreviations in Latin letters, made of syllables, under Zipf's law.</summary>
sealed class LatinWords
{
    const int Count = 20_000;
    const string Consonants = "bcdfghjklmnprstvwz";
    const string Vowels = "aeiou";

    readonly string[] words = new string[Count];

    internal LatinWords(Random random)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] = random.Next(5) < 2 ? Abbreviation(random) : Name(random);
    }

    internal string Next(Random random) => words[(int)Math.Exp(random.NextDouble() * Math.Log(words.Length))];

    static string Abbreviation(Random random)
    {
        Span<char> letters = stackalloc char[2 + random.Next(2)];
        foreach (ref var letter in letters)
            letter = (char)('A' + random.Next(26));
        return letters.ToString();
    }

    static string Name(Random random)
    {
        Span<char> letters = stackalloc char[2 * (1 + random.Next(4))];
        for (var i = 0; i < letters.Length; i += 2)
            (letters[i], letters[i + 1]) = (Consonants[random.Next(Consonants.Length)], Vowels[random.Next(Vowels.Length)]);
        letters[0] = char.ToUpperInvariant(letters[0]);
        return letters.ToString();
    }
}
