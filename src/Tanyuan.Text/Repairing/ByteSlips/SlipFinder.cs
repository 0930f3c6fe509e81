using Tanyuan.Text.Folding;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Reads a text on from places where a byte may have been lost, beside the text as it stands, and tells where that is the more probable
/// reading. Not thread-safe; each thread has one, for its tables are large.
/// </summary>
internal sealed class SlipFinder
{
    const char Lost = '\uFFFD';

    // In nats: odds of two to one, in a text that is damaged so elsewhere.
    const double EnoughGain = 0.7;

    // How much worse than the page a reading may become on its way.
    const double Patience = 10;

    // The same one, where another reading has fallen in step with the page.
    const double PatienceInStep = 4;

    // How much more the runner-up must cost for a character to be taken as known: odds of two to one.
    const double SureMargin = 0.7;

    // Gains that differ by less are the same.
    const double Same = 1e-6;

    const int ContextBefore = 6;
    const int LongestSlip = 2000;

    [ThreadStatic]
    static SlipFinder? ofThread;

    readonly SlipCosts costs = new();
    readonly SlipReader standing;
    readonly SlipReader reader;
    readonly List<double> standings = [];
    string text = "";

    SlipFinder() => (standing, reader) = (new(costs), new(costs));

    /// <summary>The finder of this thread, for a text.</summary>
    public static SlipFinder For(string text)
    {
        var finder = ofThread ??= new();
        finder.text = text;
        finder.costs.Begin(text);
        return finder;
    }

    /// <summary>The slip that begins at a place; null where the page as it stands is as probable.</summary>
    public Slip? Read(SlipStart start)
    {
        var lineStart = text.LastIndexOf('\n', start.Mark) + 1;
        var first = Math.Max(lineStart, start.Mark - ContextBefore);
        var lineEnd = text.IndexOf('\n', start.Mark);
        var end = ReadOn(start, first, Math.Min(lineEnd < 0 ? text.Length : lineEnd, start.Next + LongestSlip));
        var gain = StandingAt(end) - reader.CostAt(end);
        if (!(gain >= EnoughGain))
            return null;

        var steps = reader.Path(end).FindAll(step => reader.Lattice.EdgeAt(step.Edge).IsSlip);
        var length = EndOf(steps[^1]) - start.Mark;
        var original = new char[steps.Count];
        for (var index = 0; index < original.Length; index++)
            original[index] = steps[index].Character == Lost && SlipSwallowed.At(text, EndOf(steps[index]) - 1) is var known and not '\0' ? known : steps[index].Character;
        var damaged = text.AsSpan(start.Next, start.Mark + length - start.Next);
        if (!SlipForward.Gives(original, damaged) && !SlipForward.Gives(original, text.AsSpan(start.Mark, length)))
            return null;
        reader.GoBack(end);
        for (var index = 0; index < original.Length; index++)
        {
            var step = steps[index];
            if (IsOpen(step) && reader.Excess(step, TextFolder.Fold(step.Character)) < SureMargin)
                original[index] = Lost;
        }

        return new(start.Mark, length, new(original), gain);
    }

    int EndOf(SlipStep step) => reader.Lattice.EdgeAt(step.Edge).End;

    /// <summary>Whether the known bytes allow another character in place of one.</summary>
    bool IsOpen(SlipStep step) => reader.Lattice.EdgeAt(step.Edge) is var edge && edge.Options.Items.Length > 1;

    /// <summary>Reads a range both ways, and returns how far: to its end, or to where nothing behind can change by how much one of them is more probable.</summary>
    int ReadOn(SlipStart start, int first, int end)
    {
        standing.Begin(text, first, end, null);
        standings.Clear();
        reader.Begin(text, first, end, start);
        var (settled, over) = (0, 0);
        var gain = double.NaN;
        for (var index = first; index < end; index++)
        {
            var limit = Math.Min(StandingAt(index) + Patience, reader.CostAt(index) + PatienceInStep);
            reader.Advance(index, limit);
            if (index < start.Next)
                continue;

            var isOff = reader.IsOffAt(index, limit);
            var before = gain;
            gain = StandingAt(index) - reader.CostAt(index);
            var isStanding = reader.CostAt(index) < limit;
            settled = !isOff && isStanding && Math.Abs(gain - before) < Same ? settled + 1 : 0;
            over = isOff || isStanding ? 0 : over + 1;
            if (settled > SlipReader.LongestWord || over > SlipReader.LongestWord)
                return index;
        }

        reader.Finish();
        return end;
    }

    /// <summary>What the page as it stands costs up to a place.</summary>
    double StandingAt(int index)
    {
        for (var next = standing.Lattice.First + standings.Count; next <= index; next++)
        {
            standings.Add(standing.CostAt(next));
            if (next < standing.Lattice.End)
                standing.Advance(next, double.PositiveInfinity);
        }

        return standings[index - standing.Lattice.First];
    }
}
