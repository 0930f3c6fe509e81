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
}
