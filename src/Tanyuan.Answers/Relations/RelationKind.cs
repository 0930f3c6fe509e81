namespace Tanyuan.Answers.Relations;

/// <summary>What one thing can be to another, told in many ways: 由X创立, X创办了, 创始人X, founded by X.</summary>
internal enum RelationKind
{
    /// <summary>Who founded it.</summary>
    Founder,

    /// <summary>When it was founded.</summary>
    FoundingDate,

    /// <summary>Where its headquarters are.</summary>
    Base,

    /// <summary>Who bought it or owns it.</summary>
    Buyer,

    /// <summary>What it bought.</summary>
    Bought,

    /// <summary>Whom it is married to.</summary>
    Spouse,

    /// <summary>Where it studied.</summary>
    School,

    /// <summary>Who did something else to it: 由谁领投, 被谁拍下.</summary>
    Agent,
}
