namespace Tanyuan.Pages.Html;

/// <summary>What became of a line of the page.</summary>
internal enum Fate
{
    /// <summary>Nothing decided yet.</summary>
    Open,

    /// <summary>Part of an article.</summary>
    Main,

    /// <summary>A teaser for another story.</summary>
    Side,

    /// <summary>Left out, by the rule that the line names.</summary>
    Dropped,
}

/// <summary>
/// One visible line of a page: the inline text between two block borders or breaks, white space collapsed. Lines are the atoms of
/// extraction: each of them ends in exactly one place, which is how nothing of a page gets lost.
/// </summary>
internal sealed class Line(int index, Block block, string text, LineMeasure measure)
{
    /// <summary>Its place on the page.</summary>
    public int Index { get; } = index;

    /// <summary>The innermost block that it stands in.</summary>
    public Block Block { get; } = block;

    /// <summary>Its text.</summary>
    public string Text { get; } = text;

    /// <summary>What its characters are.</summary>
    public LineMeasure Measure { get; } = measure;

    /// <summary>What became of it.</summary>
    public Fate Fate { get; private set; }

    /// <summary>The rule that dropped it, in kebab-case, or null.</summary>
    public string? Rule { get; private set; }

    /// <summary>Whether it is still to be decided on.</summary>
    public bool IsOpen => Fate == Fate.Open;

    /// <summary>The rule by which the page's own mark-up keeps it from view, or null.</summary>
    public string? Unseen { get; init; }

    /// <summary>Takes back every decision; a line that the mark-up keeps from view stays out unless it is revealed.</summary>
    public void Reset(bool reveal)
    {
        Fate = Unseen is null || (reveal && Unseen is "hidden" or "script-free") ? Fate.Open : Fate.Dropped;
        Rule = Fate == Fate.Open ? null : Unseen;
    }

    /// <summary>Leaves the line out.</summary>
    public void Drop(string rule)
    {
        Fate = Fate.Dropped;
        Rule = rule;
    }

    /// <summary>Takes the line into the article.</summary>
    public void Keep()
    {
        Fate = Fate.Main;
        Rule = null;
    }

    /// <summary>Sets the line apart as a teaser.</summary>
    public void SetAside()
    {
        Fate = Fate.Side;
        Rule = null;
    }
}
