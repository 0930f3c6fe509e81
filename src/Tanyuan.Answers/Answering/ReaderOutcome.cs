using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Answering;

/// <summary>What the reader made of a question: its answer, and the evidence that a writer may make more of.</summary>
/// <param name="Question">The question, analysed.</param>
/// <param name="Passages">The evidence, best first, side text last.</param>
/// <param name="Answer">The reader's answer or abstention.</param>
internal sealed record ReaderOutcome(Question Question, IReadOnlyList<EvidencePassage> Passages, Answer Answer);
