using System.Text;

namespace Tanyuan.Pages.Extraction;

/// <summary>A text that is gathered line by line, with what its lines are. Lines that go on with the block before them are one block with it.</summary>
internal sealed class StructuredText
{
    readonly StringBuilder text = new();
    readonly List<DocumentBlock> blocks = [];

    /// <summary>The blocks so far.</summary>
    public IReadOnlyList<DocumentBlock> Blocks => blocks;

    /// <summary>How many blocks there are.</summary>
    public int Count => blocks.Count;

    /// <summary>Adds a line.</summary>
    /// <param name="line">Its text; nothing happens where it is empty.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="goesOn">Whether it belongs to the block before it, if that is of its kind.</param>
    public void Add(string line, DocumentBlockKind kind, bool goesOn = false)
    {
        if (line.Length == 0)
            return;
        if (text.Length > 0)
            text.Append('\n');
        var start = text.Length;
        text.Append(line);
        if (goesOn && blocks.Count > 0 && blocks[^1].Kind == kind)
            blocks[^1] = blocks[^1] with { Length = text.Length - blocks[^1].Start };
        else
            blocks.Add(new DocumentBlock(kind, start, line.Length));
    }

    /// <summary>Adds a text with its blocks.</summary>
    public void Add(string other, IReadOnlyList<DocumentBlock> itsBlocks)
    {
        if (text.Length > 0)
            text.Append('\n');
        var offset = text.Length;
        text.Append(other);
        blocks.AddRange(itsBlocks.Select(block => block with { Start = block.Start + offset }));
    }

    /// <summary>The text of a block.</summary>
    public string this[int index] => text.ToString(blocks[index].Start, blocks[index].Length);

    /// <summary>Takes the first block away.</summary>
    public void RemoveFirst()
    {
        var length = Math.Min(text.Length, blocks[0].Length + 1);
        text.Remove(0, length);
        blocks.RemoveAt(0);
        for (var index = 0; index < blocks.Count; index++)
            blocks[index] = blocks[index] with { Start = blocks[index].Start - length };
    }

    /// <summary>The text.</summary>
    public override string ToString() => text.ToString();
}
