namespace Tanyuan.Text.Repairing;

/// <summary>Undoes the damage that sites and converters do to a text, and records every change.</summary>
public static class TextRepairer
{
    /// <summary>
    /// The steps in their order. Double encoding first, since its traces look like other damage; entities next, since they may
    /// stand for invisible characters; lost bytes before bracketed readings, some of which stand behind a misread character;
    /// control characters last, since other steps read them as traces of damage.
    /// </summary>
    static readonly Func<string, RepairedText>[] Steps =
        [MojibakeRepair.Repair, EntityRepair.Repair, InvisibleRepair.Repair, ByteSlipRepair.Repair];

    /// <summary>Repairs a text. A clean text comes back as it is, with no repairs.</summary>
    public static RepairedText Repair(string text)
    {
        var repaired = Steps.Aggregate(RepairedText.Unchanged(text), (repaired, step) => repaired.Then(step));
        var trace = ByteSlipRepair.TraceOf(repaired.Repairs);
        return repaired.Then(text => PinyinBracketRepair.Repair(text, trace)).Then(ControlRepair.Repair);
    }

    /// <summary>
    /// Repairs the name of a file or a page: what a program read in the wrong charset or escaped on the way. The separators of a path
    /// stay where they are. The name still opens its file only as it was, which <see cref="RepairedText.Undo"/> gives back.
    /// </summary>
    /// <param name="name">A name or a path.</param>
    public static RepairedText RepairName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NameRepair.Repair(name);
    }
}
