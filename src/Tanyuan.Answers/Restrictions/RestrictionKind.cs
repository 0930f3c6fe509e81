namespace Tanyuan.Answers.Restrictions;

/// <summary>What sort of thing a <see cref="Restriction"/> holds a statement to.</summary>
internal enum RestrictionKind
{
    /// <summary>A part of the world: 全球, 欧洲, 中国, 广东.</summary>
    Place,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A month, a quarter, a half or a season of a year.</summary>
    PartOfYear,

    /// <summary>One of a row of things: 第三届, 首次, 最后一章.</summary>
    Ordinal,

    /// <summary>What a change is measured against: 同比, 环比.</summary>
    Basis,
}
