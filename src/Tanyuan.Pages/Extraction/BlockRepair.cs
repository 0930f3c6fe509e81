using Tanyuan.Text.Repairing;

namespace Tanyuan.Pages.Extraction;

/// <summary>Moves blocks of a text to where they lie once the text is repaired.</summary>
internal static class BlockRepair
{
    /// <summary>The blocks in the repaired text, without white space at their ends; what was repaired away altogether is no block.</summary>
    /// <param name="blocks">The blocks in the text as it was, in its order.</param>
    /// <param name="repaired">The text now.</param>
    public static List<DocumentBlock> Moved(IReadOnlyList<DocumentBlock> blocks, RepairedText repaired)
    {
        var moved = new List<DocumentBlock>(blocks.Count);
        var (next, shift) = (0, 0);
        foreach (var block in blocks)
        {
            var start = Place(block.Start, repaired.Repairs, ref next, ref shift);
            var end = Place(block.End, repaired.Repairs, ref next, ref shift);
            var text = repaired.Text.AsSpan(start, Math.Max(0, end - start));
            var length = text.Trim().Length;
            if (length > 0)
                moved.Add(block with { Start = start + text.Length - text.TrimStart().Length, Length = length });
        }

        return moved;
    }

    // Where a place of the text before stands in the text now; places are asked for in ascending order.
    static int Place(int before, IReadOnlyList<Repair> repairs, ref int next, ref int shift)
    {
        for (; next < repairs.Count; next++)
        {
            var repair = repairs[next];
            var from = repair.Start - shift;
            if (before <= from)
                break;
            if (before < from + repair.Before.Length)
                return repair.Start + Math.Min(before - from, repair.Length);
            shift += repair.Length - repair.Before.Length;
        }

        return before + shift;
    }
}
