using Tanyuan.Text.Folding;

namespace Tanyuan.Text.Repairing.ByteSlips;

// The way back: once all readings are known, how much a place may say otherwise.
internal sealed partial class SlipReader
{
    // What the best reading costs that goes over each arc.
    double[] totals = [];

    /// <summary>Goes back over all readings that end at a place, so that <see cref="Excess"/> may be asked for.</summary>
    public void GoBack(int end)
    {
        lattice.Aligned(end).BeginOnward();
        if (totals.Length < arcs.Count)
            totals = new double[Math.Max(arcs.Count, 2 * totals.Length)];
        for (var number = arcs.Count - 1; number >= 0; number--)
        {
            var arc = arcs[number];
            totals[number] = arc.Cost + lattice.NodeAt(arc.To).Onward(arc.Last);
            if (totals[number] < double.PositiveInfinity)
                lattice.NodeAt(arc.From).LowerOnward(arc.FromLast, totals[number]);
        }
    }

    /// <summary>
    /// How much more the best reading costs that has another character in place of one; infinite where none came near. Each reading crosses the place before
    /// that character with one of its words.
    /// </summary>
    /// <param name="step">The character.</param>
    /// <param name="key">Its search key.</param>
    public double Excess(SlipStep step, char key)
    {
        var from = lattice.NodeAt(lattice.EdgeAt(step.Edge).From);
        var place = from.Index - lattice.First;
        var (with, without) = (double.PositiveInfinity, double.PositiveInfinity);
        var last = place + 1 < firstArcs.Count ? firstArcs[place + 1] : arcs.Count;
        for (var number = firstArcs[Math.Max(0, place - LongestWord)]; number < last; number++)
        {
            var arc = arcs[number];
            if (lattice.NodeAt(arc.From).Order > from.Order || lattice.NodeAt(arc.To).Order <= from.Order)
                continue;
            if (Holds(arc, step.Edge, key))
                with = Math.Min(with, totals[number]);
            else
                without = Math.Min(without, totals[number]);
        }

        return without - with;
    }

    bool Holds(in SlipArc arc, int edge, char key)
    {
        for (var step = arc.FirstStep; step < arc.FirstStep + arc.Length; step++)
        {
            if (steps[step].Edge == edge && TextFolder.Fold(steps[step].Character) == key)
                return true;
        }

        return false;
    }
}
