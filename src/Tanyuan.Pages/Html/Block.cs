namespace Tanyuan.Pages.Html;

/// <summary>
/// A block element of a page. Blocks stand in one list in document order; a block's descendants follow it up to <see cref="End"/>, and its
/// text is the run of lines from <see cref="FirstLine"/> to <see cref="EndLine"/>.
/// </summary>
internal sealed class Block(int index, Block? parent, string tag, string hints)
{
    /// <summary>Its place in the page's list of blocks.</summary>
    public int Index { get; } = index;

    /// <summary>The block around it, or null for the root.</summary>
    public Block? Parent { get; } = parent;

    /// <summary>The element's name.</summary>
    public string Tag { get; } = tag;

    /// <summary>Its class, id, role and item type, as written.</summary>
    public string Hints { get; } = hints;

    /// <summary>What its name and hints say it holds.</summary>
    public BlockKind Kind { get; init; }

    /// <summary>The index after its last descendant.</summary>
    public int End { get; set; }

    /// <summary>Its first line.</summary>
    public int FirstLine { get; set; }

    /// <summary>The line after its last.</summary>
    public int EndLine { get; set; }

    /// <summary>Whether another block is this one or stands in it.</summary>
    public bool Holds(Block other) => other.Index >= Index && other.Index < End;

    /// <summary>Whether the line stands in this block.</summary>
    public bool Holds(Line line) => line.Index >= FirstLine && line.Index < EndLine;
}
