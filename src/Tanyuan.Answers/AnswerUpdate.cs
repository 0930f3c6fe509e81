using Tanyuan.Answers.Verification;

namespace Tanyuan.Answers;

/// <summary>What happens while a question is answered, as it happens. The last update is always <see cref="Finished"/>.</summary>
public abstract record AnswerUpdate
{
    AnswerUpdate()
    {
    }

    /// <summary>The reader's own answer or abstention, at once; where a writer is asked as well, it may yet be bettered.</summary>
    /// <param name="Answer">The answer.</param>
    /// <param name="WriterFollows">Whether the writer is asked now.</param>
    public sealed record Draft(Answer Answer, bool WriterFollows) : AnswerUpdate;

    /// <summary>A step on the way was answered.</summary>
    /// <param name="Taken">The step.</param>
    public sealed record Step(AnswerStep Taken) : AnswerUpdate;

    /// <summary>The writer wrote a sentence, and the verifier found it in its sources.</summary>
    /// <param name="Statement">The statement.</param>
    public sealed record Written(Statement Statement) : AnswerUpdate;

    /// <summary>The writer wrote a sentence, and the verifier refused it.</summary>
    /// <param name="Sentence">The sentence, with the reason.</param>
    public sealed record Refused(RejectedSentence Sentence) : AnswerUpdate;

    /// <summary>The whole answer.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Finished(Answer Answer) : AnswerUpdate;
}
