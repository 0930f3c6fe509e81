using System.Buffers;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Contradictions;

/// <summary>How many died, asked, is not answered with how many were hurt (造成26人受伤), nor the other way round: the word beside the figure tells which, and some word of it has to.</summary>
internal static class OtherHarm
{
    const int Reach = 8;

    static readonly SearchValues<char> Borders = SearchValues.Create("，,、。；;");

    static readonly string[][] Harms = [["死", "遇难", "身亡", "丧生", "罹难", "不治"], ["伤"], ["失踪", "失联"]];

    /// <summary>Whether a figure counts those who suffered something else than was asked.</summary>
    public static bool IsTold(Question question, RankedSpan answer)
    {
        if (question.Type is not (AnswerType.Number or AnswerType.Measure) || Array.FindAll(Harms, harm => Says(question.Key, harm)) is not [var asked])
            return false;
        if (!Says(answer.Sentence.Key, asked) && !Says(answer.Sentence.Sentence.Passage.TitleKey, asked))
            return true;
        var behind = UpToBorder(answer.Sentence.Key[answer.Candidate.End..]);
        var told = Array.Exists(Harms, harm => Says(behind, harm)) ? behind : answer.Key;
        return Array.Exists(Harms, harm => Says(told, harm)) && !Says(told, asked);
    }

    static string UpToBorder(string key)
    {
        var end = key.AsSpan().IndexOfAny(Borders);
        return key[..Math.Min(Math.Min(Reach, key.Length), end < 0 ? key.Length : end)];
    }

    static bool Says(string text, string[] harm) => Array.Exists(harm, word => text.Contains(word, StringComparison.Ordinal));
}
