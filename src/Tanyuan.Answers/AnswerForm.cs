namespace Tanyuan.Answers;

/// <summary>What form of answer a question asks for.</summary>
public enum AnswerForm
{
    /// <summary>A topic: what the sources say of it.</summary>
    Other,

    /// <summary>A short fact.</summary>
    Fact,

    /// <summary>Whether something is so, with the ground.</summary>
    YesNo,

    /// <summary>Several things.</summary>
    List,

    /// <summary>What something is.</summary>
    Definition,

    /// <summary>Reasons.</summary>
    Why,

    /// <summary>A manner or a course of events.</summary>
    How,

    /// <summary>Things side by side.</summary>
    Compare,

    /// <summary>The main points.</summary>
    Summary,

    /// <summary>Events in the order of time.</summary>
    Timeline,

    /// <summary>What someone said, in his own words.</summary>
    Quote,
}
