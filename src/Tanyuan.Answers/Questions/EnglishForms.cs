using System.Collections.Frozen;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// The forms of an English word: of regular ones by their endings (dry, dries, dried, drying), of the commoner irregular verbs and nouns by a list
/// (fall, fell, fallen). Broad: a form that no one writes finds nothing.
/// </summary>
internal static class EnglishForms
{
    const int ShortestBase = 3;

    static readonly string[] Irregular =
    [
        "be is are was were been", "become became become", "begin began begun", "break broke broken", "bring brought", "build built", "buy bought", "catch caught", "choose chose chosen", "come came", "cut cuts cutting",
        "do did done does", "draw drew drawn", "drink drank drunk", "drive drove driven", "eat ate eaten", "fall fell fallen", "feed fed", "feel felt", "fight fought", "find found", "fly flew flown", "forget forgot forgotten",
        "freeze froze frozen", "get got gotten", "give gave given", "go went gone goes", "grow grew grown growth", "hear heard", "hide hid hidden", "hold held", "keep kept", "know knew known", "lay laid", "lead led", "leave left",
        "lend lent", "lie lay lain", "lose lost loss", "make made", "mean meant", "meet met", "pay paid", "rise rose risen", "run ran", "say said", "see saw seen", "seek sought", "sell sold sale sales", "send sent", "shake shook shaken",
        "shine shone", "shoot shot", "show showed shown", "shrink shrank shrunk", "sing sang sung", "sink sank sunk", "sit sat", "sleep slept", "speak spoke spoken", "spend spent", "stand stood", "steal stole stolen", "stick stuck",
        "strike struck", "swim swam swum", "take took taken", "teach taught", "tell told", "think thought", "throw threw thrown", "understand understood", "wake woke woken", "wear wore worn", "win won", "write wrote written",
        "man men", "woman women", "child children", "foot feet", "tooth teeth", "mouse mice", "person people", "half halves", "leaf leaves", "life lives", "wolf wolves", "die died death", "open opened opening",
    ];

    static readonly FrozenDictionary<string, string[]> ByForm = Irregular.SelectMany(row => row.Split(' ') is var forms ? forms.Select(form => (form, forms)) : [])
        .GroupBy(pair => pair.form, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.forms).Distinct().Where(form => form != group.Key).ToArray(), StringComparer.Ordinal);

    /// <summary>Whether a folded word is a form of an irregular verb or noun.</summary>
    public static bool IsIrregular(string word) => ByForm.ContainsKey(word);

    /// <summary>Other forms of a folded word; none of what is no plain word.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        if (word.Length < ShortestBase || !word.All(char.IsAsciiLetter))
            return ByForm.GetValueOrDefault(word, []);
        var forms = new List<string>(ByForm.GetValueOrDefault(word, []));
        foreach (var stem in Bases(word))
        {
            if (stem.Length < ShortestBase)
                continue;
            if (ByForm.TryGetValue(stem, out var ofIrregular))
                forms.AddRange(ofIrregular);
            var last = stem[^1];
            var beforeEnding = last is 'e' ? stem[..^1] : stem;
            var doubled = IsShort(stem) ? stem + last : beforeEnding;
            forms.Add(stem);
            if (last == 'y' && !IsVowel(stem[^2]))
                forms.AddRange([stem[..^1] + "ies", stem[..^1] + "ied", stem[..^1] + "ier", stem + "ing", stem + "er"]);
            else
                forms.AddRange([stem + (last is 's' or 'x' or 'z' || stem.EndsWith("ch", StringComparison.Ordinal) || stem.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s"), doubled + "ed", doubled + "ing", doubled + "er"]);
        }

        return [.. forms.Distinct(StringComparer.Ordinal).Where(form => form != word)];
    }

    // What the word may be a form of, itself among them.
    static IEnumerable<string> Bases(string word)
    {
        yield return word;
        foreach (var ending in (string[])["ies", "ied", "ier", "ing", "ed", "er", "es", "s"])
        {
            if (word.Length < ending.Length + ShortestBase - (ending[0] == 'i' && ending.Length == 3 && ending[2] != 'g' ? 1 : 0) || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var stem = word[..^ending.Length];
            if (ending is "ies" or "ied" or "ier")
                yield return stem + "y";
            else if (stem.Length > ShortestBase && stem[^1] == stem[^2] && !IsVowel(stem[^1]) && ending is not ("s" or "es"))
                yield return stem[^1] is 'l' or 's' or 'z' ? stem : stem[..^1];
            else
                yield return stem;
            if (ending is "ed" or "ing" or "er" && stem.Length >= ShortestBase - 1 && !IsVowel(stem[^1]))
                yield return stem + "e";
            yield break;
        }
    }

    // stop, plan: one vowel before one last consonant, which doubles.
    static bool IsShort(string stem) =>
        stem.Length is 3 or 4 && !IsVowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y') && IsVowel(stem[^2]) && !IsVowel(stem[^3]);

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
