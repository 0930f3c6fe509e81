using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Verification;

/// <summary>A passage as the verifier reads it: its sentences annotated, those left out that instruct a model.</summary>
internal sealed class CitedPassage
{
    static readonly Coverage NoQuestion = new([], 0, 0, 0, 0);

    CitedPassage(EvidencePassage passage, List<AnnotatedSentence> sentences)
    {
        Passage = passage;
        Sentences = sentences;
        Key = $"{passage.TitleKey}\n{string.Join('\n', sentences.Select(sentence => sentence.Key))}";
    }

    /// <summary>The passage.</summary>
    public EvidencePassage Passage { get; }

    /// <summary>Its sentences in order.</summary>
    public IReadOnlyList<AnnotatedSentence> Sentences { get; }

    /// <summary>The folded title and sentences.</summary>
    public string Key { get; }

    /// <summary>Reads a passage.</summary>
    public static CitedPassage Of(EvidencePassage passage)
    {
        var instructed = InstructionDetector.Find(passage);
        return new CitedPassage(passage, Annotate(passage, index => !instructed.Contains(index)));
    }

    /// <summary>The sentences of a passage, annotated.</summary>
    public static List<AnnotatedSentence> Annotate(EvidencePassage passage, Func<int, bool> wanted) =>
        SentenceAnnotator.Annotate([.. Enumerable.Range(0, passage.Sentences.Count).Where(wanted).Select(index => new EvidenceSentence(passage, 0, index, NoQuestion))]);
}
