using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text;

namespace Tanyuan.Answers.Restrictions;

/// <summary>
/// How sentences stand to what a question holds its answer to: of 在欧洲占30% and 在中国占45%, only one answers a question about Europe, however alike
/// they are otherwise. One instance serves a question.
/// </summary>
internal sealed class RestrictionFits
{
    /// <summary>How many features <see cref="Write"/> writes.</summary>
    public const int Count = 8;

    /// <summary>How many features <see cref="WriteWorst"/> writes.</summary>
    public const int WorstCount = 6;

    /// <summary>The question does not restrict its answer so.</summary>
    public const double Free = 4;

    /// <summary>What is asked for stands nearest to the answer, of all of its kind.</summary>
    public const double Governs = 3;

    /// <summary>What is asked for stands in the sentence, but another of its kind stands nearer.</summary>
    public const double InSentence = 2;

    /// <summary>The sentence says nothing; a sentence shortly before it or the title says what is asked for.</summary>
    public const double Nearby = 1;

    /// <summary>Nothing says anything.</summary>
    public const double Unsaid = 0;

    /// <summary>The sentence says nothing; a sentence shortly before it says another of its kind.</summary>
    public const double ContradictedNearby = -1;

    /// <summary>The sentence says another of its kind.</summary>
    public const double Contradicted = -2;

    const int SentencesBefore = 3;

    static readonly double[] Worst = [Contradicted, ContradictedNearby, Unsaid, Nearby, InSentence, Governs];

    static readonly RestrictionKind[] Kinds = Enum.GetValues<RestrictionKind>();

    readonly List<Restriction> _asked;

    /// <summary>Reads what a question holds its answer to, but for what it asks. Where it asks whether something is so, all of it is asked.</summary>
    public RestrictionFits(Question question) => _asked = question.Kind == QuestionKind.YesNo
        ? [] : RestrictionFinder.Find(question.Key).FindAll(restriction => restriction.Span.End <= question.Gap.Start || restriction.Span.Start >= question.Gap.End);

    /// <summary>Whether the question holds its answer to anything.</summary>
    public bool Any => _asked.Count > 0;

    /// <summary>What each of the sentences read together says, and what stands around it.</summary>
    public Standing[] Of(IReadOnlyList<EvidenceSentence> sentences)
    {
        var standings = new Standing[sentences.Count];
        if (!Any || sentences.Count == 0)
        {
            Array.Fill(standings, Standing.Free);
            return standings;
        }

        for (var i = 0; i < standings.Length; i++)
        {
            var sentence = sentences[i];
            var said = new Standing(RestrictionFinder.Find(sentence.Key), [.. Kinds.Select(kind => Around(sentence, kind))]);
            standings[i] = said with { Held = Held(said) };
        }

        var most = standings.Max(standing => standing.Held);
        return [.. standings.Select(standing => standing with { BehindBest = most - standing.Held })];
    }

    /// <summary>Writes the features of a candidate.</summary>
    /// <param name="standing">Of its sentence.</param>
    /// <param name="candidate">Where it stands in the sentence.</param>
    /// <param name="f">Takes the features.</param>
    public void Write(Standing standing, TextSpan candidate, ref FeatureWriter f)
    {
        var worst = Free;
        var (asked, held) = (0, 0);
        foreach (var kind in Kinds)
        {
            var fit = Fit(standing, kind, candidate);
            f.Add(fit);
            worst = Math.Min(worst, fit);
            asked += fit < Free ? 1 : 0;
            held += fit < Free ? Math.Sign(fit) : 0;
        }

        f.Add(worst);
        f.Add(asked == 0 ? 1 : held / (double)asked);
        f.Add(standing.BehindBest);
    }

    /// <summary>
    /// Writes one feature for each way in which a candidate's sentence may stand at worst to what is asked: few sentences contradict it, so that on a scale
    /// from best to worst they would lie beyond what a smooth judge tells apart.
    /// </summary>
    public void WriteWorst(Standing standing, TextSpan candidate, ref FeatureWriter f)
    {
        var worst = Kinds.Min(kind => Fit(standing, kind, candidate));
        foreach (var fit in Worst)
            f.Add(worst == fit);
    }

    /// <summary>How a candidate's sentence stands to what is asked of a kind; <see cref="Free"/> where nothing is.</summary>
    public double Fit(Standing standing, RestrictionKind kind, TextSpan candidate)
    {
        if (!_asked.Exists(asked => asked.Kind == kind))
            return Free;
        var (same, other, governed) = (false, false, false);
        var nearest = int.MaxValue;
        foreach (var said in standing.Said)
        {
            if (said.Kind != kind || (candidate.Length > 0 && said.Span.Start < candidate.End && candidate.Start < said.Span.End) || AgreementOf(said) is var agreement && agreement == Agreement.None)
                continue;
            same |= agreement == Agreement.Same;
            other |= agreement == Agreement.Other;

            // What stands before rules what follows it; what stands after, only where nothing stands before.
            var distance = said.Span.Start <= candidate.Start ? candidate.Start - said.Span.Start : 1000 + said.Span.Start - candidate.Start;
            if (distance >= nearest)
                continue;
            nearest = distance;
            governed = agreement == Agreement.Same;
        }

        return same ? governed || candidate.Length == 0 ? Governs : InSentence : other ? Contradicted : standing.Around[(int)kind];
    }

    // How much of what is asked a sentence holds, whatever is cut from it.
    double Held(Standing standing) => Kinds.Select(kind => Fit(standing, kind, default)).Where(fit => fit < Free).Sum();

    // The nearest sentence before that says anything of the kind, else the title.
    double Around(EvidenceSentence sentence, RestrictionKind kind)
    {
        if (!_asked.Exists(asked => asked.Kind == kind))
            return Free;
        for (var i = sentence.Index - 1; i >= 0 && i >= sentence.Index - SentencesBefore; i--)
        {
            switch (Strongest(sentence.Passage.Sentences[i].Of(sentence.Passage.Key), kind))
            {
                case Agreement.Same:
                    return Nearby;
                case Agreement.Other:
                    return ContradictedNearby;
            }
        }

        return Strongest(sentence.Passage.TitleKey, kind) == Agreement.Same ? Nearby : Unsaid;
    }

    Agreement Strongest(ReadOnlySpan<char> key, RestrictionKind kind)
    {
        var strongest = Agreement.None;
        foreach (var said in RestrictionFinder.Find(key))
        {
            if (said.Kind == kind && AgreementOf(said) is var agreement && agreement != Agreement.None && strongest != Agreement.Same)
                strongest = agreement;
        }

        return strongest;
    }

    Agreement AgreementOf(Restriction said)
    {
        var strongest = Agreement.None;
        foreach (var asked in _asked)
        {
            var agreement = said.With(asked);
            if (agreement == Agreement.Same)
                return Agreement.Same;
            if (agreement == Agreement.Other)
                strongest = Agreement.Other;
        }

        return strongest;
    }

    /// <summary>What a sentence says of what is asked, and what stands around it.</summary>
    /// <param name="Said">The restrictions in the sentence.</param>
    /// <param name="Around">By kind how what stands around it fits.</param>
    internal sealed record Standing(IReadOnlyList<Restriction> Said, double[] Around)
    {
        /// <summary>Of any sentence, where nothing is asked.</summary>
        public static Standing Free { get; } = new([], []);

        /// <summary>How much of what is asked the sentence holds.</summary>
        public double Held { get; init; }

        /// <summary>How much more of it another of the sentences read holds.</summary>
        public double BehindBest { get; init; }
    }
}
