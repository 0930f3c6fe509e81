using Tanyuan.Pages.Html.Parsing;

namespace Tanyuan.Pages.Html;

/// <summary>A page as blocks and lines in document order, with what its head says and the tree that it was read from.</summary>
internal sealed record PageLayout(HtmlTree Tree, IReadOnlyList<Block> Blocks, IReadOnlyList<Line> Lines, PageHead Head)
{
    /// <summary>The block around everything.</summary>
    public Block Root => Blocks[0];

    /// <summary>The children of a block, in order.</summary>
    public IEnumerable<Block> ChildrenOf(Block block)
    {
        for (var index = block.Index + 1; index < block.End; index = Blocks[index].End)
            yield return Blocks[index];
    }

    /// <summary>The lines of a block, those of its descendants included.</summary>
    public IEnumerable<Line> LinesOf(Block block)
    {
        for (var index = block.FirstLine; index < block.EndLine; index++)
            yield return Lines[index];
    }

    /// <summary>Drops the open lines of a block.</summary>
    public void Drop(Block block, string rule)
    {
        foreach (var line in LinesOf(block))
        {
            if (line.IsOpen)
                line.Drop(rule);
        }
    }
}
