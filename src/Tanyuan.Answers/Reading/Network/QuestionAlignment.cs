using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>
/// How far the networks find each character of a question again in each sentence read, by meaning and not by letter: the most of its attention that any
/// character of the sentence gives it, from 0 to 1, in whichever network gives it most.
/// </summary>
/// <param name="found">For each sentence a value for each character of the question that is read; empty for a sentence without candidates.</param>
internal sealed class QuestionAlignment(float[][] found)
{
    /// <summary>How many features <see cref="Write"/> writes.</summary>
    public const int Count = 7;

    const int Beside = 3;

    /// <summary>
    /// Of a sentence, how far it has the question's terms: by weight, the weight of the one missed most, and the one found least; and how far what stands around
    /// what is asked, where the question names the deed or the relation: the characters before it, itself, those after it, the term after it.
    /// </summary>
    public void Write(Question question, int sentence, ref FeatureWriter f)
    {
        var characters = found[sentence];
        double sum = 0, weights = 0, missed = 0, least = 1;
        foreach (var term in question.Terms)
        {
            if (term.Key.Length == 0 || term.End > characters.Length)
                continue;
            var share = 0.0;
            for (var i = term.Start; i < term.End; i++)
                share += characters[i] / term.Key.Length;
            sum += term.Weight * share;
            weights += term.Weight;
            missed = Math.Max(missed, term.Weight * (1 - share));
            least = Math.Min(least, share);
        }

        f.Add(weights > 0 ? sum / weights : 0);
        f.Add(missed);
        f.Add(weights > 0 ? least : 0);

        var (gap, right) = (question.Gap, question.TermsBesideGap().Right);
        f.Add(Mean(characters, gap.Start - Beside, gap.Start));
        f.Add(Mean(characters, gap.Start, gap.End));
        f.Add(Mean(characters, gap.End, gap.End + Beside));
        f.Add(right < 0 ? double.NaN : Mean(characters, question.Terms[right].Start, question.Terms[right].End));
    }

    // Unknown where the question has no such characters.
    static double Mean(float[] characters, int start, int end)
    {
        (start, end) = (Math.Max(0, start), Math.Min(characters.Length, end));
        var sum = 0.0;
        for (var i = start; i < end; i++)
            sum += characters[i];
        return end > start ? sum / (end - start) : double.NaN;
    }
}
