using System.Collections.Frozen;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.English;

/// <summary>
/// Words that tell in English what a question asks in others: how many people live in a town is told of its inhabitants, when something started in that it began. A word may be in
/// several groups. Where a group holds a thing's measure, it holds what the measure is told with: deep, depth, below.
/// </summary>
internal static class EnglishSynonyms
{
    static readonly string[] Groups =
    [
        "start begin found establish create launch form introduce", "build construct erect", "design plan draw architect", "buy acquire purchase takeover", "cost price pay spend fee worth", "die death killed kill dead", "work employ employee staff job worker",
        "employee people staff worker", "live inhabitant people population resident home", "ceo executive boss", "lead head chair direct", "child son daughter baby kid", "marry wife husband spouse married wedding", "born birth native",
        "name call known entitled titled", "fire burn blaze burnt", "teach teacher professor lecturer taught", "study student degree graduate", "own owner belong property", "make produce manufacture develop build maker producer",
        "supervise under supervisor adviser", "release publish launch appear come", "rise grow increase climb", "fall drop decrease decline shrink sink", "close shut", "base headquarters headquartered located", "locate lie stand situated stand",
        "revenue sales income turnover", "lose loss lost", "win victory award receive beat", "hurt injure wound injured", "cause because due blame blamed result", "install plan planned build", "demolish tear pull", "happen take occur held",
        "trip journey travel", "fast speed quick", "deep depth below beneath under", "high height tall altitude elevation at", "wide width broad", "long length last take", "big large size area zone cover", "heavy weigh weight", "old age aged year",
        "far distance away", "often time frequency once twice", "author write wrote written book", "compose composer music", "profession job clerk occupation", "ticket fare admission", "vehicle car lorry traffic", "use used using need",
        "chair chairman chairwoman head", "coach trainer manager", "director head chief", "say said tell told", "open opening opened", "move moved relocate transfer", "change replace replaced", "raise raised fund", "hire recruit",
        "portal website site", "eat feed diet food", "refund reimburse", "film movie", "song track", "doctor physician", "company firm business", "country nation state", "town city place",
    ];

    static readonly FrozenDictionary<string, string[]> ByWord = Groups.Select(group => group.Split(' '))
        .SelectMany(words => words.Select(word => (word, words)))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.words).Distinct().Where(word => word != group.Key).ToArray(), StringComparer.Ordinal);

    /// <summary>The words that may tell what a folded word asks, in all their forms.</summary>
    public static HashSet<string> Of(string word)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in EnglishForms.Of(word).Prepend(word))
        {
            foreach (var other in ByWord.GetValueOrDefault(form, []))
            {
                found.Add(other);
                found.UnionWith(EnglishForms.Of(other));
            }
        }

        return found;
    }
}
