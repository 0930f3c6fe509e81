using System.Text.Json;
using Tanyuan.Answers.Ranking;

namespace Tanyuan.Answers.Reading;

/// <summary>The trained parts of the reader: the rankers and the calibration, read once from the embedded <c>reader.json</c>.</summary>
internal sealed class ReaderModel
{
    static readonly Lazy<ReaderModel> Embedded = new(Load);

    /// <summary>The model that ships with the program.</summary>
    public static ReaderModel Default => Embedded.Value;

    /// <summary>Ranks sentences.</summary>
    public required TreeEnsemble Sentences { get; init; }

    /// <summary>Scores the patterns of spans.</summary>
    public required SlotWeights Patterns { get; init; }

    /// <summary>Judge spans.</summary>
    public required SpanTrees Spans { get; init; }

    /// <summary>The log-odds that the best span's sentence is right.</summary>
    public required BoundedLogistic Confidence { get; init; }

    /// <summary>The confidence below which the reader abstains by default.</summary>
    public required double Threshold { get; init; }

    /// <summary>Reads a model.</summary>
    public static ReaderModel Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ReaderModel
        {
            Sentences = TreeEnsemble.Read(root.GetProperty("sentences")),
            Patterns = SlotWeights.Read(root.GetProperty("patterns")),
            Spans = new SpanTrees(TreeEnsemble.Read(root.GetProperty("correcting")), TreeEnsemble.Read(root.GetProperty("plain"))),
            Confidence = BoundedLogistic.Read(root.GetProperty("confidence")),
            Threshold = root.GetProperty("threshold").GetDouble(),
        };
    }

    static ReaderModel Load()
    {
        using var stream = typeof(ReaderModel).Assembly.GetManifestResourceStream("reader.json")
            ?? throw new InvalidOperationException("The reader's model is not embedded in the assembly.");
        return Read(stream);
    }
}
