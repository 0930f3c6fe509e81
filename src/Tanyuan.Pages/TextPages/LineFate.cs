namespace Tanyuan.Pages.TextPages;

/// <summary>What becomes of a line.</summary>
internal enum LineFate
{
    /// <summary>Not decided yet; in the end, text.</summary>
    Open,

    /// <summary>The title of its article.</summary>
    Title,

    /// <summary>A teaser for another story, or the like.</summary>
    Side,

    /// <summary>Left out, with a rule.</summary>
    Dropped,
}
