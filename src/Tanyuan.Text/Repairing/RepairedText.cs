using System.Text;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// A text with the repairs that led to it. The repairs are sorted by start and do not overlap, so undoing them all
/// gives the original back exactly.
/// </summary>
/// <param name="Text">The repaired text.</param>
/// <param name="Repairs">What was changed, in the order of the text.</param>
public sealed record RepairedText(string Text, IReadOnlyList<Repair> Repairs)
{
    /// <summary>A text in which nothing was changed.</summary>
    public static RepairedText Unchanged(string text) => new(text, []);

    /// <summary>The text before all repairs.</summary>
    public string Undo()
    {
        var original = new StringBuilder(Text.Length);
        var position = 0;
        foreach (var repair in Repairs)
        {
            original.Append(Text, position, repair.Start - position).Append(repair.Before);
            position = repair.Start + repair.Length;
        }

        return original.Append(Text, position, Text.Length - position).ToString();
    }

    /// <summary>
    /// Repairs the repaired text further. The result holds the repairs of both steps over the first original; where the
    /// second step touches what the first one wrote, the two become one repair that names both rules, as in <c>entity+invisible</c>.
    /// </summary>
    public RepairedText Then(Func<string, RepairedText> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var next = step(Text);
        if (next.Repairs.Count == 0)
            return this;
        return Repairs.Count == 0 ? next : RepairComposition.Compose(this, next);
    }

    /// <summary>
    /// A part of the text with the repairs that lie in it, their offsets moved. Slices that cover the text side by side undo to parts
    /// that cover the original: a repair that is cut in two gives all it replaced to the slice that it begins in.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the text.</exception>
    public RepairedText Slice(int start, int length)
    {
        var text = Text.Substring(start, length);
        var end = start + length;
        var repairs = new List<Repair>();
        for (var index = FirstEndingFrom(start); index < Repairs.Count; index++)
        {
            var repair = Repairs[index];
            if (repair.Start > end || (repair.Start == end && !(end == Text.Length && repair.Length == 0)))
                break;
            var from = Math.Max(repair.Start, start);
            var to = Math.Min(repair.Start + repair.Length, end);
            if (repair.Start >= start)
                repairs.Add(new(repair.Rule, from - start, to - from, repair.Before, repair.After[..(to - from)]));
            else if (to > start)
                repairs.Add(new(repair.Rule, 0, to - from, "", repair.After.Substring(from - repair.Start, to - from)));
        }

        return new(text, repairs);
    }

    /// <summary>The number of the first repair that ends at a place or behind it.</summary>
    int FirstEndingFrom(int place)
    {
        var (low, high) = (0, Repairs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Repairs[middle].Start + Repairs[middle].Length < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
