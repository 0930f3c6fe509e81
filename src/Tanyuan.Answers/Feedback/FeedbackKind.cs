namespace Tanyuan.Answers.Feedback;

/// <summary>What a person says of an answer.</summary>
public enum FeedbackKind
{
    /// <summary>It is right.</summary>
    Right,

    /// <summary>It is wrong.</summary>
    Wrong,

    /// <summary>Another span of the sources is better.</summary>
    Better,
}
