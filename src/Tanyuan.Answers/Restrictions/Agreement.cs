namespace Tanyuan.Answers.Restrictions;

/// <summary>How two restrictions stand to each other.</summary>
internal enum Agreement
{
    /// <summary>They are of different sorts.</summary>
    None,

    /// <summary>They say the same.</summary>
    Same,

    /// <summary>They say different things of one sort.</summary>
    Other,
}
