namespace Tanyuan.Answers;

/// <summary>What a page says of itself apart from its text.</summary>
public enum PageField
{
    /// <summary>Who wrote it.</summary>
    Author,

    /// <summary>When it was published.</summary>
    Published,
}
