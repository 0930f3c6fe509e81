using System.Text.RegularExpressions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Tests.Writing;

/// <summary>The numbered evidence in what a model is asked.</summary>
public static partial class ShownEvidence
{
    /// <summary>The texts by number, from 1.</summary>
    public static IReadOnlyDictionary<int, string> Of(string message)
    {
        var marks = Mark().Matches(message);
        return Enumerable.Range(0, marks.Count).ToDictionary(
            i => int.Parse(marks[i].Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
            i => message[marks[i].Index..(i + 1 < marks.Count ? marks[i + 1].Index : message.Length)]);
    }

    /// <summary>The number of the passage that holds some words, in either script; 0 for none.</summary>
    public static int NumberOf(string message, string words) => Of(message).FirstOrDefault(passage => Holds(passage.Value, words)).Key;

    /// <summary>Whether a text holds some words in either script.</summary>
    public static bool Holds(string text, string words) => TextFolder.Fold(text).Contains(TextFolder.Fold(words), StringComparison.Ordinal);

    [GeneratedRegex(@"^\[(\d+)\] ", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
