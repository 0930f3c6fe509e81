using Tanyuan.Answers.Verification;
using Tanyuan.Answers.Writing;

namespace Tanyuan.Answers;

/// <summary>Which stage of the cascade answered.</summary>
public enum AnswerStage
{
    /// <summary>The built-in reader.</summary>
    Reader,

    /// <summary>The optional writer, a language model.</summary>
    Writer,
}

/// <summary>An answer to a question, or an abstention: then it has no statements and no references.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="Statements">What is answered, each traced to its source; empty when abstained.</param>
/// <param name="Confidence">How likely the answer is right, 0 to 1.</param>
/// <param name="Stage">Which stage answered.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="PassagesRead">How many passages were read.</param>
/// <param name="Ranked">The documents of the evidence, best first, by their public id.</param>
public sealed record Answer(
    string Question, IReadOnlyList<Statement> Statements, double Confidence, AnswerStage Stage,
    TimeSpan Elapsed, int PassagesRead, IReadOnlyList<string> Ranked)
{
    readonly Statement? inOne;

    /// <summary>Whether the sources do not say.</summary>
    public bool Abstained => Statements.Count == 0;

    /// <summary>What form of answer was asked for.</summary>
    public AnswerForm Form { get; init; }

    /// <summary>Whether it is so, where that was asked and the sources are plain; else null.</summary>
    public bool? IsSo { get; init; }

    /// <summary>Whether the statements contradict each other: different sources say different things.</summary>
    public bool Disagrees { get; init; }

    /// <summary>
    /// The answer as one span or sentence of a source, as the reader found it, where <see cref="Statements"/> tell it item by item or at length;
    /// else the first statement. Null when abstained.
    /// </summary>
    public Statement? InOne { get => Abstained ? null : inOne ?? Statements[0]; init => inOne = value; }

    /// <summary>What the question held the answer to beside its matter, and what was applied of it.</summary>
    public IReadOnlyList<AnswerConstraint> Constraints { get; init; } = [];

    /// <summary>The steps that led to it, where it took more than one; else empty.</summary>
    public IReadOnlyList<AnswerStep> Steps { get; init; } = [];

    /// <summary>What the writer wrote and the verifier refused, with the reasons.</summary>
    public IReadOnlyList<RejectedSentence> Rejected { get; init; } = [];

    /// <summary>What the language model read and wrote, or null where none was asked.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Why the language model did not help where it was asked, or null.</summary>
    public string? WriterFailure { get; init; }
}

/// <summary>A statement of an answer.</summary>
/// <param name="Text">What is stated: a span of the source for a factoid, else a sentence or a few that stand together.</param>
/// <param name="Sentence">The source sentence that holds it, or the run of them.</param>
/// <param name="Citations">Where it stands; at least one.</param>
public sealed record Statement(string Text, string Sentence, IReadOnlyList<Citation> Citations)
{
    /// <summary>The date that it tells of, in a timeline (ISO 8601, at the precision known); else null.</summary>
    public string? Date { get; init; }

    /// <summary>How many sources that are no copies of each other say so, among those read.</summary>
    public int IndependentSources { get; init; } = 1;
}

/// <summary>An exact place in a stored document: in its text, or in a field of it. The quote was compared with the document when the answer was made.</summary>
/// <param name="DocumentId">The public id of the document.</param>
/// <param name="DocumentTitle">Its title.</param>
/// <param name="Start">Where the quote begins in the document's text, in UTF-16 units.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Quote">The text there.</param>
/// <param name="SentenceStart">Where the sentence around the quote, or the run of them, begins in the document's text.</param>
public sealed record Citation(string DocumentId, string DocumentTitle, int Start, int Length, string Quote, int SentenceStart)
{
    /// <summary>When the document was published (ISO 8601), or null.</summary>
    public string? Published { get; init; }

    /// <summary>Whether the quote stands in side text: then the offsets count within the document's side texts joined by line feeds.</summary>
    public bool IsSide { get; init; }

    /// <summary>The field of the page that is quoted, where it is not its text: then the offsets count within the field's value. Else null.</summary>
    public PageField? Field { get; init; }

    /// <summary>How many documents of the library tell this document's story, itself included; they count as one source.</summary>
    public int Copies { get; init; } = 1;
}
