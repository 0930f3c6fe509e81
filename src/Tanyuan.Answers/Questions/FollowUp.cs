using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// Makes a follow-up question stand by itself. From the question before it are taken: what a pronoun stands for (它的总投资是多少？), the whole question where only one part of it is new
/// (那2025年呢？), its topic where only something else of it is asked for (占地呢？) or the follow-up names none (什么时候通车的？). A question that stands by itself already comes back as it is.
/// Some questions may be meant either way (员工有多少？); then there are several readings, the likeliest first, and a library can tell which of them it answers
/// (<see cref="Asking.UnderstandAsync"/>). Pure.
/// </summary>
public static class FollowUp
{
    /// <summary>The follow-up completed from the question asked before it, which should itself be complete.</summary>
    public static string Complete(string question, string? earlier)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Readings(question, earlier)[0];
    }

    /// <summary>What a follow-up may mean, the likeliest first; the question alone where it can only stand by itself.</summary>
    internal static IReadOnlyList<string> Readings(string question, string? earlier)
    {
        if (string.IsNullOrWhiteSpace(earlier))
            return [question];
        var key = TextFolder.Fold(question);
        var readings = Phrases.HasHan(key) ? ChineseFollowUp.Readings(question, key, earlier) : EnglishFollowUp.Readings(question, key, earlier);
        return readings.Count > 0 ? readings : [question];
    }
}
