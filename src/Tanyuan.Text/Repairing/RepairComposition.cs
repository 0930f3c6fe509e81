using System.Text;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// Makes one list of repairs of two that follow each other. Both lists are laid on the text between the two steps: what the
/// first wrote and what the second replaced are ranges of it. Ranges that overlap become one repair, the others stay as they
/// are and only move. Ranges that merely touch stay apart; an empty one comes before the range that begins at its place.
/// </summary>
internal static class RepairComposition
{
    /// <summary>A repair on the text between the steps.</summary>
    readonly record struct Edit(Repair Repair, int Start, int Length, bool OfFirst)
    {
        public int End => Start + Length;
    }

    public static RepairedText Compose(RepairedText first, RepairedText second)
    {
        var edits = Merge(first.Repairs, second.Repairs);
        var repairs = new List<Repair>(edits.Count);
        var moved = 0;
        for (var from = 0; from < edits.Count;)
        {
            var end = edits[from].End;
            var to = from + 1;
            while (to < edits.Count && edits[to].Start < end)
                end = Math.Max(end, edits[to++].End);
            var group = edits[from..to];
            repairs.Add(Combine(group, end, first.Text, second.Text, moved));
            moved += group.Where(edit => !edit.OfFirst).Sum(edit => edit.Repair.Length - edit.Length);
            from = to;
        }

        return new(second.Text, repairs);
    }

    static List<Edit> Merge(IReadOnlyList<Repair> first, IReadOnlyList<Repair> second)
    {
        var edits = new List<Edit>(first.Count + second.Count);
        edits.AddRange(first.Select(repair => new Edit(repair, repair.Start, repair.Length, true)));
        var moved = 0;
        foreach (var repair in second)
        {
            edits.Add(new(repair, repair.Start - moved, repair.Before.Length, false));
            moved += repair.Length - repair.Before.Length;
        }

        // The sort is stable, so that edits which are empty at the same place keep their order.
        return [.. edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length > 0)];
    }

    static Repair Combine(List<Edit> group, int end, string middle, string after, int moved)
    {
        var start = group[0].Start;
        if (group.Count == 1)
            return group[0].Repair with { Start = start + moved };

        var before = new StringBuilder();
        var position = start;
        foreach (var edit in group.Where(edit => edit.OfFirst))
        {
            before.Append(middle, position, edit.Start - position).Append(edit.Repair.Before);
            position = edit.End;
        }

        before.Append(middle, position, end - position);
        var length = end - start + group.Where(edit => !edit.OfFirst).Sum(edit => edit.Repair.Length - edit.Length);
        var rules = group.OrderByDescending(edit => edit.OfFirst).SelectMany(edit => edit.Repair.Rule.Split('+')).Distinct();
        return new(string.Join('+', rules), start + moved, length, before.ToString(), after.Substring(start + moved, length));
    }
}
