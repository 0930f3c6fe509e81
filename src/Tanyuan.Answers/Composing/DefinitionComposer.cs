using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// What something is, as pages that are about it say at their beginning: a sentence that opens with its name and goes on with what it is (垂虹橋位於…，是一座石拱橋). The page's title has to be its name, so that no
/// passing mention answers.
/// </summary>
internal static partial class DefinitionComposer
{
    const double Worth = 0.8;

    /// <summary>The sentence, with how likely it tells what was asked; null where no page begins so.</summary>
    public static (Statement Statement, double Confidence)? Compose(Question question, IReadOnlyList<PooledSentence> pool)
    {
        if (Asked().Match(question.Key) is not { Success: true } asked)
            return null;
        var name = asked.Groups["name"].Value;
        foreach (var sentence in pool)
        {
            if (sentence.Key.StartsWith(name, StringComparison.Ordinal) && Titles(sentence.Passage.TitleKey, name) && Is().IsMatch(sentence.Key.AsSpan(name.Length)))
                return (sentence.ToStatement(), Worth);
        }

        return null;
    }

    static bool Titles(string title, string name) => title.StartsWith(name, StringComparison.Ordinal) && (title.Length == name.Length || !char.IsLetterOrDigit(title[name.Length]));

    [GeneratedRegex("^(?:请问)?(?:什么是|什么叫|何谓|何为)(?<name>[^,，?？是]{2,20})[?？]*$|^(?:请问)?(?<name>[^,，?？是]{2,20})是(?:什么|啥|什么东西|什么地方)[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("^(?:[（(][^（）()]{1,60}[)）])?[,，]?(?:[^。；;]{0,24}[,，])?(?:是|为|位于|指|系|乃|又称|又名)", RegexOptions.CultureInvariant)]
    private static partial Regex Is();
}
