using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Figures;

/// <summary>Figures told side by side, each behind what it is of: 二等座票价179元，一等座286元，商务座563元. Only what stands before a figure in its clause tells them apart.</summary>
internal static class ParallelFigures
{
    // A shorter beginning says nothing.
    const int Least = 2;

    /// <summary>The figure whose clause opens with the most of the question, or null where that is not one alone.</summary>
    /// <param name="question">The question.</param>
    /// <param name="text">The text that tells the figures.</param>
    /// <param name="figures">The figures, which lie in the text.</param>
    public static Quantity? Nearest(Question question, string text, IReadOnlyList<Quantity> figures)
    {
        var key = TextFolder.Fold(text);
        Quantity? nearest = null;
        var (most, second) = (Least - 1, 0);
        foreach (var figure in figures)
        {
            var shared = Opening(question, key, figure);
            if (shared > most)
                (nearest, second, most) = (figure, most, shared);
            else
                second = Math.Max(second, shared);
        }

        return second < most ? nearest : null;
    }

    /// <summary>How many units the clause of a figure opens with that stand so in the question.</summary>
    public static int Opening(Question question, string key, Quantity figure)
    {
        var start = figure.Start;
        while (start > 0 && !SentenceAnnotator.IsClauseBorder(key[start - 1]) && key[start - 1] is not ('、' or '(' or '（'))
            start--;
        while (start < figure.Start && char.IsWhiteSpace(key[start]))
            start++;
        for (var length = figure.Start - start; length >= Least; length--)
        {
            if (question.Key.Contains(key.Substring(start, length), StringComparison.Ordinal))
                return length;
        }

        return 0;
    }
}
