using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;
using Tanyuan.Library;

namespace Tanyuan.Training;

/// <summary>A question with its evidence, the sentences of it and what each is worth.</summary>
internal sealed class Example
{
    readonly float[] _values;

    Example(LabelledQuestion label, int fold, Asked asked, QuestionMatcher matcher, IReadOnlyList<EvidencePassage> passages)
    {
        (Label, Fold, Asked, Matcher, Passages) = (label, fold, asked, matcher, passages);
        Sentences = Reader.Sentences(matcher, passages);
        _values = SentenceFeatures.Compute(matcher, passages, Sentences);
        Gains = new double[Sentences.Count];
        Ranked = Sentences;
        Mark(label.IsIn);
        if (!HasGold)
            Mark(label.IsPart);
    }

    /// <summary>The question's label.</summary>
    public LabelledQuestion Label { get; }

    /// <summary>The fold it falls into.</summary>
    public int Fold { get; }

    /// <summary>What it was asked of.</summary>
    public Asked Asked { get; }

    /// <summary>Whether the library answers it.</summary>
    public bool Answerable => Asked is Asked.Passages or Asked.UntitledPassages or Asked.Pages or Asked.PassagesWithDecoy or Asked.PagesWithDecoy;

    /// <summary>The question's matcher.</summary>
    public QuestionMatcher Matcher { get; }

    /// <summary>The evidence.</summary>
    public IReadOnlyList<EvidencePassage> Passages { get; }

    /// <summary>The sentences in the order of the evidence.</summary>
    public List<EvidenceSentence> Sentences { get; }

    /// <summary>1 for each sentence that holds a gold answer in the right document, else 0.</summary>
    public double[] Gains { get; }

    /// <summary>The sentences by score, once scored.</summary>
    public List<EvidenceSentence> Ranked { get; private set; }

    /// <summary>Whether any sentence holds a gold answer.</summary>
    public bool HasGold => Gains.Any(gain => gain > 0);

    /// <summary>Asks a library for the evidence of a question.</summary>
    /// <param name="library">The library.</param>
    /// <param name="label">The question.</param>
    /// <param name="fold">Its fold.</param>
    /// <param name="asked">What the library is.</param>
    public static async Task<Example> MakeAsync(TanyuanLibrary library, LabelledQuestion label, int fold, Asked asked)
    {
        var question = QuestionAnalyzer.Analyze(label.Text);
        var hits = await library.RetrieveAsync(EvidenceRequest.For(question));
        var passages = hits.Where(hit => !hit.IsSide).Take(EvidenceRequest.PassagesRead)
            .Select(hit => EvidencePassage.From(asked == Asked.UntitledPassages ? hit with { DocumentTitle = "" } : hit)).ToList();
        return new Example(label, fold, asked, new QuestionMatcher(question), passages);
    }

    /// <summary>Adds the sentences as one group of rows.</summary>
    public void AddTo(TrainingRows rows)
    {
        if (!HasGold)
            return;
        for (var i = 0; i < Sentences.Count; i++)
            rows.Add(_values.AsSpan(i * SentenceFeatures.Count, SentenceFeatures.Count), Gains[i]);
        rows.Close();
    }

    /// <summary>Scores and ranks the sentences.</summary>
    public void Score(TreeEnsemble model)
    {
        for (var i = 0; i < Sentences.Count; i++)
            Sentences[i].Score = model.Score(_values.AsSpan(i * SentenceFeatures.Count, SentenceFeatures.Count));
        Ranked = Reader.Rank(Sentences);
    }

    void Mark(Func<string, bool> isGold)
    {
        for (var i = 0; i < Gains.Length; i++)
        {
            if (Label.IsHome(Sentences[i]) && isGold(Sentences[i].Key.ToString()))
                Gains[i] = 1;
        }
    }
}
